// Whether a principal is allowed something on one full record: decided by evaluating, without the solver.
import fc from 'fast-check';
import { groundsOf } from '../../../server/src/access/grounds.ts';
import { sceneOf } from '../../../server/src/access/question-scope.ts';
import { permission as permissionNamed } from '../../../server/src/catalogue/permissions.ts';
import { nobody, strangerOf } from '../../../server/src/condition/actor.ts';
import { evaluate } from '../../../server/src/condition/evaluate.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Content, Field, ObjectSymbol, Principal } from '../../../server/src/model/symbols.ts';
import type { RelationKind } from '../../../server/src/syntax/ast-value.ts';

/** A record in names: `self` is whoever is asked about, a group's further person among them. */
export interface NamedRecord {
  readonly Status: string | null;
  readonly Priority: number | null;
  readonly Region: string | null;
  readonly Assignee: string | null;
  readonly Reviewer: string | null;
  readonly Team: string | null;
  /** Relations that it says to whoever is asked about. */
  readonly relations: readonly RelationKind[];
}

const persons = [null, 'self', 'self', 'alice', 'bob', 'carol', 'dana', 'Bot', 'somebody'];
const relations: readonly RelationKind[] = ['watch', 'mention', 'share', 'approval', 'assign'];

export const namedRecords: fc.Arbitrary<NamedRecord> = fc.record({
  Status: fc.constantFrom(null, 'New', 'Open', 'Closed', 'Late'),
  Priority: fc.constantFrom(null, 1, 2, 3, 4, 5, 6),
  Region: fc.constantFrom(null, 'EU', 'US', 'E'),
  Assignee: fc.constantFrom(...persons),
  Reviewer: fc.constantFrom(...persons),
  Team: fc.constantFrom(null, 'Agents', 'Editors', 'Partners'),
  relations: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray([...relations], { maxLength: 2 })),
});

/** By its path, among users, groups and the accounts of objects. */
export function principalNamed(model: Model, path: string): Principal | undefined {
  const [object, account] = path.split('.');
  if (account !== undefined) return model.objects.get(object ?? '')?.accounts.get(account);
  const name = path.replaceAll('"', '');
  return model.users.get(name) ?? model.groups.get(name);
}

function contentOf(model: Model, object: ObjectSymbol, asked: Principal, value: string | number | null): Content {
  if (typeof value !== 'string') return value;
  if (value === 'self') return asked.kind === 'group' ? strangerOf(asked) : asked;
  if (value === 'somebody') return nobody(0);
  return model.users.get(value) ?? object.accounts.get(value) ?? model.groups.get(value) ?? value;
}

export interface Case {
  readonly principal: string;
  readonly permission: string;
  /** `organization` or the name of an object. */
  readonly place: string;
  readonly record: NamedRecord;
}

export function isAllowed(model: Model, { principal: path, permission: constant, place, record }: Case, today: number) {
  const principal = principalNamed(model, path);
  const permission = permissionNamed(constant);
  if (principal === undefined || permission === undefined) return false;
  const asked = { principal, permissions: [permission], today };
  if (place === 'organization') {
    const grounds = groundsOf(model, { ...asked, place: { kind: 'organization' } });
    return evaluate(grounds.held, sceneOf(grounds.scope)) === 'true';
  }
  const object = model.objects.get(place);
  if (object === undefined) return false;
  const values = new Map<Field, Content>();
  for (const field of object.fields.values()) {
    const value = record[field.name as keyof NamedRecord];
    if (typeof value !== 'object' || value === null) values.set(field, contentOf(model, object, principal, value));
  }
  const said = new Map(record.relations.map((relation) => [relation, new Set([principal])] as const));
  const facts = { object, values, relations: said };
  const at: BoundPlace = { kind: 'object', object, facts, record: undefined, given: true, when: undefined };
  const { held, seen, scope } = groundsOf(model, { ...asked, place: at });
  return evaluate({ op: 'and', parts: [held, seen] }, sceneOf(scope)) === 'true';
}
