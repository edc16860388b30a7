// What has changed for one principal: the records for which something is allowed before, weighed against those after.
import type { Actor } from '../../condition/actor.ts';
import { allOf, negate } from '../../condition/build.ts';
import { evaluate, type View } from '../../condition/evaluate.ts';
import { type Satisfaction, satisfy, type World } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import type { Content, Field, Formula } from '../../model/symbols.ts';
import { type Forms, looksAtActor } from './forms.ts';
import { isImpossible, markOf, type Relating } from './marks.ts';
import { merged } from './merged.ts';
import type { Party } from './parties.ts';
import { actorOn, type Run, worldFor } from './run.ts';
import { homeOfGroup } from './twins.ts';
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
  if (forms.before.plain.op === 'false') return weighOne(run, forms, party, 'after');
  if (forms.after.plain.op === 'false') return weighOne(run, forms, party, 'before');
  const of = (side: SideName) => readyFor(run, forms, party, side).plain;
  const [before, after] = [of('before'), of('after')];
  const world = worldFor(run, party, [before, after]);
  const gained = both(after, negate(before), world);
  const lost = both(before, negate(after), world);
  const ready = { before, after };
  return judge({ party, gained, lost, had: () => any(before, world), has: () => any(after, world) }, (side) =>
    isAlways(ready[side], world),
  );
}

/** Nothing is allowed on the other side: then one record is enough, and most often the first part of the condition. */
function weighOne(run: Run, forms: Forms, party: Party, allowed: SideName): Verdict {
  const condition = merged(forms[allowed].plain, run.merging);
  const act = actingOn(run, forms, party, allowed);
  let result: Verdict = 'unchanged';
  for (const part of condition.op === 'or' ? condition.parts : [condition]) {
    const own = act(part);
    const found = any(own, worldFor(run, party, [own]));
    if (found.kind === 'unknown') result = 'unknown';
    if (found.kind !== 'yes') continue;
    const always = { before: false, after: false, [allowed]: isWhole(run, condition, act, party) };
    return { change: allowed === 'after' ? 'gained' : 'lost', party, record: found.record, allowed, always };
  }
  return result;
}

function isWhole(run: Run, condition: Formula, act: (formula: Formula) => Formula, party: Party): boolean {
  if (!holdsOfNothing(condition)) return false;
  const own = act(condition);
  return isAlways(own, worldFor(run, party, [own]));
}

function isAlways(formula: Formula, world: World): boolean {
  return holdsOfNothing(formula) && any(negate(formula), world).kind === 'no';
}

/** Whether it holds of a record that is empty throughout, whoever acts: nearly no condition does. */
function holdsOfNothing(formula: Formula): boolean {
  return evaluate(formula, empty) === 'true';
}

const empty: View = { value: () => null, actor: undefined, today: undefined, groupsOf: () => undefined };

/** Records that do, as far as they do not change alike without it. */
export function weighRelated(run: Run, forms: Forms, party: Party): Verdict {
  const before = readyFor(run, forms, party, 'before');
  const after = readyFor(run, forms, party, 'after');
  const world = worldFor(run, party, [before.related, after.related]);
  const differs = (one: Relating, other: Relating) =>
    both(meeting(one.related, negate(other.related)), negate(meeting(one.plain, negate(other.plain))), world);
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

const meeting = (one: Formula, other: Formula) => allOf([one, other]);

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
  return any(other.op === 'true' ? one : meeting(one, other), world);
}

interface Weighed {
  readonly party: Party;
  readonly gained: Satisfaction;
  readonly lost: Satisfaction;
  /** Whether any record is allowed before, and after. */
  readonly had: () => Satisfaction;
  readonly has: () => Satisfaction;
}

function judge({ party, gained, lost, had, has }: Weighed, isWholeOn: (side: SideName) => boolean): Verdict {
  if (gained.kind === 'unknown' || lost.kind === 'unknown') return 'unknown';
  const always = (side: SideName, of: boolean) => ({ before: false, after: false, [side]: of });
  if (gained.kind === 'yes') {
    const { record } = gained;
    if (lost.kind === 'yes')
      return { change: 'changed', party, record, allowed: 'after', always: always('after', false) };
    const some = had().kind;
    if (some === 'unknown') return 'unknown';
    const change = some === 'yes' ? 'widened' : 'gained';
    return { change, party, record, allowed: 'after', always: always('after', isWholeOn('after')) };
  }
  if (lost.kind === 'no') return 'unchanged';
  const some = has().kind;
  if (some === 'unknown') return 'unknown';
  const change = some === 'yes' ? 'narrowed' : 'lost';
  return { change, party, record: lost.record, allowed: 'before', always: always('before', isWholeOn('before')) };
}

/** The condition of a side for the party itself, on merged fields. */
function readyFor(run: Run, forms: Forms, party: Party, side: SideName): Relating {
  const { plain, related } = forms[side];
  const act = actingOn(run, forms, party, side);
  const ready = (formula: Formula) => act(merged(formula, run.merging));
  return { plain: ready(plain), related: plain === related ? ready(plain) : ready(related) };
}

/** Puts the party into merged conditions of a side, where they look at whoever acts. */
function actingOn(run: Run, { needs }: Forms, party: Party, side: SideName): (formula: Formula) => Formula {
  const own = looksAtActor(needs) ? actorOn(run, party, side) : undefined;
  if (own === undefined) return (formula) => formula;
  const groups = needs.groups ? new Set([...own.groups].map((group) => homeOfGroup(run.twins, group))) : own.groups;
  const actor = { ...own, groups };
  return (formula) => actedBy(formula, actor, party);
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
