// The completion script of zsh, for its own completion system.
import type { ArgumentShape, CommandShape, OptionShape, ProgramShape, Value } from '../program-shape.ts';
import { quoted } from './scopes.ts';

/** Works as a file \`_writ\` of \`$fpath\` as well as sourced. */
export function zshScript(program: ProgramShape): string {
  return `#compdef writ
# Completion of writ ${program.version} for zsh.

_writ() {
  local curcontext=$curcontext state line ret=1
  local -A opt_args
  _arguments -C \\
${program.options.map((option) => `    ${optionSpec(option)} \\\n`).join('')}    '1: :->command' \\
    '*:: :->rest' && ret=0
  case $state in
    command)
      local -a commands
      commands=(
${program.commands.map(({ name, summary }) => `        ${sh(`${name}:${summary}`)}`).join('\n')}
      )
      _describe command commands && ret=0
      ;;
    rest)
      curcontext="\${curcontext%:*:*}:writ-$words[1]:"
      case $words[1] in
${program.commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _writ ]]; then _writ "$@"; else compdef _writ writ; fi
`;
}

function sh(text: string): string {
  return quoted(text, "'\\''");
}

function commandCase(command: CommandShape): string {
  const specs = [...command.options.map(optionSpec), ...command.arguments.map(argumentSpec)];
  return `        ${command.name}) _arguments ${specs.map((spec) => `\\\n          ${spec} `).join('')}&& ret=0 ;;`;
}

function optionSpec({ name, description, value, mayRepeat }: OptionShape): string {
  const about = `[${description.replace(/[\\[\]:]/g, '\\$&')}]`;
  if (value === undefined) return sh(name === '--help' || name === '--version' ? `(- *)${name}${about}` : name + about);
  return sh(`${mayRepeat ? '*' : ''}${name}=${about}:${name.slice(2)}:${action(value)}`);
}

function argumentSpec({ name, value, isRequired, isRepeated }: ArgumentShape): string {
  if (isRepeated) return sh(`*:${name}:${action(value)}`);
  return sh(`${isRequired ? '' : ':'}:${name}:${action(value)}`);
}

function action(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `(${value.words.join(' ')})`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'text':
      return ' ';
  }
}
