// Matrices as they are looked at: rows, columns, filters, words, and what is another than elsewhere or before.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { sheetOf } from '../../../server/src/access/matrix/sheet.ts';
import { type Base, baseCells } from '../../../server/src/ide/matrix/compare.ts';
import { matrixOf, type Subject } from '../../../server/src/ide/matrix/subject.ts';
import { type Filter, inhabited, rowsOf, type View, viewOf } from '../../../server/src/ide/matrix/view.ts';
import { cellWords } from '../../../server/src/ide/matrix/words.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { snapshotOf } from '../../support/fixture.ts';

const desk = `user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com" { inactive }
group Agents { description "All" members bob }
managed role Admin { members alice }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "Works" members Agents grants READ_RECORDS, CREATE_RECORDS }
  role Lead { description "Leads" members bob grants DELETE_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
  service account Bot { purpose "Nothing" }
}
app Other {
  role Reader { description "Reads" members bob grants CREATE_RECORDS }
}
`;

function viewIn(snapshot: Snapshot, subject: Subject, filter: Filter = {}, base?: Base): View {
  const matrix = matrixOf(snapshot, subject);
  assert.ok(!('problem' in matrix), JSON.stringify(matrix));
  const before = base && baseCells(snapshot, subject, base);
  assert.ok(before === undefined || typeof before === 'function', JSON.stringify(before));
  return viewOf(matrix, filter, before);
}

/** `name: cell | cell`, a line for each row; cells that differ with how. */
function shown(view: View): string[] {
  return [...rowsOf(view)].map(({ label, cells, changes }) => {
    const words = cells.map((cell, i) => [cellWords(cell), changes[i] ?? 'same'].filter((each) => each !== 'same'));
    return `${label}: ${words.map((each) => each.join(' ')).join(' | ')}`;
  });
}

const records = ['READ_RECORDS', 'CREATE_RECORDS'];

