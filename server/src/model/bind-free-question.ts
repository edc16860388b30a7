// A question that stands in no file, bound against a model that is already whole.
import type { Question } from '../syntax/ast-question.ts';
import type { Span } from '../text/span.ts';
import { bindQuestion } from './bind-questions.ts';
import { type Draft, type GroupDraft, type ObjectDraft, siteOf, type UserDraft } from './draft.ts';
import type { Model } from './model.ts';
import { nothingSought } from './near.ts';
import { emptyUnit } from './origin.ts';
import type { BoundQuestion } from './question.ts';

export interface FreeQuestion {
  readonly question: BoundQuestion | undefined;
  /** Spans in the question's text. */
  readonly problems: readonly { readonly span: Span; readonly message: string; readonly instead?: readonly string[] }[];
}

export function bindFreeQuestion(model: Model, question: Question | undefined): FreeQuestion {
  const site = siteOf(closedDraft(model), '', emptyUnit);
  const bound = bindQuestion(site, question, undefined);
  const said = site.notes.problems.map(({ origin, message, instead }) =>
    instead === undefined ? { span: origin.span, message } : { span: origin.span, message, instead },
  );
  return { question: bound, problems: said };
}

/** The model as a draft: binding a question only looks names up in it. */
function closedDraft(model: Model): Draft {
  const users = model.users as ReadonlyMap<string, UserDraft>;
  const groups = model.groups as ReadonlyMap<string, GroupDraft>;
  return {
    semantics: model.semantics,
    organization: { ...model.organization },
    people: joined(users, groups),
    users: new Map(),
    profiles: { origins: [], addresses: [], attributes: [] },
    near: nothingSought(),
    addresses: new Map(),
    groups: new Map(),
    internalUsers: model.internalUsers as GroupDraft,
    externalUsers: model.externalUsers as GroupDraft,
    roles: new Map(model.roles),
    objects: model.objects as Map<string, ObjectDraft>,
    records: new Map(model.records),
    tests: [],
    pending: { roles: [], objects: [], questions: [], later: [] },
    broken: { organization: model.broken.organization, domains: false },
  };
}

type People = Draft['people'];
type Groups = ReadonlyMap<string, GroupDraft>;

const joins = new WeakMap<object, { readonly groups: Groups; readonly people: People }>();

/** 50,000 names are joined once for a model, not for each question. States of a project may have the users in common alone. */
function joined(users: ReadonlyMap<string, UserDraft>, groups: Groups): People {
  const known = joins.get(users);
  if (known?.groups === groups) return known.people;
  const people: People = new Map<string, UserDraft | GroupDraft>([...groups, ...users]);
  joins.set(users, { groups, people });
  return people;
}
