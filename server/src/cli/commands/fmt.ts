// `writ fmt`: formats files in place, or says which are not formatted.
import { joinPath } from '../../project/file-system.ts';
import { parseFile } from '../../syntax/parse.ts';
import { format, twoSpaces } from '../../syntax/print.ts';
import { applyEdits } from '../../text/edit.ts';
import { lineMap } from '../../text/line-map.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { fileBelow, pathFrom } from '../paths.ts';
import { printable } from '../printable.ts';
import { startProgress } from '../progress.ts';
import { type Rewrite, rewrite } from '../rewrite.ts';
import { findTargets, type Target } from '../targets.ts';
import { coversOf } from '../to-result.ts';

interface FmtOptions extends CommonOptions {
  readonly check?: true;
  readonly stdout?: true;
}

const guide: Guide = {
  about:
    'Only blanks and line ends are changed. A declaration that cannot be read stays as it is, and so does a file whose ' +
    'formatted text would be read as another one, which is said.',
  examples: [
    ['writ fmt', 'all files of the project'],
    ['writ fmt --check', 'for a build server: only say which are not formatted'],
  ],
  status: [
    'all files are formatted',
    'with --check, one is not',
    'the run could not be done, or a file could not be read, written or formatted',
  ],
};

export const declareFmt: DeclareCommand = (program, context) => {
  const command = program
    .command('fmt')
    .summary('formats files')
    .description('Formats files in place.')
    .argument('[path...]', 'files and folders to format');
  addCommonOptions(command)
    .option('--check', 'list the files that are not formatted, and write nothing')
    .option('--stdout', 'print the text of one file formatted, and write nothing')
    .action(async (paths: readonly string[], options: FmtOptions) => {
      context.end(await fmt(context.host, paths, options));
    });
  addGuide(command, context.host, guide);
};

/** A file as it was read and as it is to be. */
interface FormattedFile extends Rewrite {
  /** Its path from the working folder. */
  readonly shown: string;
}

interface Found {
  readonly files: readonly FormattedFile[];
  readonly status: ExitStatus;
}

async function fmt(host: Host, paths: readonly string[], options: FmtOptions): Promise<ExitStatus> {
  const { files, status } = await readFiles(host, paths, options);
  const changed = files.filter(({ before, after }) => before !== after);
  if (options.stdout === true) return worse(status, printOne(host, files, options));
  if (options.check === true) {
    list(host, changed, `${changed.length} of ${counted(files)} not formatted`);
    return worse(status, changed.length > 0 ? 1 : 0);
  }
  const failure = await rewrite(host.disk, changed);
  if (failure !== undefined) {
    complain(host, `nothing is written: ${failure}`);
    return 2;
  }
  list(host, changed, `${changed.length} of ${counted(files)} formatted anew`);
  return status;
}

async function readFiles(host: Host, paths: readonly string[], options: FmtOptions): Promise<Found> {
  const progress = startProgress(host);
  try {
    const found = await progress.stage('reading', 'files', () => findTargets(host, paths, options.project));
    progress.end();
    for (const problem of found.problems) complain(host, problem);
    let status: ExitStatus = found.problems.length > 0 || found.targets.length === 0 ? 2 : 0;
    const files: FormattedFile[] = [];
    for (const target of found.targets) {
      const read = readTarget(host, target, pathFrom(found.cwd, target.project.root));
      files.push(...read.files);
      status = worse(status, read.status);
    }
    return { files, status };
  } finally {
    progress.end();
  }
}

function readTarget(host: Host, { project, paths, others }: Target, root: string): Found {
  let status: ExitStatus = 0;
  const refuse = (message: string) => {
    complain(host, message);
    status = 2;
  };
  for (const path of others) refuse(`\`${fileBelow(root, path)}\` is no \`.writ\` file`);
  const covers = coversOf(paths);
  const files: FormattedFile[] = [];
  const named = [...project.files].filter(([path]) => paths.length > 0 && covers(path));
  for (const [path, content] of named.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const shown = fileBelow(root, path);
    if ('unreadable' in content) {
      refuse(`\`${shown}\` cannot be read: ${content.unreadable}`);
      continue;
    }
    const file = parseFile(content.text);
    const { edits, refused } = format(file, twoSpaces);
    if (refused !== undefined) {
      const line = lineMap(content.text).position(refused).line + 1;
      refuse(`\`${shown}:${line}\` would be read as something else when it is formatted: the file stays as it is`);
    }
    const after = applyEdits(content.text, edits);
    files.push({ path: joinPath(project.root, path), before: content.text, after, shown });
  }
  return { files, status };
}

function printOne(host: Host, files: readonly FormattedFile[], { check }: FmtOptions): ExitStatus {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    complain(host, `\`--stdout\` prints one file, and ${files.length} are named`);
    return 2;
  }
  host.stdout.write(file.after);
  return check === true && file.after !== file.before ? 1 : 0;
}

function list(host: Host, changed: readonly FormattedFile[], sum: string): void {
  host.stdout.write([...changed.map(({ shown }) => printable(shown)), sum, ''].join('\n'));
}

function counted(files: readonly FormattedFile[]): string {
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}
