// Fields that go by another name: told by the conditions that say the same of them.
import { atomsOf, fieldsOf } from '../../condition/operands.ts';
import type { Field, Formula, ObjectSymbol } from '../../model/symbols.ts';
import { sameFormula } from './same-formula.ts';
import type { Twins } from './twins.ts';

/**
 * Of each object a field that is gone has become the new one of its type, options and use, where there is but one of
 * each and every condition says of the one what another said of the other. What is known needs the type alone.
 */
export function renamedFields(
  twins: Omit<Twins, 'roles' | 'fields'>,
  known: ReadonlyMap<unknown, unknown>,
): Twins['fields'] {
  const found = new Map<Field, Field>();
  for (const { before, after } of twins.objects.pairs) {
    if (before === undefined || after === undefined || before === after) continue;
    const gone = [...before.fields.values()].filter(({ name }) => !after.fields.has(name));
    if (gone.length === 0) continue;
    const fresh = [...after.fields.values()].filter(({ name }) => !before.fields.has(name));
    for (const one of gone)
      for (const other of fresh) if (known.get(one) === other && one.type === other.type) found.set(other, one);
    const met = new Set(found.values());
    const left = [gone.filter((each) => !met.has(each)), fresh.filter((each) => !found.has(each))] as const;
    for (const [one, other] of onlyOnes(...left)) {
      const fields = new Map([...found, [other, one]]);
      if (saysTheSame({ ...twins, fields }, [before, one], [after, other])) found.set(other, one);
    }
  }
  return found;
}

function useOf({ type, options, assignee }: Field): string {
  return JSON.stringify([type, options, assignee]);
}

function onlyOnes(gone: readonly Field[], fresh: readonly Field[]): (readonly [Field, Field])[] {
  return gone.flatMap((field) => {
    const like = (other: Field) => useOf(other) === useOf(field);
    const [other, second] = fresh.filter(like);
    return other === undefined || second !== undefined || gone.filter(like).length > 1 ? [] : [[field, other] as const];
  });
}

type Side = readonly [ObjectSymbol, Field];

function saysTheSame(twins: Omit<Twins, 'roles'>, before: Side, after: Side): boolean {
  const [one, other] = [conditionsOn(before), conditionsOn(after)];
  if (one.length !== other.length) return false;
  const left = [...other];
  for (const formula of one) {
    const i = left.findIndex((each) => sameFormula(formula, each, { twins, otherMembers: new Set() }));
    if (i < 0) return false;
    left.splice(i, 1);
  }
  return true;
}

function conditionsOn([object, field]: Side): Formula[] {
  return object.policies.flatMap(({ when }) =>
    when !== undefined && atomsOf(when).some((atom) => fieldsOf(atom).includes(field)) ? [when] : [],
  );
}
