// The completion script of fish.
import type { CommandShape, ProgramShape, Value } from '../program-shape.ts';
import { type Scope, scopesOf, valuesOf } from './scopes.ts';

/** A line for everything that may be written, each with the place in which it may. */
export function fishScript(program: ProgramShape): string {
  const scopes = scopesOf(program);
  const valued = scopes.flatMap((scope) =>
    valuesOf(scope).map(({ option }) => quote(`${scope.command} ${option.name}`)),
  );
  const commands = program.commands.map(
    ({ name, summary }) => `complete -c writ -n "__writ_at '' 0" -a ${quote(name)} -d ${quote(summary)}`,
  );
  return `# Completion of writ ${program.version} for fish.

${where(valued)}
complete -c writ -f
${[...commands, ...scopes.flatMap(optionLines), ...program.commands.flatMap(argumentLines)].join('\n')}
`;
}

function optionLines({ command, shape }: Scope): string[] {
  return shape.options.map(({ name, description, value }) => {
    const taken = value === undefined ? '' : ` ${valueFlags(value)}`;
    return `complete -c writ -n "__writ_in '${command}'" -l ${name.slice(2)}${taken} -d ${quote(description)}`;
  });
}

function valueFlags(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `-x -a ${quote(value.words.join(' '))}`;
    case 'files':
      return '-r -F';
    case 'folders':
      return "-x -a '(__fish_complete_directories (commandline -ct))'";
    case 'text':
      return '-x';
  }
}

function argumentLines(command: CommandShape): string[] {
  return command.arguments.flatMap(({ value, isRepeated }, place) => {
    if (value.kind === 'text') return [];
    const at = `"__writ_at '${command.name}' ${place}${isRepeated ? ' more' : ''}"`;
    const taken = value.kind === 'files' ? '-F' : valueFlags(value).replace('-x ', '');
    return [`complete -c writ -n ${at} ${taken}`];
  });
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function where(valued: readonly string[]): string {
  return `# The command that was typed, and how many arguments of it.
function __writ_where
    set -l valued ${valued.join(' ')}
    set -l command ''
    set -l place 0
    set -l rest no
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
        else if test $rest = no; and test "$word" = --
            set rest yes
        else if test $rest = no; and string match -q -- '-?*' "$word"
            contains -- "$command $word" $valued; and set skip yes
        else if test -z "$command"
            set command $word
        else
            set place (math $place + 1)
        end
    end
    printf '%s\\n' "$command" $place
end

function __writ_in --argument-names command
    set -l where (__writ_where)
    test "$where[1]" = "$command"
end

function __writ_at --argument-names command place more
    set -l where (__writ_where)
    test "$where[1]" = "$command"; or return
    test $where[2] -eq $place; and return
    test -n "$more"; and test $where[2] -gt $place
end
`;
}
