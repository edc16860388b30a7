// The questions of one place, each asked once of principals who are alike.
import { symbolKey } from '../../condition/key.ts';
import type { Content, Field } from '../../model/symbols.ts';
import { actorKey, allNeeds, type Forms, formsOf, isPlain, looksAtActor } from './forms.ts';
import type { Relating } from './marks.ts';
import type { Party } from './parties.ts';
import type { Run } from './run.ts';
import { type Changed, type Verdict, weigh, weighRelated } from './verdict.ts';

/** What was asked at the place already. */
export interface Weighing {
  /** Whether relations to a record are looked at: where what they give differs. */
  readonly related: boolean;
  readonly forms: Map<string, Forms>;
  readonly verdicts: Map<Forms, Map<string, readonly Verdict[]>>;
}

/** The same two conditions are the same question. */
export function formsFor(run: Run, weighing: Weighing, before: Relating, after: Relating): Forms {
  const plain = `${symbolKey(before.plain)} ${symbolKey(after.plain)}`;
  const key = weighing.related ? `${plain} ${symbolKey(before.related)} ${symbolKey(after.related)}` : plain;
  const known = weighing.forms.get(key);
  if (known !== undefined) return known;
  const made = formsOf(run, before, after, weighing.related);
  weighing.forms.set(key, made);
  return made;
}

/** Without relations, and where they matter with them. */
export function verdictsOn(run: Run, weighing: Weighing, forms: Forms, party: Party): readonly Verdict[] {
  if (forms.same && !run.touched.selves.has(party.home)) return [];
  const known = weighing.verdicts.get(forms) ?? new Map<string, readonly Verdict[]>();
  weighing.verdicts.set(forms, known);
  const key = actorKey(run, party, forms.needs);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = [weigh(run, forms, party), ...(weighing.related ? [weighRelated(run, forms, party)] : [])];
  known.set(key, made);
  return made;
}

/** An example for one party is one for another only where nothing of the actor matters. */
export function recordsOf(
  run: Run,
  forms: Forms,
  { verdict, related }: { readonly verdict: Changed; readonly related: boolean },
): (party: Party) => ReadonlyMap<Field, Content> | undefined {
  return (other) => {
    if (verdict.party === other || !looksAtActor(forms.needs)) return verdict.record;
    const again = (related ? weighRelated : weigh)(run, forms, other);
    return typeof again === 'object' ? again.record : undefined;
  };
}

/** Parties that none of the questions can tell apart; people before groups. */
export function alike(run: Run, parties: readonly Party[], questions: readonly Forms[]): Party[][] {
  const needs = allNeeds(questions.map((forms) => forms.needs));
  const { selves } = run.touched;
  const plain = isPlain(needs);
  const parts = new Map<string, Party[]>();
  const people: Party[] = [];
  for (const party of parties) {
    if (plain && party.home.kind !== 'group' && !selves.has(party.home)) {
      people.push(party);
      continue;
    }
    const key = `${selves.has(party.home) ? 'self' : ''}|${actorKey(run, party, needs)}`;
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [party]);
    else known.push(party);
  }
  return [people, ...parts.values()].filter((part) => part.length > 0);
}
