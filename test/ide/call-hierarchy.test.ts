// What grants to whom, as a tree: each line is one step, with the words that it is by.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { allSymbols } from '../../server/src/ide/all-symbols.ts';
import { type GrantItem, grantedBy, grantItemAt, grantsTo } from '../../server/src/ide/call-hierarchy.ts';
import { originIn } from '../../server/src/model/profiles.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';
import { diskProject } from '../support/snapshot.ts';

type Follow = typeof grantedBy;

const deepest = 6;

function treeBelow(snapshot: Snapshot, item: GrantItem, follow: Follow, depth = 1): string[] {
  if (depth > deepest) return [`${'  '.repeat(depth)}…`];
  return follow(snapshot, item).flatMap((link) => {
    const by = link.at.map(({ file, span }) => snapshot.source(file)?.text.slice(span.start, span.end) ?? `in ${file}`);
    const line = `${'  '.repeat(depth)}${link.item.kind} ${link.item.name} (${link.item.detail}) by ${by.join(' and ')}`;
    return [line, ...treeBelow(snapshot, link.item, follow, depth + 1)];
  });
}

function tree(text: string, follow: Follow): string {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  const item = grantItemAt(made.snapshot, path, offset);
  if (item === undefined) return 'nothing';
  return [`${item.kind} ${item.name} (${item.detail})`, ...treeBelow(made.snapshot, item, follow)].join('\n');
}

const project = (cursor: string) =>
  `--- file: people.writ
user alice "a@x.com" { inactive }
user bob "b@y.com" { external }
group Agents { members alice, bob }
group Partners { domain "y.com" }
role Auditor { members Partners grants view on Records expires 2026-01-31 }
--- file: desk.writ
app Desk {
  field S: text
  role Agent { members Agents, bob, Agents grants READ_RECORDS, CREATE_RECORDS }
  managed role "Content Viewer" { members "External Users" }
  policy P { to Agents, Bot }
  default policy
  service account Bot { roles Agent usable by alice }
  automation A { trigger createRecord runs as Bot built by bob action updateField }
  agent G { built by bob tool searchAspect tool updateRecord runs as Bot }
}
query bob can READ_RECORDS in Desk
`.replace(cursor.replace('$0', ''), cursor);

