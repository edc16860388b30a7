// The floor that decisions are measured against: bit sets and generated code, with the policies of one made-up organization
// and nothing else of the language. It may use `new Function`, which the index must not.
import { permissions } from '../../server/src/catalogue/permissions.ts';
import { type Condition, everyone, type PolicyPlan } from './organization.ts';
import { needsSight, type PlainQuestion, type PlainRecord, type Reference } from './reference.ts';

const wordCount = Math.ceil(permissions.length / 32);
const numbers = new Map(permissions.map(({ constant, index }) => [constant, index]));
const gated = permissions.map(({ constant }) => needsSight(constant));

type Test = (record: PlainRecord, me: string) => boolean;

interface Policy {
  readonly groups: readonly number[];
  readonly test: Test;
}

export interface Sketch {
  readonly people: ReadonlyMap<string, number>;
  readonly apps: ReadonlyMap<string, number>;
  /** Per principal its roles and groups, one list behind the other. */
  readonly roleStarts: Int32Array;
  readonly roles: Int32Array;
  readonly groupStarts: Int32Array;
  readonly groups: Int32Array;
  readonly words: Uint32Array;
  readonly roleApps: Int32Array;
  readonly policies: readonly (readonly Policy[])[];
}

function source(condition: Condition): string {
  const value = JSON.stringify;
  switch (condition.op) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(source).join(condition.op === 'and' ? '&&' : '||')})`;
    case 'is current user':
      return `r[${value(condition.field)}]===me`;
    case 'is one of':
      return `(${condition.values.map((each) => `r[${value(condition.field)}]===${value(each)}`).join('||')})`;
    case 'is':
    case 'is not':
      return `r[${value(condition.field)}]${condition.op === 'is' ? '===' : '!=='}${value(condition.value)}`;
    default:
      return `r[${value(condition.field)}]${condition.op}${condition.value}`;
  }
}

const generated = (condition: Condition) => new Function('r', 'me', `return ${source(condition)}`) as Test;

/** The list of each of them, one behind the other. */
function flat(lists: readonly (readonly number[])[]): { readonly starts: Int32Array; readonly items: Int32Array } {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  return { starts, items: Int32Array.from(lists.flat()) };
}

export function buildSketch({ organization, held, policies }: Reference): Sketch {
  const people = new Map([...held.keys()].map((name, i) => [name, i]));
  const apps = new Map(organization.apps.map(({ name }, i) => [name, i]));
  const groupNumbers = new Map([everyone, ...organization.groups.map(({ name }) => name)].map((name, i) => [name, i]));
  const roleNumbers = new Map(organization.roles.map((role, i) => [role, i]));
  const words = new Uint32Array(organization.roles.length * wordCount);
  organization.roles.forEach(({ grants }, i) => {
    for (const constant of grants) {
      const bit = numbers.get(constant) ?? 0;
      const at = i * wordCount + (bit >>> 5);
      words[at] = (words[at] ?? 0) | (1 << (bit & 31));
    }
  });
  const all = [...held.values()];
  const roles = flat(all.map((each) => [...each.roles].map((role) => roleNumbers.get(role) ?? 0)));
  const groups = flat(all.map((each) => [...each.groups].map((name) => groupNumbers.get(name) ?? 0)));
  const policy = ({ to, when }: PolicyPlan): Policy => {
    return { groups: to.map((name) => groupNumbers.get(name) ?? 0), test: generated(when) };
  };
  return {
    people,
    apps,
    roleStarts: roles.starts,
    roles: roles.items,
    groupStarts: groups.starts,
    groups: groups.items,
    words,
    roleApps: Int32Array.from(organization.roles, ({ app }) => (app === undefined ? -1 : (apps.get(app) ?? -1))),
    policies: organization.apps.map(({ name }) => (policies.get(name) ?? []).map(policy)),
  };
}

function holds(sketch: Sketch, person: number, permission: number, app: number): boolean {
  const { roleStarts, roles, roleApps, words } = sketch;
  const [word, bit] = [permission >>> 5, 1 << (permission & 31)];
  const end = roleStarts[person + 1] ?? 0;
  for (let at = roleStarts[person] ?? 0; at < end; at++) {
    const role = roles[at] ?? 0;
    const place = roleApps[role] ?? 0;
    if (((words[role * wordCount + word] ?? 0) & bit) !== 0 && (place < 0 || place === app)) return true;
  }
  return false;
}

function isIn({ groupStarts, groups }: Sketch, person: number, group: number): boolean {
  const end = groupStarts[person + 1] ?? 0;
  for (let at = groupStarts[person] ?? 0; at < end; at++) if (groups[at] === group) return true;
  return false;
}

/** Takes names, as a program that asks has them. */
export function askSketch(sketch: Sketch, question: PlainQuestion): boolean {
  const person = sketch.people.get(question.principal) ?? 0;
  const permission = numbers.get(question.permission) ?? 0;
  const app = question.app === undefined ? -1 : (sketch.apps.get(question.app) ?? -1);
  if (!holds(sketch, person, permission, app)) return false;
  const { record } = question;
  if (record === undefined || gated[permission] !== true) return true;
  for (const { groups, test } of sketch.policies[app] ?? [])
    for (const group of groups)
      if (isIn(sketch, person, group)) {
        if (test(record, question.principal)) return true;
        break;
      }
  return false;
}
