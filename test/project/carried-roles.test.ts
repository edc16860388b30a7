// Findings carried over edits of groups and of roles of the organization, which count in every object: as a cold state finds them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { answerTexts, findingTexts, outcomeTexts } from '../fuzz/facts.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import { inputOf } from '../support/fixture.ts';

const today = 20_000;
const users = ['ada', 'bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal'];
const groups = ['Agents', 'Clerks', 'Nobody', 'Team'];
const grants = [
  'READ_RECORDS',
  'CREATE_RECORDS',
  'UPDATE_RECORDS',
  'DELETE_RECORDS',
  'CREATE_ASPECT_ROLES',
  'READ_ASPECT_ROLES',
  'UPDATE_DATA_ACCESS',
  'CREATE_COMMENTS',
  'READ_COMMENTS',
];
const apps = ['Desk', 'Shop', 'Yard', 'Lot'];

interface RolePlan {
  readonly name: string;
  readonly text: string;
}

function some(random: Random, from: readonly string[], most: number): readonly string[] {
  return [...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(from)))];
}

function rolePlan(name: string, random: Random, isOfApp: boolean): RolePlan {
  const members = some(random, [...users, ...groups], 3);
  const granted = some(random, !isOfApp && random.chance(0.15) ? [...grants, 'ADMIN'] : grants, isOfApp ? 2 : 4);
  const lines = [
    ...(random.chance(0.3) ? [`description "Does ${random.below(9)}"`] : []),
    ...(members.length > 0 ? [`members ${members.join(', ')}`] : []),
    ...(granted.length > 0 ? [`grants ${granted.join(', ')}`] : []),
    ...(random.chance(0.25) ? [`expires ${random.pick(['2020-01-01', '2024-10-09', '2031-01-01'])}`] : []),
    ...(random.chance(0.1) ? [`auto-share on ${random.pick(['share', 'mention'])}`] : []),
    ...(random.chance(0.05) ? ['members nobody-known'] : []),
  ];
  return { name, text: `role ${name} {\n  ${lines.join('\n  ')}\n}` };
}

function appText(name: string, random: Random): string {
  const roles = ['Keeper', 'Helper'].map((role) => rolePlan(role, random, true).text);
  const to = some(random, [...users, ...groups], 3);
  const policy =
    to.length === 0 ? [] : [`policy Shown { to ${to.join(', ')} when ${random.pick(['Total > 5', 'Open'])} }`];
  const account = random.chance(0.5)
    ? [`service account bot { purpose "p" roles ${random.pick(['Keeper', 'organization.First'])} }`]
    : [];
  const fields = ['field Total: number', 'field Open: boolean'];
  return `app ${name} {\n${[...fields, ...roles, ...policy, ...account].join('\n')}\n}`;
}

const names = ['First', 'Second', 'Third', 'Fourth'];

const team = 'group Team { members ed, flo }';

const people = `organization "Acme" { domains "acme.com" }
${users.map((user) => `user ${user} "${user}@acme.com"`).join('\n')}
group Agents { members ada, bo, cy }
group Clerks { members cy, di }
group Nobody { }
${team}
`;

function questionText(random: Random): string {
  const who = random.pick([...users, ...groups, 'Desk.bot']);
  const permission = random.pick(grants);
  const record = random.chance(0.4) ? ` with { mentions ${random.pick(users)} }` : '';
  const where = random.chance(0.2) ? '' : ` in ${random.pick(apps)}${record}`;
  return random.pick([
    `expect ${who} can ${permission}${where}`,
    `expect ${who} cannot ${permission}${where}`,
    `expect nobody can ${permission}${where}`,
    `query who can ${permission}${where}`,
    `query what can ${who} do${where}`,
    `query ${who} can ${permission}${where}`,
  ]);
}

/** One edit: mostly one role becomes another, sometimes one comes, goes or stands elsewhere. */
function edited(roles: readonly RolePlan[], random: Random): readonly RolePlan[] {
  const at = random.below(roles.length);
  const own = roles[at];
  if (own === undefined || random.chance(0.1)) return [...roles, rolePlan(`More${random.below(9)}`, random, false)];
  if (random.chance(0.08)) return roles.filter((role) => role !== own);
  if (random.chance(0.08)) return [...roles.filter((role) => role !== own), own];
  if (random.chance(0.2)) return roles.with(at, { ...own, text: own.text.replace('{', '{ description "Other"') });
  // The same people, named otherwise.
  if (random.chance(0.3)) return roles.with(at, { ...own, text: own.text.replace('Agents', 'ada, bo, cy') });
  if (random.chance(0.2))
    return roles.with(at, { ...own, text: own.text.replace(/expires [-\d]+/, 'expires 2030-01-01') });
  if (random.chance(0.2)) return roles.with(at, { ...own, text: `// kept\n\n${own.text}` });
  return roles.with(at, rolePlan(random.chance(0.1) ? 'Renamed' : own.name, random, false));
}