describe('call hierarchy', () => {
  it('shows to whom a permission comes, by roles, groups and accounts, across files', () => {
    assert.equal(
      tree(project('can READ_$0RECORDS'), grantsTo),
      `permission READ_RECORDS (View Records)
  role Auditor (role, expired 2026-01-31) by READ_RECORDS
    group Partners (group of 1) by Partners
      user bob (b@y.com, external) by Partners
        agent G (agent of Desk) by bob
  role Agent (role of Desk) by READ_RECORDS
    group Agents (group of 2) by Agents and Agents
      user alice (a@x.com, inactive) by alice
      user bob (b@y.com, external) by bob
        agent G (agent of Desk) by bob
    user bob (b@y.com, external) by bob
      agent G (agent of Desk) by bob
    service account Bot (service account of Desk) by Agent
      user alice (a@x.com, inactive) by alice
      automation A (automation of Desk) by Bot
      agent G (agent of Desk) by Bot
  managed role Content Viewer (managed role of Desk) by READ_RECORDS
    group External Users (group of 1) by "External Users"
      user bob (b@y.com, external) by "External Users"
        agent G (agent of Desk) by bob`,
    );
  });

  it('shows by what somebody has what they have', () => {
    const made = fixture(project('group Agents { members alice, b$0ob'));
    const { path, offset } = onlyCursor(made);
    const item = grantItemAt(made.snapshot, path, offset);
    assert.ok(item);
    const steps = (of: GrantItem) => grantedBy(made.snapshot, of).map((link) => `${link.item.kind} ${link.item.name}`);
    assert.deepEqual(steps(item), ['group Agents', 'group Partners', 'group External Users', 'role Agent']);
    const [agents, partners, external] = grantedBy(made.snapshot, item).map((link) => link.item);
    assert.ok(agents && partners && external);
    assert.deepEqual(steps(agents), ['role Agent', 'policy P']);
    assert.deepEqual(steps(external), ['managed role Content Viewer']);
    const [auditor] = grantedBy(made.snapshot, partners).map((link) => link.item);
    assert.ok(auditor);
    assert.deepEqual(steps(auditor), ['organization organization', 'level view on Records']);
  });

  it('shows who may pick an account, and who acts as it', () => {
    assert.equal(
      tree(project('as B$0ot built by bob action'), grantsTo),
      `service account Bot (service account of Desk)
  user alice (a@x.com, inactive) by alice
  automation A (automation of Desk) by Bot
  agent G (agent of Desk) by Bot`,
    );
  });

  it('shows the roles that grant a level as it is written, and nothing beyond', () => {
    assert.equal(
      tree(project('grants vi$0ew on Records'), (snapshot, known) =>
        known.key.includes('level') ? grantedBy(snapshot, known) : [],
      ),
      `level view on Records (level)
  role Auditor (role, expired 2026-01-31) by view on Records`,
    );
  });

  it('has nothing of fields, records, keywords, unknown names, and where nothing stands', () => {
    for (const text of [
      'app A { field S$0: text }',
      'app A { field S: text } record r$0 in A { S "x" }',
      'us$0er a "a@x.com"',
      'group G { members no$0body }',
      'role R { description "d" grants NO$0PE }',
      '$0',
      '// user a$0',
    ])
      assert.equal(tree(text, grantsTo), 'nothing', text);
  });

  it('goes on from an item that is older than the text, and ends where that is gone', () => {
    const item = grantItemAt(snapshotOf('user al "a@x.com"\ngroup G { members al }'), 'main.writ', 5);
    assert.ok(item);
    const moved = snapshotOf('// above\n\ngroup H { members al }\nuser al "a@x.com"');
    assert.deepEqual(
      grantedBy(moved, item).map((link) => [link.item.name, link.at]),
      [
        ['H', [{ file: 'main.writ', span: { start: 28, end: 30 } }]],
        ['Internal Users', [{ file: 'main.writ', span: { start: 38, end: 40 } }]],
      ],
    );
    assert.deepEqual(grantedBy(snapshotOf('user bo "a@x.com"'), item), []);
    for (const key of ['', '{}', '[1]', '["level","all","Records"]', '["permission","NOPE"]'])
      assert.deepEqual(grantsTo(moved, { ...item, key }), []);
  });

  for (const sample of ['service-desk', 'read-only-reporting', 'overgrown', 'cross-app'])
    it(`is the same from both ends and never comes back to where it was, in ${sample}`, async () => {
      const snapshot = await diskProject('samples', sample);
      let steps = 0;
      for (const symbol of allSymbols(snapshot.model)) {
        const origin = symbol.kind === 'object' ? symbol.openings[0] : originIn(snapshot.model, symbol);
        const place = origin && snapshot.place(origin);
        const item = place && grantItemAt(snapshot, place.file, place.span.start);
        if (item === undefined) continue;
        for (const { item: taker, at } of grantsTo(snapshot, item)) {
          steps++;
          assert.ok(at.length > 0 && at.every(({ file }) => file === item.place.file), `${item.key} to ${taker.key}`);
          const back = grantedBy(snapshot, taker).find((link) => link.item.key === item.key);
          assert.ok(back, `${taker.key} is not granted by ${item.key}`);
          assert.ok(back.at.every(({ file }) => file === back.item.place.file));
        }
        checkEnds(snapshot, item, []);
      }
      assert.ok(steps > 20);
    });
});

/** Nothing that an item grants to leads to it again. */
function checkEnds(snapshot: Snapshot, item: GrantItem, above: readonly string[]): void {
  assert.ok(!above.includes(item.key), `${item.key} comes back`);
  for (const link of grantsTo(snapshot, item)) checkEnds(snapshot, link.item, [...above, item.key]);
}
