// A small project to try conditions in: texts to formulas, records, actors and worlds.
import { strict as assert } from 'node:assert';
import { type Actor, strangerOf } from '../../server/src/condition/actor.ts';
import type { Scene } from '../../server/src/condition/evaluate.ts';
import type { World } from '../../server/src/condition/solve.ts';
import { bind } from '../../server/src/model/bind.ts';
import type { Model } from '../../server/src/model/model.ts';
import { attributesOf } from '../../server/src/model/profiles.ts';
import type { Content, Field, Formula, Group, ServiceAccount, User } from '../../server/src/model/symbols.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { parseDate } from '../../server/src/text/calendar.ts';

const project = `
user ada "ada@a.example" { Region "EU"  Nothing "" }
user bo  "bo@a.example"  { Region "US" }
user cy  "cy@a.example"
user bot "bot@a.example"
group Sales   { members ada }
group Support { members ada, bo }
group Empty   { description "Nobody" }
app Orders {
  field Region: text
  field Note: text
  field Total: number
  field Discount: number
  field Due: date
  field Done: date
  field Placed: datetime
  field Sent: datetime
  field Paid: boolean
  field Status: choice("New", "Open", "Closed")
  field Before: choice("New", "Open", "Gone")
  field Tags: choices("gift", "rush", "b2b")
  field Owner: user
  field Checker: user
  field Team: group
  field Other: group
  field File: attachment
  field "not": number
  service account bot { purpose "Moves orders" }
  service account "Night Shift" { purpose "Moves orders" }
}
`;

const semantics = { adminSeesAllRecords: true, autoShareReach: 'record' } as const;

function bound(text: string): Model {
  const source = parseFile(text);
  assert.deepEqual(
    syntaxProblems(source).map((problem) => problem.message),
    [],
    text.slice(project.length),
  );
  const files = [{ path: 'test.writ', source }];
  const model = bind({ files, directories: new Map(), semantics, incomplete: false });
  assert.deepEqual(
    model.problems.map((problem) => problem.message),
    [],
    text.slice(project.length),
  );
  return model;
}

// Symbols are the same only within one model, so every text that a test needs is bound on its own and its symbols are
// put in place of the base's.
export const base = bound(project);

function ordersOf(model: Model) {
  const object = model.objects.get('Orders');
  assert.ok(object !== undefined);
  return object;
}
const orders = ordersOf(base);

export const fields: readonly Field[] = [...orders.fields.values()];
export const users: readonly User[] = [...base.users.values()];
export const accounts: readonly ServiceAccount[] = [...orders.accounts.values()];
export const groups: readonly Group[] = [...base.groups.values()].filter((group) => group.system === undefined);
export const internalUsers = base.internalUsers;
/** 2026-03-31, a Tuesday: the month before is shorter. */
export const today = parseDate('2026-03-31') ?? 0;

export function field(name: string): Field {
  const found = orders.fields.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

export function person(name: string): User | ServiceAccount {
  const found = base.users.get(name) ?? orders.accounts.get(name.replace('Orders.', ''));
  assert.ok(found !== undefined, name);
  return found;
}

export function group(name: string): Group {
  const found = base.groups.get(name) ?? (name === internalUsers.name ? internalUsers : undefined);
  assert.ok(found !== undefined, name);
  return found;
}

/** A value of another model of the same project, with this project's symbols in place of its own. */
function home(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Set) return value;
  if (Array.isArray(value)) return value.map(home);
  const entries = Object.entries(value);
  const symbol = value as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof symbol.name === 'string') {
    if (symbol.kind === 'field') return field(symbol.name);
    if (symbol.kind === 'user') return person(symbol.name);
    if (symbol.kind === 'service account') return orders.accounts.get(symbol.name);
    if (symbol.kind === 'group') return group(symbol.name);
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, key === 'origin' ? each : home(each)]));
}

const formulas = new Map<string, Formula>();
const records = new Map<string, ReadonlyMap<Field, Content>>();

/** The formula of a condition on orders: of the same text the same one, as to read it takes longer than most of what is tested. */
export function formula(text: string): Formula {
  const known = formulas.get(text) ?? readFormula(text);
  formulas.set(text, known);
  return known;
}

function readFormula(text: string): Formula {
  if (text === 'true' || text === 'false') return { op: text };
  const model = bound(`${project}app Orders { policy "It" { to ada when ${text} } }`);
  const when = ordersOf(model).policies[0]?.when;
  assert.ok(when !== undefined, text);
  return home(when) as Formula;
}

/** What the body of a record says: `Total 3 Note empty`. Of the same text the same. */
export function record(body: string): ReadonlyMap<Field, Content> {
  const known = records.get(body) ?? readRecord(body);
  records.set(body, known);
  return known;
}

function readRecord(body: string): ReadonlyMap<Field, Content> {
  const values = bound(`${project}record it in Orders { ${body} }`).records.get('it')?.facts?.values;
  assert.ok(values !== undefined, body);
  return new Map([...values].map(([of, content]) => [field(of.name), home(content) as Content]));
}

const noGroups: ReadonlySet<Group> = new Set();

export function groupsOf(of: User | ServiceAccount): ReadonlySet<Group> {
  return of.kind === 'user' ? (base.groupsOf.get(of) ?? noGroups) : noGroups;
}

/** A user or account by name, or one further person of a group. */
export function actor(name: string): Actor {
  const among = base.groups.get(name);
  if (among !== undefined)
    return { principal: among, self: strangerOf(among), groups: new Set([among]), attributes: new Map() };
  const self = person(name);
  const attributes = self.kind === 'user' ? attributesOf(base, self) : new Map<string, string>();
  return { principal: self, self, groups: groupsOf(self), attributes };
}

export function scene(values: ReadonlyMap<Field, Content>, by = actor('ada')): Scene {
  return { value: (of) => values.get(of), actor: by, today, groupsOf };
}

export function world(by = actor('ada')): World {
  return { users, accounts, groups, actor: by, today, groupsOf };
}

/** A record as a condition's words would say it, fields in order: `Total 3, Note empty`. */
export function showRecord(values: ReadonlyMap<Field, Content>): string {
  const show = (content: Content): string => {
    if (content === null) return 'empty';
    if (content instanceof Set) return `(${[...content].join(' ')})`;
    return typeof content === 'object' && 'name' in content ? content.name : JSON.stringify(content);
  };
  return [...values].map(([of, content]) => `${of.name} ${show(content)}`).join(', ');
}
