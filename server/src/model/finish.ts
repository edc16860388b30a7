// From a draft and the parts that it was made of to the model.
import { lazy } from '../text/lazy.ts';
import type { BindInput, Bound } from './bound.ts';
import type { Draft, ObjectDraft } from './draft.ts';
import type { Model } from './model.ts';
import { liveParts, namedByOf, type Part, type PartsByFile, referencesTo } from './parts.ts';

/** What of a model depends on nothing that stands in objects and questions. */
export type Ground = Pick<Model, 'ground' | 'people' | 'groupsOf'>;

export function finish(draft: Draft, input: BindInput, parts: PartsByFile, around: Ground): Bound {
  const objects: ReadonlyMap<string, ObjectDraft> = draft.objects;
  const live = liveParts(parts);
  const references = lazy(() => [...parts.values()].flatMap(({ all }) => all.flatMap((part) => part.references)));
  const named = lazy(() => new Set(live.flatMap((part) => part.named)));
  const namedBy = lazy(() => namedByOf(live, { objects }));
  const model: Model = {
    organization: draft.organization,
    users: draft.users,
    profiles: draft.profiles,
    groups: draft.groups,
    internalUsers: draft.internalUsers,
    externalUsers: draft.externalUsers,
    roles: draft.roles,
    objects,
    records: draft.records,
    tests: draft.tests,
    questions: allOf(live, ({ questions }) => questions),
    problems: allOf(live, ({ problems }) => problems),
    get references() {
      return references();
    },
    referencesAt: (file, at) => parts.get(file)?.all[at]?.references ?? [],
    referencesTo: (symbol) => referencesTo(parts, symbol),
    namesIn: (file) => parts.get(file)?.all ?? [],
    get named() {
      return named();
    },
    get namedBy() {
      return namedBy();
    },
    ...around,
    broken: {
      organization: draft.broken.organization || isTainted(input, parts),
      objects: new Map([...objects.values()].map((object) => [object, object.broken])),
    },
    semantics: draft.semantics,
  };
  return { model, input, parts, people: draft.people, compared: draft.near.compared };
}

/** Most parts have none: that makes no list for each. */
function allOf<T>(parts: readonly Part[], of: (part: Part) => readonly T[]): readonly T[] {
  const all: T[] = [];
  for (const part of parts) for (const each of of(part)) all.push(each);
  return all;
}

/** Whether an error leaves open what the organization holds. */
export function isTainted(input: BindInput, parts: PartsByFile): boolean {
  return input.incomplete || liveParts(parts).some(({ tainted }) => tainted);
}
