// A project beside an earlier state of itself, through the protocol: what is read, what differs, and the lenses of that.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import type { ReadFile } from '../../server/src/lsp/protocol.ts';
import type {
  CompareResult,
  DifferenceTree,
  EarlierState,
  ReadEarlierParams,
  WireNode,
} from '../../server/src/lsp/protocol-difference.ts';
import { fullCapabilities, type Options, type Session, startSession } from './session.ts';

const uri = 'file:///desk/a.writ';
const editor = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, codeLens: { refreshSupport: true } },
  experimental: { writCommands: ['writ.showDifference'] },
};

type Texts = Readonly<Record<string, string>>;

/** A client that has an earlier state in memory, with the names of its files and whatever it was asked for. */
async function begin(
  earlier: Texts,
  now: Texts,
  options: Partial<Options> = {},
): Promise<{ session: Session; asked: string[] }> {
  const files = Object.fromEntries(Object.entries(now).map(([name, text]) => [`/desk/${name}`, text]));
  const session = await startSession({ files, capabilities: editor, ...options });
  const asked: string[] = [];
  session.client.onRequest<ReadFile, void>('writ/readEarlier', ({ path }: ReadEarlierParams) => {
    asked.push(path);
    const text = earlier[path];
    return text === undefined ? { failure: 'FileNotFound' } : { base64: Buffer.from(text).toString('base64') };
  });
  return { session, asked };
}

const stateOf = (paths: readonly string[], closed: readonly string[] = []): EarlierState => ({
  label: 'HEAD',
  files: paths.map((path) => ({ path, uri: `git:/desk/${path}?HEAD` })),
  closed,
});

const compare = (session: Session, earlier: EarlierState | null, comparison = 'HEAD') =>
  session.request<CompareResult | null>('writ/compare', { comparison, earlier });

const differenceOf = (session: Session, comparison = 'HEAD') =>
  session.request<DifferenceTree | null>('writ/difference', { comparison });

/** A line for each node, and where it leads. */
function linesOf(nodes: readonly WireNode[] = [], indent = ''): string[] {
  return nodes.flatMap(({ label, detail, keys = [], before, after, children }) => {
    const places = [before, after].map((place) =>
      place === undefined ? '' : ` @${place.uri}:${place.range.start.line}`,
    );
    const key = keys.length === 0 ? '' : ` [${keys.join(', ')}]`;
    return [
      `${indent}${label}${detail === undefined ? '' : `: ${detail}`}${key}${places.join('')}`,
      ...linesOf(children, `${indent}  `),
    ];
  });
}

async function lensesOf(session: Session): Promise<string[]> {
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  return lenses.flatMap(({ range, command }) =>
    command === undefined ? [] : [`${range.start.line} ${command.title}`],
  );
}

const desk = (members: string, grants: string, more = '') => `user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { members ${members} }
app Desk {
  field Status: choice("New", "Open")
  role Agent { members Agents  grants ${grants} }
  policy P { to Agents  when Status is "Open" }
}
${more}`;

const old = desk('alice, bob', 'READ_RECORDS', 'role Gone { members alice  grants READ_ROLES }\n');
const now = desk('alice', 'READ_RECORDS, CREATE_RECORDS');

