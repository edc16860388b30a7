// What can be taken out of a project without a test noticing, as lines of a test run that lead there, and as a document.
import { type CancellationToken, Location, Position, type TestRun, Uri } from 'vscode';
import { type RemovalsResult, removalsRequest } from '../../../server/src/lsp/protocol-tests.ts';
import { l10n } from '../l10n.ts';
import type { Writ } from '../writ.ts';

interface During {
  readonly run: TestRun;
  readonly token: CancellationToken;
}

/** Of the project with that root. */
export async function findUnnoticed(
  { client, explanations }: Writ,
  project: string,
  { run, token }: During,
): Promise<void> {
  const result = await client.sendRequest<RemovalsResult | null>(removalsRequest, { project }, token);
  if (result === null) return;
  run.appendOutput(`${result.summary}\r\n`);
  for (const { what, uri, range } of result.unnoticed) {
    const { line, character } = range.start;
    run.appendOutput(`  ${what}\r\n`, new Location(Uri.parse(uri), new Position(line, character)));
  }
  await explanations.show(l10n.t('What no test notices'), result.markdown);
}
