// A new project in a folder: what is written, what is found in it, and that nothing is ever written over.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, extensions, languages, workspace } from 'vscode';
import { fileUri, until } from './editing.ts';

const make = (template: string, folder: string) =>
  commands.executeCommand<string | undefined>('writ.newPolicyProject', {
    template,
    folder: fileUri(folder).toString(),
  });

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await workspace.fs.readDirectory(fileUri(folder))).map(([name]) => name).sort();
}

describe('New Policy Project', () => {
  it('makes a project of a template, opens what to read first, and finds nothing wrong with it', async () => {
    const main = await make('contractors', 'made');
    assert.equal(main, fileUri('made/jobs.writ').toString());
    assert.deepEqual(await namesIn('made'), ['jobs.writ', 'organization.writ', 'tests.writ', 'writ.json']);
    // With the one finding that there is then, all of the project has been looked at.
    await workspace.fs.writeFile(fileUri('made/more.writ'), new TextEncoder().encode('group More { members ada }\n'));
    await until('the finding of a group that nothing names, and no other', () => {
      const all = languages.getDiagnostics().filter(([uri]) => uri.toString().startsWith(fileUri('made/').toString()));
      const codes = all.flatMap(([, found]) => found.map(({ code }) => (typeof code === 'object' ? code.value : code)));
      return codes.join() === 'unused-group';
    });
    await workspace.fs.delete(fileUri('made/more.writ'));
    // Read, not opened: what is open stays a part of the projects around it when its file is gone.
    const organization = new TextDecoder().decode(await workspace.fs.readFile(fileUri('made/organization.writ')));
    assert.match(organization, /^organization "made" \{$/m);
    await commands.executeCommand('workbench.action.closeActiveEditor');

    assert.equal(await make('minimal', 'made'), undefined);
    assert.deepEqual(await namesIn('made'), ['jobs.writ', 'organization.writ', 'tests.writ', 'writ.json']);
    await workspace.fs.delete(fileUri('made'), { recursive: true });
  });

  it('makes nothing of a template that there is not', async () => {
    assert.equal(await make('x', 'unmade'), undefined);
    const isThere = await namesIn('unmade').then(
      () => true,
      () => false,
    );
    assert.equal(isThere, false);
  });

  it('has its words in the language of the editor', () => {
    const { packageJSON } = extensions.getExtension('writ.writ') ?? {};
    const titles = [...packageJSON.contributes.commands].map(({ title }) => String(title));
    assert.ok(titles.includes('New Policy Project…'), titles.join());
  });
});
