// What has changed for one principal: the records for which something is allowed before, weighed against those after.
import type { Actor } from '../../condition/actor.ts';
import { allOf, negate } from '../../condition/build.ts';
import { type Satisfaction, satisfy, type World } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import type { Content, Field, Formula } from '../../model/symbols.ts';
import { type Forms, looksAtActor } from './forms.ts';
import { isImpossible, markOf, type Relating } from './marks.ts';
import { merged } from './merged.ts';
import type { Party } from './parties.ts';
import { actorOn, type Run, worldFor } from './run.ts';
import type { Change, SideName } from './types.ts';

export type Verdict = 'unchanged' | 'unknown' | Changed;

export interface Changed {
  readonly change: Change;
  /** For whom it was weighed; for others that are alike only the change is the same. */
  readonly party: Party;
  /** For which it is allowed on one side only, with that side. */
  readonly record: ReadonlyMap<Field, Content>;
  readonly allowed: SideName;
  /** The sides on which it is allowed for all records. */
  readonly always: Readonly<Record<SideName, boolean>>;
}

/** Records that say no relation to anybody. */
export function weigh(run: Run, forms: Forms, party: Party): Verdict {
  const of = (side: SideName) => readyFor(run, forms, party, side).plain;
  const [before, after] = [of('before'), of('after')];
  const world = worldFor(run, party, [before, after]);
  const gained = both(after, negate(before), world);
  const lost = both(before, negate(after), world);
  return judge({ party, gained, lost, had: () => any(before, world), has: () => any(after, world) }, (side) => {
    const against = negate(side === 'before' ? before : after);
    return against.op === 'false' || satisfy(against, world).kind === 'no';
  });
}

/** Records that do, as far as they do not change alike without it. */
export function weighRelated(run: Run, forms: Forms, party: Party): Verdict {
  const before = readyFor(run, forms, party, 'before');
  const after = readyFor(run, forms, party, 'after');
  const world = worldFor(run, party, [before.related, after.related]);
  const differs = (one: Relating, other: Relating) =>
    both(both_(one.related, negate(other.related)), negate(both_(one.plain, negate(other.plain))), world);
  const only = ({ related, plain }: Relating) => both(related, negate(plain), world);
  return judge(
    {
      party,
      gained: differs(after, before),
      lost: differs(before, after),
      had: () => only(before),
      has: () => only(after),
    },
    () => false,
  );
}

const both_ = (one: Formula, other: Formula) => allOf([one, other]);

function any(formula: Formula, world: World): Satisfaction {
  if (formula.op === 'false') return { kind: 'no' };
  if (formula.op === 'true') return { kind: 'yes', record: new Map() };
  return formula.op === 'or' ? anyPart(formula.parts, world) : satisfy(formula, world);
}

/** Most often the first part decides. */
function anyPart(parts: readonly Formula[], world: World): Satisfaction {
  let result: Satisfaction = { kind: 'no' };
  for (const part of parts) {
    const found = any(part, world);
    if (found.kind === 'yes') return found;
    if (found.kind === 'unknown') result = found;
  }
  return result;
}

function both(one: Formula, other: Formula, world: World): Satisfaction {
  if (one.op === 'false' || other.op === 'false') return { kind: 'no' };
  if (one.op === 'true') return any(other, world);
  return any(other.op === 'true' ? one : both_(one, other), world);
}

interface Weighed {
  readonly party: Party;
  readonly gained: Satisfaction;
  readonly lost: Satisfaction;
  /** Whether any record is allowed before, and after. */
  readonly had: () => Satisfaction;
  readonly has: () => Satisfaction;
}

function judge({ party, gained, lost, had, has }: Weighed, isAlways: (side: SideName) => boolean): Verdict {
  if (gained.kind === 'unknown' || lost.kind === 'unknown') return 'unknown';
  const always = (side: SideName, of: boolean) => ({ before: false, after: false, [side]: of });
  if (gained.kind === 'yes') {
    const { record } = gained;
    if (lost.kind === 'yes')
      return { change: 'changed', party, record, allowed: 'after', always: always('after', false) };
    const some = had().kind;
    if (some === 'unknown') return 'unknown';
    const change = some === 'yes' ? 'widened' : 'gained';
    return { change, party, record, allowed: 'after', always: always('after', isAlways('after')) };
  }
  if (lost.kind === 'no') return 'unchanged';
  const some = has().kind;
  if (some === 'unknown') return 'unknown';
  const change = some === 'yes' ? 'narrowed' : 'lost';
  return { change, party, record: lost.record, allowed: 'before', always: always('before', isAlways('before')) };
}

/** The condition of a side for the party itself, on merged fields. */
function readyFor(run: Run, forms: Forms, party: Party, side: SideName): Relating {
  const actor = actorOn(run, party, side);
  const { plain, related } = forms[side];
  const ready = (formula: Formula): Formula => {
    if (formula.op === 'true' || formula.op === 'false') return formula;
    const own = looksAtActor(forms.needs) && actor !== undefined ? actedBy(formula, actor, party) : formula;
    return merged(own, run.merging);
  };
  return { plain: ready(plain), related: plain === related ? ready(plain) : ready(related) };
}

/** With the actor, its attributes and groups put in, and no relation that it cannot have. */
export function actedBy(formula: Formula, actor: Actor, { home }: Party): Formula {
  return substitute(formula, {
    value: (field) => {
      const mark = markOf(field);
      return mark !== undefined && isImpossible(mark, home) ? false : undefined;
    },
    actor,
    today: undefined,
    groupsOf: () => undefined,
  });
}