/** Roles of the organization before and after, and the rule that then says something else. */
const turns: readonly { readonly rule: string; readonly before: string; readonly after: string }[] = [
  {
    rule: 'redundant-grant',
    before: 'role One { members ada grants READ_RECORDS }',
    after: 'role One { members ada grants CREATE_COMMENTS }',
  },
  {
    rule: 'redundant-grant',
    before: 'role One { members ada, bo grants READ_RECORDS }',
    after: 'role One { members bo grants READ_RECORDS }',
  },
  {
    rule: 'redundant-grant',
    before: 'role One { members ada grants READ_RECORDS }',
    after: 'role One { members ada grants READ_RECORDS expires 2031-01-01 }',
  },
  {
    rule: 'redundant-grant',
    before: 'role One { members ada grants READ_RECORDS } role Two { members ada grants READ_RECORDS }',
    after: 'role Two { members ada grants READ_RECORDS } role One { members ada grants READ_RECORDS }',
  },
  {
    rule: 'conflicting-duties',
    before: 'role One { members ada, bo grants UPDATE_ROLES, UPDATE_RECORDS } role Two { members bo grants ADMIN }',
    after: 'role One { members ada, bo grants UPDATE_ROLES, UPDATE_RECORDS } role Two { members cy grants ADMIN }',
  },
  {
    rule: 'write-without-read',
    before: 'role One { members ada, bo grants READ_RECORDS }',
    after: 'role One { members bo grants READ_RECORDS }',
  },
  {
    rule: 'role-without-data-access',
    before: 'role Two { members bo grants ADMIN }',
    after: 'role Two { members ada grants ADMIN }',
  },
];

describe('findings over edits of roles of the organization', () => {
  it('follow who holds what, and till when', () => {
    const app =
      'app Desk { field Open: boolean role Keeper { members ada grants READ_RECORDS } } app Yard { role Hand { members ada grants UPDATE_RECORDS } }';
    const inputFor = (roles: string) => inputOf(new Map([['a.writ', `${people}${roles}\n${app}\n`]]), today);
    for (const { rule, before, after } of turns) {
      const [cold, other] = [createSnapshot(inputFor(before)), createSnapshot(inputFor(after))];
      assert.ok(cold.findings.length > 0 && other.findings.length > 0);
      const said = (snapshot: Snapshot) => snapshot.findingsOf(rule).map(({ message }) => message);
      assert.notDeepEqual(said(cold), said(other), `${rule}: ${before}`);
      assert.deepEqual(findingTexts(createSnapshot(other.input, cold)), findingTexts(other), after);
      assert.deepEqual(findingTexts(createSnapshot(cold.input, other)), findingTexts(cold), before);
    }
  });

  it('and what comes out of expectations do so, too', () => {
    const asked = `app Desk { field Open: boolean policy All { to Agents, ada, Nobody } }
expect Agents can READ_RECORDS in Desk
expect ada can READ_RECORDS in Desk
expect Nobody can READ_RECORDS in Desk
expect bo can READ_RECORDS in Desk with { mentions bo }
`;
    const inputFor = (roles: string) => inputOf(new Map([['a.writ', `${people}${roles}\n${asked}`]]), today);
    const reads = ['members Agents', 'members ada', 'members Nobody', 'auto-share on mention', 'members hal'];
    const states = reads.map((line) => inputFor(`role One { ${line} grants READ_RECORDS }`));
    const cold = states.map((state) => outcomeTexts(createSnapshot(state)));
    assert.equal(new Set(cold.map((texts) => texts.join('\n'))).size, reads.length);
    for (const [i, before] of states.entries())
      for (const [j, after] of states.entries()) {
        const first = createSnapshot(before);
        assert.deepEqual(outcomeTexts(first), cold[i]);
        const second = createSnapshot(after, first);
        assert.deepEqual(outcomeTexts(second), cold[j], `${reads[i]}, then ${reads[j]}`);
        assert.equal(first.model.people, second.model.people);
      }
  });

  it('are those of a cold state, also where groups and roles of apps are edited in between', () => {
    let carried = 0;
    for (let round = 0; round < 40; round++) {
      const random = randomOf('carried roles', round);
      let roles: readonly RolePlan[] = names.map((name) => rolePlan(name, random, false));
      let everybody = people;
      let texts = apps.map((app) => appText(app, random));
      const questions = Array.from({ length: 12 }, () => questionText(random)).join('\n');
      const files = () =>
        new Map([
          ['asked.writ', `${questions}\n`],
          ['apps.writ', `${texts.join('\n')}\n`],
          ['people.writ', everybody],
          ['roles.writ', `${roles.map(({ text }) => text).join('\n')}\n`],
        ]);
      let warm = createSnapshot(inputOf(files(), today));
      for (let step = 0; step < 8; step++) {
        const before = new Set(warm.findings);
        if (random.chance(0.25))
          everybody = people.replace(
            team,
            `group Team { members ${some(random, users, 4).join(', ') || 'nobody-known'} }`,
          );
        else if (random.chance(0.2)) texts = texts.with(random.below(apps.length), appText(random.pick(apps), random));
        else roles = edited(roles, random);
        const input = inputOf(files(), today);
        // Somebody who only looks at one rule leaves the others as they were.
        if (random.chance(0.2)) createSnapshot(input, warm).findingsOf('conflicting-duties');
        else warm = createSnapshot(input, warm);
        const cold = createSnapshot(warm.input);
        const all = (snapshot: Snapshot) => [findingTexts(snapshot), outcomeTexts(snapshot), answerTexts(snapshot)];
        assert.deepEqual(all(warm), all(cold), `round ${round}, step ${step}`);
        carried += warm.findings.filter((finding) => before.has(finding)).length;
      }
    }
    assert.ok(carried > 400, `${carried} findings of the state before`);
  });
});
