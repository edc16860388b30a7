// Compares what principals may do in one object: everybody alike is weighed once.
import { symbolKey } from '../../condition/key.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { type Cell, cellsOf, type Holding } from './cells.ts';
import { type Finding, type Found, joined, noReasons, together, wordsOf } from './findings.ts';
import { type Floor, floorOf } from './floor.ts';
import { actorKey, allNeeds, type Forms, formsOf, looksAtActor } from './forms.ts';
import { type Gathering, type Squad, squadsOf } from './gathering.ts';
import { noRecord, type Relating } from './marks.ts';
import type { Party, Standing } from './parties.ts';
import { withReasons } from './reasons.ts';
import type { Run } from './run.ts';
import { allowedFor, standOn } from './stand.ts';
import { pairOfObject } from './twins.ts';
import type { SideName } from './types.ts';
import { type Verdict, weigh, weighRelated } from './verdict.ts';

/** One object, with what was weighed there already. */
interface Place {
  readonly home: ObjectSymbol;
  readonly floors: Readonly<Record<SideName, Floor | undefined>>;
  /** Whether relations to a record are looked at: where what they give differs. */
  readonly related: boolean;
  readonly forms: Map<string, Forms>;
  readonly verdicts: Map<Forms, Map<string, readonly Verdict[]>>;
}

export const givenUp = 'the conditions are more than can be weighed';

export function compareObject(run: Run, home: ObjectSymbol, gatherings: readonly Gathering[]): Found {
  const { before, after } = pairOfObject(run.twins, home);
  const { relations } = run.touched;
  const place: Place = {
    home,
    floors: { before: floorOf(run.sides.before, home, before), after: floorOf(run.sides.after, home, after) },
    related: relations === 'everywhere' || relations.has(home),
    forms: new Map(),
    verdicts: new Map(),
  };
  const found: Found = { findings: [], open: [] };
  for (const gathering of gatherings)
    for (const squad of squadsOf(gathering, place.floors)) compareSquad(run, place, squad, found);
  const findings = together(found.findings).map((finding) => withReasons(run, place.floors, finding));
  return { findings, open: found.open };
}

function holdingOf(run: Run, place: Place, squad: Squad, side: SideName): Holding | undefined {
  const floor = place.floors[side];
  const standing: Standing | undefined = squad.crowd[side];
  if (floor === undefined || standing === undefined) return undefined;
  const { adminSeesAllRecords } = run.sides[side].model.semantics;
  return { floor, stand: standOn(floor, standing, squad[side], adminSeesAllRecords) };
}

/** A group of permissions with the question about it. */
interface Asked {
  readonly cell: Cell;
  readonly forms: Forms;
}

function compareSquad(run: Run, place: Place, squad: Squad, found: Found): void {
  const before = holdingOf(run, place, squad, 'before');
  const after = holdingOf(run, place, squad, 'after');
  if (before === undefined && after === undefined) return;
  const seen = formsFor(run, place, [before?.stand.seen ?? noRecord, after?.stand.seen ?? noRecord]);
  const { selves } = run.touched;
  const isMoved = (forms: Forms) =>
    !forms.same || (looksAtActor(forms.needs) && squad.parties.some(({ home }) => selves.has(home)));
  const asked = cellsOf(before, after, isMoved(seen)).flatMap((cell): Asked[] => {
    const of = (holding: Holding | undefined, held: Relating) =>
      holding === undefined ? noRecord : allowedFor(holding.floor, held, holding.stand, cell.needsSight);
    const forms = formsFor(run, place, [of(before, cell.before), of(after, cell.after)]);
    return isMoved(forms) ? [{ cell, forms }] : [];
  });
  if (asked.length === 0) return;
  for (const parties of alike(run, squad.parties, asked)) compareAlike(run, place, { parties, asked }, found);
}

/** Parties that none of the questions can tell apart. */
function alike({ touched, ...run }: Run, parties: readonly Party[], asked: readonly Asked[]): Party[][] {
  const needs = allNeeds(asked.map(({ forms }) => forms.needs));
  const parts = new Map<string, Party[]>();
  for (const party of parties) {
    const key = `${touched.selves.has(party.home) ? 'other' : ''}|${actorKey({ touched, ...run }, party, needs)}`;
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [party]);
    else known.push(party);
  }
  return [...parts.values()];
}

interface Alike {
  readonly parties: readonly Party[];
  readonly asked: readonly Asked[];
}

function compareAlike(run: Run, place: Place, { parties, asked }: Alike, found: Found): void {
  const [party] = parties;
  if (party === undefined) return;
  const findings: Finding[] = [];
  for (const { cell, forms } of asked) {
    const { permissions } = cell;
    verdictsOn(run, place, forms, party).forEach((verdict, i) => {
      const related = i > 0;
      if (verdict === 'unchanged') return;
      if (verdict === 'unknown') found.open.push({ permissions, parties, place: place.home, reason: givenUp });
      else {
        const { change, record, allowed } = verdict;
        const words = wordsOf(run, forms, verdict, { parties, related });
        findings.push({
          change,
          permissions,
          ...words,
          relations: related,
          parties,
          place: place.home,
          record,
          allowed,
        });
      }
    });
  }
  for (const finding of joined(findings)) found.findings.push(finding);
}

/** Without relations, and where they matter with them. */
function verdictsOn(run: Run, place: Place, forms: Forms, party: Party): readonly Verdict[] {
  if (forms.same && !run.touched.selves.has(party.home)) return [];
  const known = place.verdicts.get(forms) ?? new Map<string, readonly Verdict[]>();
  place.verdicts.set(forms, known);
  const key = actorKey(run, party, forms.needs);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = [weigh(run, forms, party), ...(place.related ? [weighRelated(run, forms, party)] : [])];
  known.set(key, made);
  return made;
}

/** The same two conditions are the same question. */
function formsFor(run: Run, place: Place, [before, after]: readonly [Relating, Relating]): Forms {
  const key = [before.plain, before.related, after.plain, after.related].map(symbolKey).join();
  const known = place.forms.get(key);
  if (known !== undefined) return known;
  const made = formsOf(run, before, after, place.related);
  place.forms.set(key, made);
  return made;
}
