// What broken text leaves open: it might allow more than the sound declarations that are compared.
import type { Model } from '../../model/model.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { PlaceItem, SideName, Undecided } from './types.ts';

/** Nothing where both sides are the same, broken or not. */
export function brokenOf(before: Model, after: Model, isSame: boolean): Undecided[] {
  if (isSame && problemsOf(before) === problemsOf(after)) return [];
  return [...brokenOn(before, 'before'), ...brokenOn(after, 'after')];
}

/** What is wrong, in whatever order and place. */
function problemsOf({ problems }: Model): string {
  return JSON.stringify(problems.map(({ rule, message }) => `${rule} ${message}`).sort());
}

function brokenOn({ broken, objects }: Model, side: SideName): Undecided[] {
  const found: Undecided[] = [];
  const add = (places: readonly PlaceItem[], what: string) =>
    found.push({
      principals: [],
      permissions: [],
      places,
      reason: `${side}: ${what} is broken and might allow more`,
      broken: side,
    });
  if (broken.organization) add([{ kind: 'organization' }], 'a declaration of the organization');
  for (const object of objects.values()) {
    const here: PlaceItem[] = [{ kind: 'object', name: writeName(object.name), only: undefined }];
    const { roles = false, sight = false } = broken.objects.get(object) ?? {};
    if (roles) add(here, 'a role or account');
    if (sight) add(here, 'a policy or share');
  }
  return found;
}
