// The completion script of PowerShell, 5.1 or newer.
import type { CommandShape, OptionShape, ProgramShape } from '../program-shape.ts';
import { quoted, scopesOf, valueText } from './scopes.ts';

/** A table of commands, and the block that walks the words typed so far. Names of files are what PowerShell offers of itself. */
export function powershellScript(program: ProgramShape): string {
  const rows = scopesOf(program).map(({ command, shape }) => `        ${q(command)} = ${commandTable(shape)}`);
  const names = program.commands.map(
    ({ name, summary }) => `        [pscustomobject]@{ Name = ${q(name)}; About = ${q(summary)} }`,
  );
  return `# Completion of writ ${program.version} for PowerShell.

Register-ArgumentCompleter -Native -CommandName writ -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $names = @(
${names.join('\n')}
    )
    $commands = @{
${rows.join('\n')}
    }
${walk}}
`;
}

function q(text: string): string {
  return quoted(text, "''");
}

function commandTable({ options, arguments: all }: CommandShape): string {
  const isRepeated = all.at(-1)?.isRepeated === true;
  const places = all.map(({ value }) => q(valueText(value)));
  return `@{
            Options = @(${options.map(optionRow).join('')}
            )
            Places = @(${places.join(', ')})
            Repeats = $${isRepeated}
        }`;
}

function optionRow({ name, description, value }: OptionShape): string {
  const takes = value === undefined ? '' : valueText(value);
  return `
                [pscustomobject]@{ Name = ${q(name)}; About = ${q(description)}; Takes = ${q(takes)} }`;
}

const walk = `    $command = ''
    $place = 0
    $rest = $false
    $option = $null
    $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1)
    foreach ($element in $typed) {
        $word = $element.ToString().Trim("'", '"')
        if ($null -ne $option) { $option = $null; continue }
        if (-not $rest -and $word -eq '--') { $rest = $true; continue }
        if (-not $rest -and $word -like '-?*') {
            if ($commands.ContainsKey($command)) {
                $option = $commands[$command].Options | Where-Object { $_.Name -eq $word -and $_.Takes }
            }
            continue
        }
        if ($command -eq '') { $command = $word } else { $place++ }
    }
    if (-not $commands.ContainsKey($command)) { return }
    $known = $commands[$command]
    $prefix = ''
    $part = $wordToComplete
    if ($null -eq $option -and -not $rest -and $part -like '--*=*') {
        $name, $part = $part -split '=', 2
        $prefix = "$name="
        $option = $known.Options | Where-Object { $_.Name -eq $name -and $_.Takes }
        if ($null -eq $option) { return }
    }
    if ($null -ne $option) { $takes = $option.Takes }
    elseif (-not $rest -and $part -like '-*') {
        $known.Options | Where-Object { $_.Name -like "$part*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterName', $_.About)
        }
        return
    }
    elseif ($command -eq '') {
        $names | Where-Object { $_.Name -like "$part*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterValue', $_.About)
        }
        return
    }
    elseif ($place -lt $known.Places.Count) { $takes = $known.Places[$place] }
    elseif ($known.Repeats) { $takes = $known.Places[-1] }
    else { return }
    if ($takes -notlike 'words *') { return }
    $takes.Substring(6) -split ' ' | Where-Object { $_ -like "$part*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new("$prefix$_", $_, 'ParameterValue', $_)
    }
`;
