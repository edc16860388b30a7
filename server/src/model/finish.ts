// From a draft and the parts that it was made of to the model.
import { lazy } from '../text/lazy.ts';
import type { BindInput, Bound } from './bound.ts';
import type { Draft, ObjectDraft } from './draft.ts';
import type { Model } from './model.ts';
import { namingAfter, namingIn } from './named.ts';
import { liveParts, namedByOf, type Part, type PartsByFile, referencesTo } from './parts.ts';

/** What of a model depends on nothing that stands in objects and questions. */
export type Ground = Pick<Model, 'ground' | 'people' | 'groupsOf'>;

/** What a model is made from beside the draft. */
export interface Made {
  readonly input: BindInput;
  readonly parts: PartsByFile;
  /** The state before, where it is built upon that. */
  readonly before?: Bound;
}

export function finish(draft: Draft, { input, parts, before }: Made, around: Ground): Bound {
  const objects: ReadonlyMap<string, ObjectDraft> = draft.objects;
  const live = liveParts(parts);
  const references = lazy(() => [...parts.values()].flatMap(({ all }) => all.flatMap((part) => part.references)));
  const naming = before === undefined ? namingIn(parts) : namingAfter(before, parts);
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
    references,
    referencesAt: (file, at) => parts.get(file)?.all[at]?.references ?? [],
    referencesTo: (symbol) => referencesTo(parts, symbol),
    namesIn: (file) => parts.get(file)?.all ?? [],
    isNamed: (symbol) => naming.has(symbol),
    namedBy: (object) => namedBy().get(object) ?? nothing,
    ...around,
    broken: {
      organization: draft.broken.organization || isTainted(input, parts),
      objects: new Map([...objects.values()].map((object) => [object, object.broken])),
    },
    openedBy: live.filter(({ tainted }) => tainted),
    semantics: draft.semantics,
  };
  return { model, input, parts, naming, people: draft.people, compared: draft.near.compared };
}

const nothing: readonly never[] = [];

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
