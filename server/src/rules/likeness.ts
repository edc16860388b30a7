// Which people are alike in an object: nothing that its policies look at tells them apart but who they are.
import type { PermissionSet } from '../catalogue/permission-set.ts';
import { symbolKey } from '../condition/key.ts';
import { atomsOf, literalsOf, operandsOf } from '../condition/operands.ts';
import type { Model } from '../model/model.ts';
import { attributesOf } from '../model/profiles.ts';
import type { Group, ObjectSymbol, Principal, User } from '../model/symbols.ts';

/** Takes somebody and what of their permissions in the object is looked at; gives a text that is equal for people who are alike. */
export type Likeness = (user: User, held: PermissionSet) => string;

const noGroups: ReadonlySet<Group> = new Set();

export function likenessIn(model: Model, object: ObjectSymbol): Likeness {
  const { symbols, attributes, allGroups } = mentionedIn(model, object);
  return (user, held) => {
    const parts: string[] = [wordsOf(held)];
    const self = symbols.get(user);
    if (self !== undefined) parts.push(self);
    const groups: string[] = [];
    for (const group of model.groupsOf.get(user) ?? noGroups) {
      const key = allGroups ? symbolKey(group) : symbols.get(group);
      if (key !== undefined) groups.push(key);
    }
    for (const name of attributes) parts.push(JSON.stringify(attributesOf(model, user).get(name) ?? null));
    return [...parts, ...groups.sort()].join(' ');
  };
}

function wordsOf(set: PermissionSet): string {
  let text = '';
  for (let word = 0; word < set.length; word++) text += `${set[word]},`;
  return text;
}

/** What the policies of an object tell people apart by. */
interface Mentioned {
  /** Those who decide something by who they are, each with a key: the same for groups that stand in the same places. */
  readonly symbols: ReadonlyMap<object, string>;
  readonly attributes: readonly string[];
  /** True where a field may hold any group that somebody is in. */
  readonly allGroups: boolean;
}

function mentionedIn(model: Model, object: ObjectSymbol): Mentioned {
  const atoms = object.policies.flatMap(({ when }) => (when === undefined ? [] : atomsOf(when)));
  const operands = atoms.flatMap(({ test }) => operandsOf(test));
  const named = literalsOf(atoms).filter((value) => typeof value === 'object');
  const asked = atoms.flatMap(({ test }) => (test.is === 'in group' ? [test.group] : []));
  const symbols = new Map<object, string>();
  for (const { subject } of object.policies.flatMap(({ to }) => to)) symbols.set(subject, subjectKey(object, subject));
  for (const each of [...named, ...asked]) symbols.set(each, symbolKey(each));
  return {
    symbols,
    attributes: operands.flatMap((operand) => (operand.kind === 'attribute' ? [operand.name] : [])),
    allGroups:
      model.semantics.autoShareReach === 'object' ||
      atoms.some(({ test }) => test.is === 'contains current user') ||
      [...object.fields.values()].some(({ assignee, type }) => assignee && type === 'group'),
  };
}

/** By the policies that name it. */
function subjectKey({ policies }: ObjectSymbol, subject: Principal): string {
  const naming = policies.flatMap(({ to }, i) => (to.some((each) => each.subject === subject) ? [i] : []));
  return `p${naming.join('+')}`;
}
