// Getting about as the editor does it: granting as a call hierarchy, colours, selections, links, types.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  commands,
  type DocumentLink,
  type Location,
  type LocationLink,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { fileUri, findings, placeOf, replace, show, showNew, until } from './editing.ts';

const text = `// writ-ignore unused-role: see https://example.com/why
role Reader { description "Reads" members Clerks grants view on Records }
group Clerks { description "At the desk" members alice, ivy }
user ivy "ivy@partner.example" { external }
app Archive {
  field Kind: choice("Paper", "Film")
  role Keeper { description "Keeps" members Clerks grants READ_RECORDS }
}
record box in Archive { Kind "Paper" }
`;

async function begin() {
  const made = await showNew('archive.writ', text);
  const { document } = made.editor;
  await until('the file is read', () => findings(document.uri).length > 0);
  return { ...made, document };
}

/** The places that something leads to, as the text that stands there. */
async function lead(command: string, document: TextDocument, at: string): Promise<string[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    command,
    document.uri,
    placeOf(document, at),
  );
  return found.map((each) => document.getText('targetRange' in each ? each.targetRange : each.range));
}

describe('getting about', () => {
  it('follows what is granted from a permission to people and back', async () => {
    const { document, remove } = await begin();
    const [permission] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      placeOf(document, 'READ_RECORDS'),
    );
    const next = (item: CallHierarchyItem | undefined) =>
      commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
    const roles = await next(permission);
    assert.deepEqual(roles.map(({ to }) => to.name).sort(), ['Keeper', 'Reader']);
    const [group] = await next(roles[0]?.to);
    assert.equal(group?.to.name, 'Clerks');
    const users = await next(group?.to);
    assert.deepEqual(users.map(({ to }) => to.name).sort(), ['alice', 'ivy']);
    const ivy = users.find(({ to }) => to.name === 'ivy');
    const back = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', ivy?.to);
    assert.deepEqual(
      back.map(({ from }) => from.name),
      ['Clerks', 'External Users'],
    );
    assert.deepEqual(
      back[0]?.fromRanges.map((range) => document.getText(range)),
      ['ivy'],
    );
    await remove();
  });

  it('colours names by what they stand for, also after an edit', async () => {
    const { editor, document, remove } = await begin();
    const colours = async () => {
      const legend = await commands.executeCommand<SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const { data } = await commands.executeCommand<SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return shown(document, legend, data);
    };
    const first = await colours();
    for (const each of [
      'Reader interface',
      'Clerks type',
      'ivy variable.external',
      'Archive class',
      '"Film" enumMember',
    ])
      assert.ok(
        first.some((one) => one.startsWith(each)),
        `${each} is not among ${first.join(', ')}`,
      );
    // What a grammar colours is left to it.
    assert.deepEqual(
      first.filter((each) => / (keyword|comment|string)/.test(each)),
      [],
    );
    await replace(editor, '{ external }', '{ external inactive }');
    await until('the new colour', async () => (await colours()).includes('ivy variable.deprecated.external'));
    await remove();
  });

  it('lets a selection grow at several places', async () => {
    const { document, remove } = await begin();
    const found = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, 'Paper", "Film'), placeOf(document, 'ivy }')],
    );
    const steps = (of: SelectionRange | undefined): string[] =>
      of === undefined ? [] : [document.getText(of.range), ...steps(of.parent)];
    const [option, member] = found.map(steps);
    assert.ok(option?.includes('Paper') && option.includes('"Paper"') && option.includes(text), option?.join('\n'));
    assert.ok(member?.includes('ivy') && member.includes('members alice, ivy'), member?.join('\n'));
    await remove();
  });

  it('links rules and addresses, and opens the page of the rule', async () => {
    const { document, remove } = await begin();
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = links.map(({ range, target }) => `${document.getText(range)} ${target?.toString(true)}`);
    assert.ok(targets.includes('unused-role writ-rule:/unused-role.md'), targets.join());
    assert.ok(targets.some((each) => each.startsWith('https://example.com/why')));
    await remove();
  });

  it('leads to types, to where a name is brought in and to what grants', async () => {
    const { document, remove } = await begin();
    assert.deepEqual(await lead('vscode.executeTypeDefinitionProvider', document, 'box in'), ['Archive']);
    assert.deepEqual(await lead('vscode.executeTypeDefinitionProvider', document, 'Kind "'), ['choice']);
    assert.deepEqual(await lead('vscode.executeDeclarationProvider', document, 'Archive { Kind'), ['Archive']);
    assert.deepEqual((await lead('vscode.executeImplementationProvider', document, 'READ_RECORDS')).sort(), [
      'READ_RECORDS',
      'view on Records',
    ]);
    assert.deepEqual(await lead('vscode.executeDefinitionProvider', document, '"Paper" }'), ['"Paper"']);
    await remove();
  });

  it('has the places of a name highlighted', async () => {
    const { document } = await show(fileUri('desk.writ'));
    const found = await commands.executeCommand<{ range: Range }[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, 'alice "'),
    );
    assert.equal(found.length, 2);
  });
});

function shown(document: TextDocument, legend: SemanticTokensLegend, data: Uint32Array): string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const word = document.getText(new Range(line, character, line, character + length));
    const modifiers = legend.tokenModifiers.filter((_, at) => (bits >> at) % 2 === 1 && at > 0);
    found.push(`${word} ${[legend.tokenTypes[type], ...modifiers].join('.')}`);
  }
  return found;
}
