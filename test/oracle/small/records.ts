// The records of a small world: one content for each region of each field that its policies speak of, times each relation
// that something in it looks at.
import { type Content, empty, type Thing } from '../reference/facts.ts';
import type { Party, Person } from '../reference/world.ts';
import { fieldsIn } from './conditions.ts';
import { namesOf, partiesOf, systemGroups } from './parties.ts';
import type { Asked } from './spaces.ts';
import { contentText, fieldsOfWorld, partyText, relationsOf, relationWords } from './text.ts';
import { policyOf, triggers, type World } from './worlds.ts';

function partyCalled(name: string): Party {
  return name.startsWith('u') ? { kind: 'user', name } : { kind: 'group', group: name.replaceAll('"', '') };
}

/** Everyone who is asked about: users and groups, and the system groups where somebody could be in the other one. */
export function peopleOf({ population }: World): Person[] {
  const others = population.users === 0 || population.states.some((state) => state !== 0) ? systemGroups : 0;
  return namesOf(partiesOf(population) | others).map((name) => {
    const party = partyCalled(name);
    return party.kind === 'group' ? { kind: 'of group', group: party.group } : party;
  });
}

type Said = Pick<Thing, 'facts' | 'relations'>;

/** No relation, and each one that counts of each who is there; who is assigned stands in a field or is assigned by itself. */
function relationsIn(world: World, which: Asked['relations']): Said[] {
  const all: Said[] = [{ facts: {}, relations: [] }];
  const hasAssignees = fieldsOfWorld(world).some(({ name }) => name === 'Owner');
  const words = which === 'none' ? [] : relationsOf(world, which === 'spoken of and shared');
  for (const at of words)
    for (const name of namesOf(partiesOf(world.population))) {
      const [who, relation] = [partyCalled(name), triggers[at]];
      if (relation === undefined || relation === '') continue;
      all.push({ facts: {}, relations: [{ relation, who }] });
      if (relation !== 'assign' || !hasAssignees) continue;
      const content: Content = who.kind === 'group' ? who : { kind: 'user', person: who };
      all.push({ facts: { [who.kind === 'group' ? 'Team' : 'Owner']: content }, relations: [] });
    }
  return all;
}

function valuesIn(world: World): Record<string, Content>[] {
  let all: Record<string, Content>[] = [{}];
  for (const { name, contents } of fieldsIn(world.policies.map((code) => policyOf(code).condition)))
    all = all.flatMap((facts) => contents(world.population).map((content) => ({ ...facts, [name]: content })));
  return all;
}

/** All records of the world, in the object of that name. */
export function* recordsOf(world: World, object: string, which: Asked['relations']): Generator<Thing> {
  const nothing = Object.fromEntries(fieldsOfWorld(world).map(({ name }) => [name, empty]));
  for (const { facts: assigned, relations } of relationsIn(world, which))
    for (const values of valuesIn(world)) yield { object, facts: { ...nothing, ...values, ...assigned }, relations };
}

/** What stands between the braces of `with`. */
export function bodyText({ facts, relations }: Thing): string {
  const values = Object.entries(facts).map(([name, content]) => `${name} ${contentText(content)}`);
  return [...values, ...relations.map(({ relation, who }) => `${relationWords[relation]} ${partyText(who)}`)].join(
    '  ',
  );
}
