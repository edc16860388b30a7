// The manual page of the command line, writ(1), made of the program's own help.
import type { CommandContext } from '../server/src/cli/command.ts';
import { type Guide, type List, listsOf } from '../server/src/cli/guide.ts';
import { nodeHost } from '../server/src/cli/node-host.ts';
import { type CommandShape, type ProgramShape, shapeOf } from '../server/src/cli/program-shape.ts';
import { programOf } from '../server/src/cli/run.ts';

/** The program is declared and never run. */
export function programShape(): ProgramShape {
  const context: CommandContext = { host: nodeHost(), end: () => undefined };
  return shapeOf(programOf(context));
}

/** Roff with the macros of man(7), the same for the same version. */
export function manPage(program: ProgramShape): string {
  const { version, description, guide, options } = program;
  const lines = [
    `.TH WRIT 1 "" "writ ${version}" "User Commands"`,
    '.SH NAME',
    'writ \\- access as code: checks who may do what',
    '.SH SYNOPSIS',
    ...program.commands.map(({ name, usage }) => `.B writ ${text(name)}\n${text(usage)}\n.br`),
    '.SH DESCRIPTION',
    text(description),
    ...paragraphs(guide),
    '.SH OPTIONS',
    ...options.flatMap(({ flags, description: about }) => tagged(flags, about)),
    '.SH COMMANDS',
    ...program.commands.flatMap(commandLines),
    ...lists(guide).flatMap(({ title, rows }) => [
      `.SH ${text(title.toUpperCase())}`,
      ...rows.flatMap((row) => tagged(...row)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines({ name, usage, description, options, arguments: all, guide }: CommandShape): string[] {
  return [
    `.SS writ ${text(`${name} ${usage}`)}`,
    text(description),
    ...paragraphs(guide),
    ...all.flatMap((argument) => tagged(argument.name.toUpperCase(), argument.description)),
    ...options
      .filter((option) => option.name !== '--help')
      .flatMap((option) => tagged(option.flags, withChoices(option))),
    ...lists(guide).flatMap(({ title, rows }) => [
      '.PP',
      `.B ${text(title)}:`,
      ...rows.flatMap((row) => tagged(...row)),
    ]),
  ];
}

function withChoices({ description, value }: CommandShape['options'][number]): string {
  return value?.kind === 'words' && value.words.length < 12 ? `${description}: ${value.words.join(', ')}` : description;
}

function paragraphs(guide: Guide | undefined): string[] {
  const all = (guide?.about ?? '').split('\n\n').filter((each) => each !== '');
  return all.flatMap((each) => ['.PP', text(each)]);
}

function lists(guide: Guide | undefined): List[] {
  return guide === undefined ? [] : listsOf(guide);
}

function tagged(term: string, about: string): string[] {
  return ['.TP', `.B ${text(term.trim())}`, text(about)];
}

/** A line that roff shows letter by letter; an empty one would be a request for space. */
function text(words: string): string {
  const escaped = words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('\n', ' ')
    .replace(/^(?=[.'])/, '\\&');
  return escaped === '' ? '\\&' : escaped.replaceAll('"', '\\(dq');
}
