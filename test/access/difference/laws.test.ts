// Laws of differences, on random organizations: what they say agrees with single decisions on random records.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Answer } from '../../../server/src/access/answer.ts';
import { difference } from '../../../server/src/access/difference/difference.ts';
import type { DifferenceEntry } from '../../../server/src/access/difference/types.ts';
import { everyone } from '../../../server/src/access/principals.ts';
import { differenceToText } from '../../../server/src/ide/difference-text.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Model } from '../../../server/src/model/model.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { share } from '../../support/share.ts';
import { type Case, isAllowed, namedRecords } from './brute-force.ts';
import { expand, swapped } from './expand.ts';
import {
  conditions,
  groups,
  objects,
  organizations,
  type Part,
  pairs,
  people,
  permissions,
  textOf,
} from './organizations.ts';

const today = parseDate('2026-11-21') ?? 0;
const runs = { numRuns: share(80) };

function modelOf(parts: readonly Part[]): Model {
  const { model } = snapshotOf(textOf(parts));
  assert.deepEqual(
    model.problems.map(({ message }) => message),
    [],
    textOf(parts),
  );
  return model;
}

const kinds = (before: Model, after: Model) => [
  ...new Set(difference(before, after, today).entries.map((entry) => entry.change)),
];

describe('difference: laws', () => {
  it('an organization does not differ from itself, whatever the order and the files', () => {
    const cut = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(organizations, fc.infiniteStream(fc.nat()), cut, (parts, keys, at) => {
        const shuffled = [...parts].map((part) => ({ part, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const order = shuffled.map(({ part }) => part);
        const files = `--- file: b.writ\n${textOf(order.slice(0, at))}\n--- file: a/c.writ\n${textOf(order.slice(at))}`;
        const same = difference(modelOf(parts), snapshotOf(files).model, today);
        assert.equal(differenceToText(same), 'nobody may do more or less');
      }),
      runs,
    );
  }).timeout(60_000);

  it('agrees with the decisions on single records', () => {
    const sample = fc.array(namedRecords, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(pairs, sample, ([one, other], records) => {
        const [before, after] = [modelOf(one), modelOf(other)];
        checkAll(before, after, records);
      }),
      { numRuns: share(50) },
    );
  }).timeout(60_000);

  it('every example is allowed on the side that it names, and refused on the other', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const texts = { before: textOf(one), after: textOf(other) };
        const result = difference(modelOf(one), modelOf(other), today);
        const queries = result.entries.flatMap(queryOf);
        const ask = (text: string) =>
          snapshotOf([text, ...queries.map(({ query }) => query)].join('\n')).answers.map(({ answer }) =>
            outcomeOf(answer),
          );
        const outcomes = { before: ask(texts.before), after: ask(texts.after) };
        queries.forEach(({ query, allowed }, i) => {
          const sides = [outcomes.before[i], outcomes.after[i]];
          if (sides.includes('error')) return;
          const said = allowed === 'after' ? ['refused', 'allowed'] : ['allowed', 'refused'];
          assert.deepEqual(sides, said, query);
        });
      }),
      runs,
    );
  }).timeout(60_000);

  it('swapping the sides swaps what is gained and lost, widened and narrowed', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const [before, after] = [modelOf(one), modelOf(other)];
        const there = expand(difference(before, after, today), before, after);
        const back = expand(difference(after, before, today), after, before);
        assert.deepEqual(new Map([...swapped(back)].sort()), new Map([...there].sort()));
      }),
      runs,
    );
  }).timeout(60_000);

  it('users, a group and an object with other names are renamed', () => {
    fc.assert(
      fc.property(organizations, (parts) => {
        const text = textOf(parts);
        fc.pre(/group Agents \{ description "Agents" members/.test(text));
        const names = { alice: 'alicia', bob: 'robert', Agents: 'Crew', Desk: 'Counter' };
        const renamed = text.replace(/\b(?:alice|bob|Agents|Desk)\b/g, (name) => names[name as keyof typeof names]);
        const result = difference(snapshotOf(text).model, snapshotOf(renamed).model, today);
        assert.deepEqual(result.entries, []);
        const kinds = result.renames
          .map(({ kind, before }) => `${kind} ${before}`)
          .filter((each) => !each.includes('.'));
        assert.deepEqual(kinds, ['group Agents', 'object Desk', 'user alice', 'user bob']);
      }),
      runs,
    );
  }).timeout(60_000);

  it('a grant, a policy or a member more only gains and widens', () => {
    const fresh = fc.record({
      who: fc.constantFrom<string>(...people, ...groups),
      what: fc.constantFrom(...permissions.slice(0, 3)),
      where: fc.constantFrom(...objects),
      when: conditions,
      form: fc.constantFrom('role', 'policy', 'organization'),
    });
    fc.assert(
      fc.property(organizations, fresh, (parts, { who, what, where, when, form }) => {
        const before = modelOf(parts);
        const role = `role Fresh { description "It" members ${who} grants ${what} }`;
        const policy = `policy Fresh { to ${who} when ${when} }`;
        const object = form === 'organization' ? undefined : where;
        const after = modelOf([...parts, { object, text: form === 'policy' ? policy : role }]);
        for (const kind of kinds(before, after)) assert.ok(kind === 'gained' || kind === 'widened', kind);
        for (const kind of kinds(after, before)) assert.ok(kind === 'lost' || kind === 'narrowed', kind);
      }),
      runs,
    );
  }).timeout(60_000);
});

