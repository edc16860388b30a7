// Whom declared records give a role of their whole object (`autoShareReach: "object"`).
import type { Model } from '../../model/model.ts';
import type { Content, ObjectSymbol, Principal, RecordFacts, Role } from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import { relationOf } from '../relations.ts';

/** As if they were members of the role in that object: those who have its relation to any declared record of the object. */
export function standIns(model: Model, object: ObjectSymbol, role: Role): ReadonlySet<Principal> {
  const found = new Set<Principal>();
  if (model.semantics.autoShareReach !== 'object' || role.autoShare.size === 0) return found;
  for (const { facts } of model.records.values()) {
    if (facts?.object !== object) continue;
    for (const word of role.autoShare)
      for (const each of related(facts, relationOf(word, 'role').relation)) found.add(each);
  }
  return found;
}

/** A role's words reach users and groups alike. */
function* related({ object, relations, values }: RecordFacts, relation: RelationKind): Generator<Principal> {
  yield* relations.get(relation) ?? [];
  if (relation !== 'assign') return;
  for (const field of object.fields.values()) {
    const held = field.assignee ? principalOf(values.get(field)) : undefined;
    if (held !== undefined) yield held;
  }
}

function principalOf(content: Content | undefined): Principal | undefined {
  return typeof content === 'object' && content !== null && 'kind' in content ? content : undefined;
}
