// An access index carried over to a model that was bound anew after an edit: only what the edit touched is made again.
import type { Model } from '../../model/model.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import type { Change } from './change.ts';
import { byName, commonOf, compile, rest } from './compile.ts';
import { type Common, compileObject, declaredRecords, recompileOrganization } from './compile-object.ts';
import { type People, reboundPeople } from './people.ts';
import type { DenseRecord } from './record.ts';

/** What an edit can touch without touching who there is; what has no declaration means nothing. A user whom it leaves may be among it. */
const withinPlaces: ReadonlySet<string> = new Set(['role', 'object', 'record', 'query', 'expect', 'test']);

/**
 * The same as `compile(model, index.today)`. The rows hold positions and no symbols, so those of an object whose
 * declarations stayed are right for the new model too, as long as everybody has the number that they had.
 */
export function updated(index: AccessIndex, model: Model, change: Change): AccessIndex {
  const people = peopleAfter(index, model, change);
  if (people === undefined) return compile(model, index.today);
  const common = commonOf(model, people, index.today);
  const objects = objectsAfter(index, model, common, namesOf(change, 'object'));
  const roles = namesOf(change, 'role');
  const organization =
    roles.size === 0 ? index.organization : recompileOrganization(model, common, index.organization, roles);
  return { ...rest(model, common, organization), organization, objects, objectsByName: byName(objects) };
}

function namesOf({ declarations }: Change, kind: 'object' | 'role'): ReadonlySet<string> {
  return new Set(declarations.flatMap((each) => (each?.kind === kind ? (each.name?.text ?? []) : [])));
}

/** Undefined where somebody may have come, gone or changed. */
function peopleAfter(index: AccessIndex, model: Model, { declarations, elsewhere }: Change): People | undefined {
  const stays = (kind: string) => withinPlaces.has(kind) || (kind === 'user' && index.model.users === model.users);
  if (elsewhere || declarations.some((each) => each !== undefined && !stays(each.kind))) return undefined;
  if (model.objects.size !== index.objects.length) return undefined;
  for (const [i, object] of [...model.objects.values()].entries())
    if (object.name !== index.objects[i]?.symbol.name) return undefined;
  return reboundPeople(index.people, model);
}

function objectsAfter(
  index: AccessIndex,
  model: Model,
  common: Common,
  touched: ReadonlySet<string>,
): readonly ObjectIndex[] {
  const declared = declaredRecords(model, common.people);
  const none: readonly DenseRecord[] = [];
  return [...model.objects.values()].map((symbol, i): ObjectIndex => {
    const before = index.objects[i];
    const records = declared.get(symbol) ?? none;
    const isKept = before !== undefined && !touched.has(symbol.name);
    return isKept ? { ...before, symbol, declaredRecords: records } : compileObject(symbol, common, records);
  });
}