/** What only a group's further person or somebody in no group does cannot be asked. */
function queryOf({ example, matter }: DifferenceEntry): { query: string; allowed: string }[] {
  if (example === undefined || matter.kind !== 'permissions') return [];
  const { principal, place, record, allowed } = example;
  if (/someone|a group of/.test(record) || groups.some((name) => name === principal) || principal.startsWith('"'))
    return [];
  return [{ query: `query ${principal} can ${matter.constants[0]} in ${place} with { ${record} }`, allowed }];
}

function outcomeOf(answer: Answer): string {
  return answer.kind === 'decision' ? answer.decision.outcome : answer.kind;
}

function checkAll(before: Model, after: Model, records: readonly Case['record'][]): void {
  const result = difference(before, after, today);
  const changes = expand(result, before, after);
  const names = new Set([...everyone(before), ...everyone(after)].map(principalPath));
  for (const principal of names)
    for (const permission of permissions)
      for (const place of ['organization', ...objects])
        for (const record of records) {
          const of: Case = { principal, permission, place, record };
          const [was, is] = [isAllowed(before, of, today), isAllowed(after, of, today)];
          const key = `${principal} ${permission} ${place}`;
          const plain = changes.get(key);
          if (record.relations.length === 0 || place === 'organization') check(of, plain, was, is);
          // What relations give is compared where that differs; there, what is found on records with them is said.
          else if (was !== is && changes.has(`related ${key}`))
            checkRelated(of, [plain, changes.get(`related ${key}`)], is);
        }
}

function check(of: Case, change: string | undefined, was: boolean, is: boolean): void {
  const said = `${JSON.stringify(of)}: ${was} -> ${is}, said ${change}`;
  if (change === 'unknown') return;
  if (was && !is) assert.ok(change === 'lost' || change === 'narrowed' || change === 'changed', said);
  if (!was && is) assert.ok(change === 'gained' || change === 'widened' || change === 'changed', said);
  if (was) assert.ok(change !== 'gained', said);
  if (is) assert.ok(change !== 'lost', said);
}

function checkRelated(of: Case, changes: readonly (string | undefined)[], is: boolean): void {
  const fitting = is ? ['gained', 'widened', 'changed'] : ['lost', 'narrowed', 'changed'];
  assert.ok(
    changes.some((change) => fitting.includes(change ?? '')),
    `${JSON.stringify(of)}: ${is}, said ${changes.join()}`,
  );
}
