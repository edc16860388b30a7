// Tests written from what differs: what is so now, or what was so before, of those who gained or lost something.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { SideName } from '../../server/src/access/difference/types.ts';
import { expectDifference } from '../../server/src/ide/difference/expectations.ts';
import { compareStates } from '../../server/src/project/compare-states.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { removalsIn } from '../../server/src/project/tests/removals.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { snapshotOf } from '../support/fixture.ts';
import { diskProject } from '../support/snapshot.ts';

const base = `organization Acme { domains "acme.com" invites admins-only }
user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
group Agents { members alice, bob }
role Inviters { description "d" members carol grants CREATE_ORGANIZATION_USERS }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "d" members Agents grants READ_RECORDS }
  role Writer { description "d" members bob grants CREATE_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
  service account Bot { purpose "p"  roles Writer  usable by carol }
}
`;

type Changes = readonly (readonly [from: string, to: string])[];

const changed = (changes: Changes): string =>
  changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, base);

const names = ['Changed since HEAD', 'As it was at HEAD'];

/** The lines that are written, each with how it comes out on the side that it speaks of and in the state after. */
function written(before: Snapshot, after: Snapshot, side: SideName): string[] {
  const { entries } = compareStates(before, after);
  const edits = expectDifference({ before, after, entries, side, label: 'HEAD' });
  if ('problem' in edits) return [edits.problem];
  const all = editedSnapshot(after, edits)?.outcomes ?? [];
  const own = all.filter(({ asked }) => asked.test !== undefined && names.includes(asked.test.name));
  const outcomes = own.map(({ outcome }) => outcome.outcome);
  const lines = edits.flatMap(({ text }) => text.split('\n').filter((line) => /^\s*(?:test|expect)/.test(line)));
  return lines.map((line, i) => {
    if (i === 0) return line.trim();
    const outcome = outcomes[i - 1];
    assert.notEqual(outcome, 'error', line);
    if (side === 'after') assert.equal(outcome, 'held', line);
    return `${outcome === 'held' ? '' : `${outcome}: `}${line.trim().replace(/^expect /, '')}`;
  });
}

function check(changes: Changes, expected: Readonly<Record<SideName, readonly string[]>>): void {
  const [before, after] = [snapshotOf(base), snapshotOf(changed(changes))];
  for (const side of ['after', 'before'] as const) {
    const name = side === 'after' ? 'Changed since HEAD' : 'As it was at HEAD';
    assert.deepEqual(written(before, after, side), [`test "${name}" {`, ...expected[side]], side);
  }
}

