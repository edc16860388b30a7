// `writ merge`: results of several runs as one.
import { fromUtf8 } from '../../text/utf8.ts';
import { complain, type DeclareCommand } from '../command.ts';
import type { ExitStatus, Host } from '../host.ts';
import { readSources } from '../import-sources.ts';
import type { Source } from '../merge/format.ts';

const help = `
All are of one kind, which is told by what they hold: JSON of check or test, SARIF, or JUnit. What several of them say alike
is said once. The result is the same whatever their order.

Examples:
  writ merge results/*.json > all.json
  writ merge results > all.sarif          every .json, .sarif and .xml file of a folder

Exit status: the worst that the results say, as far as their kind tells: 0 nothing is an error and every expectation holds; 1
something is, or one does not; 2 a run could not be done, or a FILE could not be read or holds something else. Then nothing
is printed.`;

export const declareMerge: DeclareCommand = (program, context) => {
  program
    .command('merge')
    .summary('results of several runs as one')
    .description('Merges results of check and test, in the format that they are in.')
    .argument('<file...>', 'files of results, or folders of them')
    .addHelpText('after', help)
    .action(async (files: readonly string[]) => {
      context.end(await merge(context.host, files));
    });
};

async function merge(host: Host, names: readonly string[]): Promise<ExitStatus> {
  const { files, problems } = await readSources(host, names, ['.json', '.sarif', '.xml']);
  const sources = files.flatMap(({ path, bytes }): Source[] => {
    const text = fromUtf8(bytes);
    return text === undefined ? [] : [{ name: path, text }];
  });
  const undecoded = files.filter(({ path }) => !sources.some(({ name }) => name === path));
  const unread = [...problems, ...undecoded.map(({ path }) => `\`${path}\` cannot be read: it is not UTF-8`)];
  if (unread.length > 0) return refuse(host, unread);
  // No other command waits for what reads results.
  const { mergeResults } = await import('../merge/merge.ts');
  const merged = mergeResults(sources);
  if ('problems' in merged) return refuse(host, merged.problems);
  await host.stdout.send(merged.text);
  return merged.status;
}

function refuse(host: Host, problems: readonly string[]): ExitStatus {
  for (const problem of problems) complain(host, problem);
  return 2;
}
