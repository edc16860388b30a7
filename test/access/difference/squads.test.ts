// Who is looked at together in an object: by what each gets from it on either side.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { floorOf, type Hit } from '../../../server/src/access/difference/floor.ts';
import { gather, squadsOf } from '../../../server/src/access/difference/gathering.ts';
import { everyHome, partyBook } from '../../../server/src/access/difference/parties.ts';
import { pairOfObject } from '../../../server/src/access/difference/twins.ts';
import { runFor } from './sides.ts';

const people = `
user alice "alice@acme.com"
user bob   "bob@acme.com"
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
`;

/** `alice, bob: before R, P; after R`, of the object `Desk`. */
function squads(text: string): string[] {
  const run = runFor(people + text);
  const { before, after } = run.twins;
  const home = before.objects.get('Desk') ?? after.objects.get('Desk');
  if (home === undefined) return [];
  const pair = pairOfObject(run.twins, home);
  const floors = {
    before: floorOf(run.sides.before, home, pair.before),
    after: floorOf(run.sides.after, home, pair.after),
  };
  const gathering = gather(run, partyBook(run.twins).of(everyHome(run.twins)));
  const names = (hits: readonly Hit[]) => hits.map(({ name }) => name).join(', ');
  return squadsOf(gathering, floors).map(({ parties, before: one, after: other }) => {
    const who = parties.map(({ home: { name } }) => name).join(', ');
    return `${who}: before ${names(one)}; after ${names(other)}`;
  });
}

describe('difference: squads', () => {
  it('those whom an object does not name are together, by their system group', () => {
    assert.deepEqual(
      squads(`
app Desk { field F: text }
--- before
app Desk { role R { members "Internal Users" grants READ_RECORDS } }
--- after
app Desk { policy P { to "External Users" when F is "x" } }
`),
      [
        'alice, bob, carol, Internal Users: before R; after ',
        'dana, External Users: before ; after P',
        'Agents: before ; after ',
      ],
    );
  });

  it('those whom it names, themselves or by a group, are apart', () => {
    assert.deepEqual(
      squads(`
app Desk { field F: text }
--- before
app Desk { role R { members Agents, carol grants READ_RECORDS } policy P { to alice when F is "x" } }
--- after
app Desk { role R { members alice grants READ_RECORDS } policy P { to Agents when F is "x" } role S { members "Internal Users" grants READ_RECORDS } }
`),
      [
        'Internal Users: before ; after S',
        'dana, External Users: before ; after ',
        'Agents: before R; after P',
        'alice: before R, P; after R, S, P',
        'bob: before R; after S, P',
        'carol: before R; after S',
      ],
    );
  });

  it('the same by two ways is once, in the order of the object', () => {
    assert.deepEqual(
      squads(`
app Desk { field F: text }
--- before
app Desk {
  role R { members "Internal Users" grants READ_RECORDS } role S { members Agents, alice grants READ_RECORDS }
  role T { members bob, "Internal Users" grants READ_RECORDS } policy P { to "Internal Users", alice when F is "x" }
  service account Bot { roles R, S } }
--- after
app Desk { role T { members carol, Agents grants READ_RECORDS } role R { members alice, Agents, bob grants READ_RECORDS } }
`),
      [
        'Internal Users: before R, T, P; after ',
        'dana, External Users: before ; after ',
        'Agents: before S; after T, R',
        'alice, bob: before R, S, T, P; after T, R',
        'carol: before R, T, P; after T',
        'Bot: before R, S; after ',
      ],
    );
  });

  it('of an object that is new or gone nothing is had on the other side', () => {
    const text = 'app Desk { role R { members alice, Agents, "External Users" grants READ_RECORDS } }';
    assert.deepEqual(squads(`\n--- before\n--- after\n${text}`), [
      'carol, Internal Users: before ; after ',
      'dana, External Users: before ; after R',
      'alice, bob: before ; after R',
      'Agents: before ; after R',
    ]);
    assert.deepEqual(squads(`\n--- before\n${text}\n--- after\n`), [
      'carol, Internal Users: before ; after ',
      'dana, External Users: before R; after ',
      'alice, bob: before R; after ',
      'Agents: before R; after ',
    ]);
  });

  it('who is on one side only has what that side gives', () => {
    assert.deepEqual(
      squads(`
app Desk { role R { members Agents grants READ_RECORDS } role S { members "Internal Users" grants READ_RECORDS } }
--- before
user erin "erin@acme.com" { external }
role Top { members alice grants READ_RECORDS }
--- after
user fred "fred@acme.com"
group More { members fred, alice }
app Desk { role T { members More, fred grants READ_RECORDS } }
`),
      [
        'carol, Internal Users: before S; after S',
        'dana, External Users: before ; after ',
        'erin: before ; after ',
        'Agents: before R; after R',
        'alice: before R, S; after R, S, T',
        'bob: before R, S; after R, S',
        'More: before ; after T',
        'fred: before ; after S, T',
      ],
    );
  });
});
