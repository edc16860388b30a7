// `writ merge`: results of several runs as one.
import { fromUtf8 } from '../../text/utf8.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';
import type { ExitStatus, Host } from '../host.ts';
import { readSources } from '../import-sources.ts';
import type { Source } from '../merge/format.ts';

const guide: Guide = {
  about:
    'All are of one kind, which is told by what they hold: JSON of check or test, SARIF, or JUnit. What several of them say ' +
    'alike is said once. The result is the same whatever their order.',
  examples: [
    ['writ merge a.json b.json > all.json', ''],
    ['writ merge results > all.sarif', 'every .json, .sarif and .xml file of a folder'],
  ],
  status: [
    'nothing is an error and every expectation holds, as far as the results say',
    'something is, or one does not',
    'a run could not be done, or a FILE could not be read or holds something else; then nothing is printed',
  ],
};

export const declareMerge: DeclareCommand = (program, context) => {
  const command = program
    .command('merge')
    .summary('results of several runs as one')
    .description('Merges results of check and test, in the format that they are in.')
    .argument('<file...>', 'files of results, or folders of them')
    .action(async (files: readonly string[]) => {
      context.end(await merge(context.host, files));
    });
  addGuide(command, context.host, guide);
};

async function merge(host: Host, names: readonly string[]): Promise<ExitStatus> {
  const { files, problems } = await readSources(host, names, ['.json', '.sarif', '.xml']);
  const sources: Source[] = [];
  const unread = [...problems];
  for (const { path, bytes } of files) {
    const text = fromUtf8(bytes);
    if (text === undefined) unread.push(`\`${path}\` cannot be read: it is not UTF-8`);
    else sources.push({ name: path, text });
  }
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