describe('a test of what differs', () => {
  it('speaks of a group as of a group, for which records, and what the others are not given', () => {
    check([['grants READ_RECORDS', 'grants READ_RECORDS, UPDATE_RECORDS']], {
      after: [
        'Agents can UPDATE_RECORDS in "Service Desk" when Status is "Open"',
        'Agents cannot UPDATE_RECORDS in "Service Desk" when Status is not "Open"',
      ],
      before: ['failed: Agents cannot UPDATE_RECORDS in "Service Desk"'],
    });
    check([['when Status is "Open"', 'when Status is not empty']], {
      after: [
        'Agents can READ_RECORDS in "Service Desk" when Status is not empty',
        'Agents cannot READ_RECORDS in "Service Desk" when Status is empty',
      ],
      before: [
        'Agents can READ_RECORDS in "Service Desk" when Status is "Open"',
        'failed: Agents cannot READ_RECORDS in "Service Desk" when Status is not "Open"',
      ],
    });
  });

  it('of those who came, went or lost it', () => {
    check([['members alice, bob', 'members alice']], {
      after: ['bob cannot READ_RECORDS in "Service Desk"'],
      before: [
        'failed: bob can READ_RECORDS in "Service Desk" when Status is "Open"',
        'bob cannot READ_RECORDS in "Service Desk" when Status is not "Open"',
      ],
    });
    const dora = 'user dora "d@acme.com"\n';
    check(
      [
        ['user carol', `${dora}user carol`],
        ['members bob grants', 'members dora grants'],
      ],
      {
        after: ['dora can CREATE_RECORDS in "Service Desk"', 'bob cannot CREATE_RECORDS in "Service Desk"'],
        before: ['failed: bob can CREATE_RECORDS in "Service Desk"'],
      },
    );
  });

  it('of the use of accounts and of addresses that may be invited', () => {
    check([['usable by carol', 'usable by alice']], {
      after: ['alice can use "Service Desk".Bot', 'carol cannot use "Service Desk".Bot'],
      before: ['failed: alice cannot use "Service Desk".Bot', 'failed: carol can use "Service Desk".Bot'],
    });
    check([['invites admins-only', 'invites allowed-domains']], {
      after: ['carol can invite "someone@acme.com"'],
      before: ['failed: carol cannot invite "someone@acme.com"'],
    });
  });

  it('of `ADMIN`, which stands for what it implies, and for what roles give by name', () => {
    check([['app "S', 'managed role "Admin" { members carol }\napp "S']], {
      after: ['carol can ADMIN in organization', 'carol can CREATE_RECORDS and READ_RECORDS in "Service Desk"'],
      before: [
        'failed: carol cannot ADMIN in organization',
        'failed: carol cannot CREATE_RECORDS in "Service Desk"',
        'failed: carol cannot READ_RECORDS in "Service Desk"',
      ],
    });
  });

  it('in the names of now', () => {
    const changes: Changes = [
      ['group Agents', 'group Staff'],
      ['members Agents', 'members Staff'],
      ['to Agents when Status is', 'to Staff when Status is not'],
    ];
    check(changes, {
      after: [
        'Staff can READ_RECORDS in "Service Desk" when Status is not "Open"',
        'Staff cannot READ_RECORDS in "Service Desk" when Status is "Open"',
      ],
      before: [
        'failed: Staff can READ_RECORDS in "Service Desk" when Status is "Open"',
        'failed: Staff cannot READ_RECORDS in "Service Desk" when Status is not "Open"',
      ],
    });
  });

  it('of relations to a record, by a record that has one', () => {
    check([['grants READ_RECORDS', 'auto-share on watch grants READ_RECORDS']], {
      after: ['carol can READ_RECORDS in "Service Desk" with { watched by carol  shared with carol }'],
      before: ['failed: carol cannot READ_RECORDS in "Service Desk" with { watched by carol  shared with carol }'],
    });
  });

  it('is none where nothing is sure, and none of more lines than anybody reads', () => {
    const before = snapshotOf(base);
    const broken = snapshotOf(changed([['members bob grants', 'members nobody grants']]));
    assert.deepEqual(written(before, broken, 'after'), [
      'nothing of it is sure to hold before what is broken is mended: refused: no role grants it to `bob`, but a role or account of `Service Desk` is broken and might allow more',
    ]);
    const newcomer = snapshotOf(
      base.replace('members bob grants', 'members bob, zoe grants').concat('user zoe "zoe@acme.com"\n'),
    );
    assert.deepEqual(written(before, newcomer, 'before'), [
      'nothing of it can be said of a state in which somebody or something of it is not there',
    ]);
    const users = Array.from({ length: 70 }, (_, i) => `user u${i} "u${i}@acme.com"\n`).join('');
    const many = (grants: string) => {
      const names = Array.from({ length: 70 }, (_, i) => `u${i}`).join(', ');
      return snapshotOf(`${users}app Desk { role R { description "d" members ${names} grants ${grants} } }`);
    };
    assert.deepEqual(written(many('CREATE_RECORDS'), many('DELETE_RECORDS'), 'after'), [
      'it would take more than 60 lines: choose a part of what differs',
    ]);
  });

  for (const sample of ['service-desk', 'contractors', 'read-only-reporting'])
    it(`is written, and says how the states differ, of what is taken out of a sample or put in: ${sample}`, async () => {
      const whole = await diskProject('samples', sample);
      let count = 0;
      for (const [i, { edits, what }] of removalsIn(whole).entries()) {
        const less = i % 12 === 0 ? editedSnapshot(whole, edits) : undefined;
        if (less === undefined || compareStates(whole, less).entries.length === 0) continue;
        for (const [before, after] of [
          [whole, less],
          [less, whole],
        ] as const) {
          const now = written(before, after, 'after');
          const then = written(before, after, 'before');
          // Of whoever holds `ADMIN` it takes more than anybody reads.
          if (now.join().includes('more than 60 lines')) continue;
          assert.ok(now.length > 1, `${what}: ${now}`);
          assert.ok(
            then.some((line) => line.startsWith('failed: ')),
            `${what}: ${then}`,
          );
          count++;
        }
      }
      assert.ok(count > 1, `${count}`);
    });
});
