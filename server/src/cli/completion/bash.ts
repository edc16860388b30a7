// The completion script of bash, 3.2 or newer, which needs no package for it.
import type { ProgramShape } from '../program-shape.ts';
import { quoted, type Scope, scopesOf, valuesOf, valueText } from './scopes.ts';

/** Tables of what there is, each of which leaves its answer in REPLY, and the function that walks the words typed so far. */
export function bashScript(program: ProgramShape): string {
  const scopes = scopesOf(program);
  return `# Completion of writ ${program.version} for bash.

_writ_options() {
  case $1 in
${scopes.map(optionsCase).join('\n')}
    *) REPLY= ;;
  esac
}

# What an option takes, by its command and name; empty where it takes nothing.
_writ_value() {
  case $1 in
${scopes.flatMap(valueCases).join('\n')}
    *) REPLY= ;;
  esac
}

# What an argument is, by its command and how many stand before it.
_writ_argument() {
  case $1 in
    ' 0') REPLY=${sh(valueText({ kind: 'words', words: program.commands.map(({ name }) => name) }))} ;;
${scopes.flatMap(argumentCases).join('\n')}
    *) REPLY= ;;
  esac
}

${walk}`;
}

function sh(text: string): string {
  return quoted(text, "'\\''");
}

function optionsCase({ command, shape }: Scope): string {
  return `    ${sh(command)}) REPLY=${sh(shape.options.map(({ name }) => name).join(' '))} ;;`;
}

function valueCases(scope: Scope): string[] {
  return valuesOf(scope).map(
    ({ option, value }) => `    ${sh(`${scope.command} ${option.name}`)}) REPLY=${sh(valueText(value))} ;;`,
  );
}

function argumentCases({ command, shape }: Scope): string[] {
  return shape.arguments.map(({ value, isRepeated }, place) => {
    const pattern = isRepeated ? `${sh(`${command} `)}*` : sh(`${command} ${place}`);
    return `    ${pattern}) REPLY=${sh(valueText(value))} ;;`;
  });
}

/** \`--name=value\` reaches it as three words, or as one where COMP_WORDBREAKS has no \`=\`. */
const walk = `_writ() {
  local REPLY= command= option= rest= prefix= place=0 i word
  local cur=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $rest || $word != -?* ]]; then
      if [[ -n $command ]]; then place=$((place + 1)); else command=$word; fi
    elif [[ $word == -- ]]; then
      rest=1
    elif [[ $word != *=* ]]; then
      _writ_value "$command $word"
      if [[ \${COMP_WORDS[i + 1]} == = ]]; then
        if ((i + 2 >= COMP_CWORD)); then option=$word; fi
        i=$((i + 2))
      elif [[ -n $REPLY ]]; then
        if ((i + 1 == COMP_CWORD)); then option=$word; fi
        i=$((i + 1))
      fi
    fi
  done
  if [[ -n $option && $cur == = ]]; then
    cur=
  elif [[ -z $option && -z $rest && $cur == --*=* ]]; then
    option=\${cur%%=*} prefix=\${cur%%=*}= cur=\${cur#*=}
  fi
  if [[ -n $option ]]; then
    _writ_value "$command $option"
  elif [[ -z $rest && $cur == -* ]]; then
    _writ_options "$command"
    REPLY="words $REPLY"
  else
    _writ_argument "$command $place"
  fi
  case $REPLY in
    'words '*) COMPREPLY=($(compgen -P "$prefix" -W "\${REPLY#words }" -- "$cur")) ;;
    files) compopt -o default 2> /dev/null ;;
    folders) compopt -o dirnames 2> /dev/null ;;
  esac
}

# What bash does of itself with names of files is right for their quotes and blanks. Before bash 4 it cannot be asked for in one
# place and not in another.
if type compopt > /dev/null 2>&1; then complete -F _writ writ; else complete -o default -F _writ writ; fi
`;
