// Expectations as tests: the editor runs them, and explains the one that does not hold.
import { describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import { fileUri, findings, replace, showNew, until } from './editing.ts';

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

const explanation = (of: string) =>
  workspace.textDocuments.find(
    (document) => document.uri.scheme === 'writ-explanation' && document.getText().includes(of),
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
      return explanation('expect bob can READ_RECORDS in Trials') !== undefined;
    });
    await remove();
  });

  it('run again after each change, as long as that is wanted', async () => {
    const held = text.replace('expect bob can', 'expect bob cannot').replaceAll('Trials', 'Rehearsals');
    const { editor, remove } = await showNew('rehearsals.writ', held);
    await until('the file is read', () => findings(fileUri('rehearsals.writ')) !== undefined);
    await commands.executeCommand('testing.refreshTests');
    await commands.executeCommand('testing.startContinuousRun');
    await replace(
      editor,
      'expect alice can READ_RECORDS in Rehearsals with',
      'expect alice cannot READ_RECORDS in Rehearsals with',
    );
    await until('the explanation of what has failed', async () => {
      // Nothing has failed but by that run.
      await commands.executeCommand('testing.debugFailTests');
      return explanation('expect alice cannot READ_RECORDS in Rehearsals') !== undefined;
    });
    await commands.executeCommand('testing.stopContinuousRun');
    await remove();
  });
});