describe('a comparison', () => {
  it('is a tree of changes, places, entries and causes, with both sides', async () => {
    const { session } = await begin({ 'a.writ': old }, { 'a.writ': now });
    assert.deepEqual(await compare(session, stateOf(['a.writ'])), {});
    const { nodes, ...rest } = (await differenceOf(session)) ?? { nodes: [] };
    assert.deepEqual(rest, {
      label: 'HEAD',
      headline: '1 gained, 2 lost',
      more: 1,
      less: 2,
      other: 0,
      unknown: 0,
      signs: '+1 −2',
      words: '1 gained or widened, 2 lost or narrowed',
    });
    const [before, after] = [' @git:/desk/a.writ?HEAD', ` @${uri}`];
    assert.deepEqual(linesOf(nodes), [
      'Gained: 1',
      '  `Desk`',
      `    \`Agents\` (1 member): \`CREATE_RECORDS\` [role Desk.Agent, group Agents]${after}:5`,
      `      now by role \`Agent\` through \`Agents\`${after}:5`,
      'Lost: 2',
      '  the organization',
      `    \`alice\`: \`READ_ROLES\`${before}:8`,
      `      before by role \`Gone\`${before}:8`,
      '  `Desk`',
      `    \`bob\`: \`READ_RECORDS\` [role Desk.Agent, group Agents]${before}:5`,
      '      before: when `Status is "Open"`',
      '      for example `bob` in `Desk`, before: `Status "Open"`',
      `      before by role \`Agent\` through \`Agents\`${before}:5`,
      `      before by policy \`P\` through \`Agents\`${before}:6`,
    ]);
    assert.deepEqual(session.errors, []);
  });

  it('follows what is typed, and has lenses asked for again when what they say changes', async () => {
    const { session, asked } = await begin({ 'a.writ': now }, { 'a.writ': now });
    await session.looked('/desk', () => session.open('/desk/a.writ'));
    await compare(session, stateOf(['a.writ']));
    assert.equal((await differenceOf(session))?.headline, 'nobody may do more or less');
    assert.deepEqual(await lensesOf(session), []);
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'CREATE_RECORDS', 'DELETE_RECORDS'));
    // Found when it is asked for, and then no editor needs another edit to ask again.
    assert.deepEqual(await lensesOf(session), []);
    const before = session.refreshes();
    assert.equal((await differenceOf(session))?.signs, '+1 −1');
    await session.until(() => session.refreshes() > before);
    assert.deepEqual(await lensesOf(session), ['5 vs HEAD: +1 −1']);
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'user alice', '\n\nuser alice'));
    assert.deepEqual(await lensesOf(session), ['7 vs HEAD: +1 −1']);
    // The earlier state is read once.
    assert.equal(asked.filter((path) => path === 'a.writ').length, 1);
    await compare(session, null);
    assert.deepEqual([await differenceOf(session), await lensesOf(session)], [null, []]);
  });

  it('has a switch for its lenses, which stand for HEAD alone', async () => {
    const configuration = { ...editor.workspace, configuration: true };
    const options = {
      settings: { codeLens: { difference: false } },
      capabilities: { ...editor, workspace: configuration },
    };
    const { session } = await begin({ 'a.writ': old }, { 'a.writ': now }, options);
    await session.open('/desk/a.writ');
    await compare(session, stateOf(['a.writ']), 'another');
    await differenceOf(session, 'another');
    await compare(session, stateOf(['a.writ']));
    await differenceOf(session);
    assert.deepEqual(await lensesOf(session), []);
    const before = session.refreshes();
    await session.configure({ codeLens: { difference: true } });
    await session.until(() => session.refreshes() > before);
    assert.deepEqual(await lensesOf(session), ['2 vs HEAD: +1 −1', '5 vs HEAD: +1 −1']);
    await compare(session, null);
    assert.notEqual(await differenceOf(session, 'another'), null);
  });

  it('reads settings, projects inside and directories of the earlier state', async () => {
    const people = (name: string) =>
      JSON.stringify([{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: name, active: true }]);
    const text = 'directory "people.json"\nrole R { members zoe  grants READ_ROLES }\n';
    const earlier = {
      'writ.json': '{ "exclude": ["out.writ"] }',
      'a.writ': text,
      'out.writ': 'role R { grants ADMIN }',
      'in/writ.json': '{}',
      'in/b.writ': 'user eve "eve@acme.com"',
      'people.json': people('zoe'),
    };
    const { session } = await begin(earlier, { 'writ.json': '{}', 'a.writ': text, 'people.json': people('yan') });
    await compare(session, stateOf(Object.keys(earlier).filter((path) => path !== 'people.json')));
    const { nodes, signs } = (await differenceOf(session)) ?? { nodes: [], signs: '' };
    assert.equal(signs, '−1 ?1');
    assert.match(
      linesOf(nodes).join('\n'),
      /Not decided: 1\n {2}in the organization: after: a declaration of the organization is broken/,
    );
    const same = Object.fromEntries(Object.entries(earlier).filter(([path]) => !path.startsWith('in/')));
    const { session: sound } = await begin(earlier, same);
    await compare(sound, stateOf(Object.keys(earlier).filter((path) => path !== 'people.json')));
    assert.equal((await differenceOf(sound))?.headline, 'nobody may do more or less');
  });

  it('shows names as text in one line, whatever is in them', async () => {
    const names = ['a\u001b[2J\u202eb', 'a\nb', '$(alert) [x](command:y)', '`a`', '<img src=x>'];
    const text = (grants: string) =>
      names
        .map((name, i) => {
          const quoted = JSON.stringify(name);
          return `user ${quoted} "u${i}@acme.com"\napp ${JSON.stringify(`${name} app`)} { role ${quoted} { members ${quoted}  grants ${grants} } }\n`;
        })
        .join('');
    const { session } = await begin({ 'a.writ': text('CREATE_RECORDS') }, { 'a.writ': text('DELETE_RECORDS') });
    await compare(session, stateOf(['a.writ']));
    const lines = linesOf((await differenceOf(session))?.nodes);
    assert.ok(lines.length > 3 * names.length, lines.join('\n'));
    for (const line of lines) assert.doesNotMatch(line.replace(/ \[role .*/, ''), /[\p{Cc}\u202e]/u);
  });

  it('takes nothing that cannot be read for no difference', async () => {
    const { session } = await begin({}, { 'a.writ': now });
    session.client.onRequest<ReadFile, void>('writ/readEarlier', () => ({ failure: 'NoPermissions' }));
    await compare(session, stateOf(['a.writ'], ['sub']));
    const { nodes, unknown } = (await differenceOf(session)) ?? { nodes: [], unknown: 0 };
    const lines = linesOf(nodes);
    assert.ok(unknown > 0);
    for (const line of [
      '`a.writ` cannot be read before: permission denied',
      '`sub` cannot be read before: it is another repository, which is not compared',
      '`writ.json` cannot be read before: permission denied',
    ])
      assert.ok(lines.includes(line), lines.join('\n'));
  });

  it('is written down as a test, of all of it or of entries', async () => {
    const { session } = await begin({ 'a.writ': old }, { 'a.writ': now });
    const ask = (more: object) =>
      session.request<{ edit: WorkspaceEdit } | { problem: string } | null>('writ/differenceTest', {
        comparison: 'HEAD',
        side: 'after',
        ...more,
      });
    assert.equal(await ask({}), null);
    await compare(session, stateOf(['a.writ']));
    const linesIn = async (more: object) => {
      const inserted = await ask(more);
      assert.ok(inserted !== null && 'edit' in inserted, JSON.stringify(inserted));
      const edits = (inserted.edit.documentChanges ?? []).flatMap((each) => ('edits' in each ? each.edits : []));
      return edits.flatMap((each) => ('newText' in each ? each.newText : '').split('\n').filter((line) => line !== ''));
    };
    const all = await linesIn({});
    assert.deepEqual(all, [
      'test "Changed since HEAD" {',
      '  expect alice cannot READ_ROLES in organization',
      '  expect Agents can CREATE_RECORDS in Desk',
      '  expect bob cannot READ_RECORDS in Desk',
      '}',
    ]);
    const { nodes } = (await differenceOf(session)) ?? { nodes: [] };
    const entry = nodes[0]?.children?.[0]?.children?.[0]?.entry;
    assert.deepEqual(await linesIn({ entries: [entry], side: 'before' }), [
      'test "As it was at HEAD" {',
      '  expect Agents cannot CREATE_RECORDS in Desk',
      '}',
    ]);
    assert.deepEqual(await ask({ entries: ['none of them'] }), {
      problem: 'what was chosen does not differ any more',
    });
  });

  it('may be with another folder, but not with its own', async () => {
    const { session } = await begin({}, { 'a.writ': now }, { folders: ['/desk'] });
    await session.disk({ '/old/writ.json': '{}', '/old/a.writ': old, '/nothing/x': '' });
    const folder = (name: string): EarlierState => ({ label: name, folder: `file:///${name}` });
    assert.deepEqual(await compare(session, folder('old'), 'chosen'), {});
    assert.equal((await differenceOf(session, 'chosen'))?.headline, '1 gained, 2 lost');
    assert.deepEqual(await compare(session, folder('nothing')), {
      problem: 'there is no `writ.json` and no `.writ` file',
    });
    assert.deepEqual(await compare(session, folder('desk')), { problem: 'it is of the same project' });
    assert.equal(await differenceOf(session), null);
  });

  it('after edits is what it is from nothing', async () => {
    const grants = ['READ_RECORDS', 'CREATE_RECORDS', 'ADMIN', 'READ_RECORD'];
    const members = ['alice', 'bob', 'alice, bob', 'nobody'];
    const texts = fc
      .tuple(fc.constantFrom(...members), fc.constantFrom(...grants))
      .map(([who, what]) => desk(who, what));
    await fc.assert(
      fc.asyncProperty(texts, fc.array(texts, { minLength: 1, maxLength: 4 }), async (earlier, edits) => {
        const last = edits.at(-1) ?? '';
        const { session } = await begin({ 'a.writ': earlier }, { 'a.writ': edits[0] ?? '' });
        await compare(session, stateOf(['a.writ']));
        for (const edit of edits.slice(1).filter((edit, i) => edit !== edits[i])) {
          await differenceOf(session);
          await session.looked('/desk', () => session.disk({ '/desk/a.writ': edit }));
        }
        const { session: cold } = await begin({ 'a.writ': earlier }, { 'a.writ': last });
        await compare(cold, stateOf(['a.writ']));
        assert.deepEqual(await differenceOf(session), await differenceOf(cold));
      }),
      { seed: 7, numRuns: 25 },
    );
  });
});
