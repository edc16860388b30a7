// Expectations as tests: the editor runs them, and explains the one that does not hold.
import { describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import { fileUri, findings, showNew, until } from './editing.ts';

const text = `role Tester { description "Reads" members alice grants READ_RECORDS }
app Trials {
  field Status: choice("New", "Done")
  policy "New ones" { to alice when Status is "New" }
}
test "trials" {
  expect alice can READ_RECORDS in Trials with { Status "New" }
  expect bob can READ_RECORDS in Trials
}
`;

const explanation = () =>
  workspace.textDocuments.find(
    (document) =>
      document.uri.scheme === 'writ-explanation' &&
      document.getText().includes('expect bob can READ_RECORDS in Trials'),
  );

describe('the tests of the editor', () => {
  it('are the expectations: run all, then explain the first that does not hold', async () => {
    const { remove } = await showNew('trials.writ', text);
    await until('the file is read', () => findings(fileUri('trials.writ')) !== undefined);
    await commands.executeCommand('testing.refreshTests');
    await commands.executeCommand('testing.runAll');
    await commands.executeCommand('testing.coverageAll');
    await until('the explanation', async () => {
      await commands.executeCommand('testing.debugAll');
      return explanation() !== undefined;
    });
    await remove();
  });
});
