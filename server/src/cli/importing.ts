// Runs an import up to the Writ that it makes: files read, their format known, what is wrong said.
import type { Imported } from '../exchange/importer.ts';
import { formatOf, type ImportFormat, importers } from '../exchange/importers.ts';
import { complain } from './command.ts';
import type { Host } from './host.ts';
import { linksFrom } from './import-links.ts';
import { importReport } from './import-report.ts';
import { readSources, type SourceFile } from './import-sources.ts';
import { startProgress } from './progress.ts';

export interface ImportTask {
  /** Files and folders as the user wrote them. */
  readonly names: readonly string[];
  /** Undefined where their names tell it. */
  readonly format: ImportFormat | undefined;
  /** One of the format's forms, as the user wrote it. */
  readonly form: string | undefined;
  /** Absolute: where the Writ is to stand, and the project that it is to belong to. Neither need be there yet. */
  readonly folder: string;
  readonly root: string;
}

/** The forms of all formats, each once. */
export const allForms: readonly string[] = [
  ...new Set([...importers.values()].flatMap(({ forms }) => forms.map(({ name }) => name))),
];

/** Gives what there is to write; undefined where that is nothing, which is then said. */
export async function runImport(host: Host, task: ImportTask): Promise<Imported | undefined> {
  const progress = startProgress(host);
  try {
    const endings = task.format?.endings ?? [...importers.values()].flatMap((format) => format.endings);
    const sources = await progress.stage('reading', 'files', () => readSources(host, task.names, endings));
    const request = sources.problems.length > 0 ? sources : requestOf(task, sources.files);
    if ('problems' in request) {
      progress.end();
      for (const problem of request.problems) complain(host, problem);
      return undefined;
    }
    const { format, form } = request;
    const linkTo = await linksFrom(host, task, sources.files);
    const imported = await progress.stage('importing', 'files', () => format.read(sources.files, { form, linkTo }));
    progress.end();
    if (imported.files.length > 0) return imported;
    host.stderr.write(importReport(imported));
    complain(host, 'nothing of what is there can be imported');
    return undefined;
  } finally {
    progress.end();
  }
}

interface Problems {
  readonly problems: readonly string[];
}

/** The format, and the form of it that is asked for or meant where none is. */
function requestOf(
  task: ImportTask,
  files: readonly SourceFile[],
): { readonly format: ImportFormat; readonly form: string | undefined } | Problems {
  const format = task.format ?? commonFormat(files);
  if ('problems' in format) return format;
  const form = task.form ?? format.forms[0]?.name;
  const isKnown = form === undefined || format.forms.some(({ name }) => name === form);
  return isKnown ? { format, form } : { problems: [`this format is not imported \`--as ${form}\``] };
}

function commonFormat(files: readonly SourceFile[]): ImportFormat | Problems {
  const unknown = files.filter(({ path }) => formatOf(path) === undefined);
  if (unknown.length > 0)
    return { problems: unknown.map(({ path }) => `the name of \`${path}\` tells no format that can be imported`) };
  const [first, ...others] = files;
  const format = first === undefined ? undefined : formatOf(first.path);
  if (first === undefined || format === undefined) return { problems: ['there is no file to import'] };
  const other = others.find(({ path }) => formatOf(path) !== format);
  if (other === undefined) return format;
  return {
    problems: [`\`${first.path}\` and \`${other.path}\` are of two formats: begin with one, and import the other`],
  };
}