describe('matrix', () => {
  it('of a place has everybody in rows, and says of each what a question would', () => {
    const view = viewIn(snapshotOf(desk), { in: '"Service Desk"' }, { permissions: records });
    assert.deepEqual(
      view.columns.map(({ constant }) => constant),
      ['CREATE_RECORDS', 'READ_RECORDS'],
    );
    assert.deepEqual(shown(view), [
      'alice: allowed | allowed',
      'bob: allowed | allowed when Status is "Open"',
      'carol: refused: inactive | refused: inactive',
      'Internal Users: refused: no role grants it | refused: no role grants it',
      'External Users: refused: no role grants it | refused: no role grants it',
      'Agents: allowed | allowed when Status is "Open"',
      'Service Desk.Bot: refused: no role grants it | refused: no role grants it',
    ]);
  });

  it('of a principal has places in rows, and leaves out what a place has not', () => {
    const view = viewIn(snapshotOf(desk), { of: 'bob' }, { permissions: ['CREATE_RECORDS', 'SCIM'] });
    assert.deepEqual(shown(view), [
      'organization: refused: no role grants it | refused: no role grants it',
      'Service Desk: allowed | does not exist there',
      'Other: allowed | does not exist there',
    ]);
  });

  it('takes names as questions write them and plainly', () => {
    const snapshot = snapshotOf(
      `${desk}app organization { description }\n`.replace('app organization', 'app "organization"'),
    );
    const name = (subject: Subject) => {
      const matrix = matrixOf(snapshot, subject);
      return 'problem' in matrix ? matrix.problem : matrix.name;
    };
    assert.equal(name({ in: 'Service Desk' }), '"Service Desk"');
    assert.equal(name({ in: 'organization' }), 'organization');
    assert.equal(name({ in: '"organization"' }), '"organization"');
    assert.equal(name({ of: '"Service Desk".Bot' }), '"Service Desk".Bot');
    assert.equal(name({ in: 'Servise Desk' }), 'there is no object `Servise Desk`; did you mean `"Service Desk"`?');
    assert.equal(name({ of: 'alise' }), 'there is no principal `alise`; did you mean `alice`?');
  });

  it('is filtered by words of rows and columns, and by what cells say', () => {
    const snapshot = snapshotOf(desk);
    const rows = (filter: Filter) =>
      [...rowsOf(viewIn(snapshot, { in: 'Service Desk' }, filter))].map(({ name }) => name);
    assert.deepEqual(rows({ rows: ['group agents', 'ALICE@'] }), ['alice', 'Agents']);
    assert.deepEqual(rows({ rows: ['nobody'] }), []);
    assert.deepEqual(rows({ only: 'allowed-when' }), ['bob', 'Agents']);
    const conditional = viewIn(snapshot, { in: 'Service Desk' }, { only: 'allowed-when' });
    assert.deepEqual(
      conditional.columns.map(({ constant }) => constant),
      ['READ_RECORDS', 'DELETE_RECORDS'],
    );
    const some = inhabited(viewIn(snapshot, { in: 'Other' }, { permissions: records }));
    assert.deepEqual(some.left, { rows: 5, columns: 0 });
    assert.deepEqual(shown(some), ['alice: allowed | allowed', 'bob: allowed | refused: no role grants it']);
  });

  it('says how a cell differs from another place, another principal and an earlier state', () => {
    const snapshot = snapshotOf(desk);
    const filter = { permissions: [...records, 'DELETE_RECORDS'], rows: ['bob'] };
    assert.deepEqual(shown(viewIn(snapshot, { in: 'Service Desk' }, filter, { place: 'Other' })), [
      'bob: allowed | allowed when Status is "Open" gained | allowed when Status is "Open" gained',
    ]);
    assert.deepEqual(shown(viewIn(snapshot, { in: 'Service Desk' }, filter, { principal: 'alice' })), [
      'bob: allowed | allowed when Status is "Open" narrowed | allowed when Status is "Open" narrowed',
    ]);
    const before = snapshotOf(
      desk
        .replace('members bob grants DELETE_RECORDS', 'members alice grants DELETE_RECORDS')
        .replace('when Status is "Open"', 'when Status is "New"'),
    );
    assert.deepEqual(shown(viewIn(snapshot, { in: 'Service Desk' }, filter, { snapshot: before })), [
      'bob: allowed | allowed when Status is "Open" changed | allowed when Status is "Open" gained',
    ]);
    const other = viewIn(snapshot, { in: 'Service Desk' }, { only: 'different' }, { snapshot: before });
    assert.deepEqual(
      other.columns.map(({ constant }) => constant),
      ['READ_RECORDS', 'DELETE_RECORDS'],
    );
    assert.deepEqual(
      shown(viewIn(snapshot, { of: 'bob' }, { permissions: ['CREATE_RECORDS'] }, { principal: 'alice' })),
      ['organization: refused: no role grants it lost', 'Service Desk: allowed', 'Other: allowed'],
    );
  });

  it('takes who was not there before as somebody who might do nothing', () => {
    const snapshot = snapshotOf(desk);
    const gone = snapshotOf('user alice "alice@acme.com"\n');
    const all = viewIn(
      snapshot,
      { in: 'Service Desk' },
      { rows: ['bob'], permissions: ['CREATE_RECORDS'] },
      { snapshot: gone },
    );
    assert.deepEqual(shown(all), ['bob: allowed gained']);
  });

  it('shows what is broken as neither allowed nor refused', () => {
    const snapshot = snapshotOf(desk.replace('when Status is "Open"', 'when Status is "Opne"'));
    const view = viewIn(snapshot, { in: 'Service Desk' }, { permissions: records, rows: ['bob'] });
    const doubt = 'a policy or share of `Service Desk` is broken and might open more';
    assert.deepEqual(shown(view), [`bob: allowed | error: ${doubt}; without it refused: no data access`]);
  });

  it('makes of ten thousand principals the rows that are looked at, and none of them to find a name', () => {
    const users = Array.from({ length: 10_000 }, (_, i) => `user u${i} "u${i}@acme.com"`).join('\n');
    const snapshot = snapshotOf(`${users}\n${desk}`);
    const sheet = sheetOf(snapshot.accessIndex, 0);
    assert.ok(sheet !== undefined);
    const view = viewIn(snapshot, { in: 'Service Desk' });
    assert.equal(view.rows.length, 10_007);
    assert.equal(sheet.made, 0);
    const slice = [...rowsOf(view, 9_990, 30)];
    assert.equal(slice.length, 17);
    assert.equal(slice[0]?.cells.length, view.columns.length);
    assert.equal(sheet.made, 17);
    assert.equal(viewIn(snapshot, { in: 'Service Desk' }, { rows: ['u777'] }).rows.length, 11);
    assert.equal(sheet.made, 17);
    viewIn(snapshot, { in: 'Service Desk' }, { only: 'allowed-when' });
    assert.equal(sheet.made, 17 + 10_007);
  });
});
