// Compares what principals may do in one object: everybody alike is weighed once.
import type { ObjectSymbol } from '../../model/symbols.ts';
import { type Cell, cellsOf, type Holding } from './cells.ts';
import { type Finding, type Found, joined, together, wordingOf } from './findings.ts';
import { type Floor, floorOf } from './floor.ts';
import { type Forms, looksAtActor } from './forms.ts';
import { type Gathering, type Squad, squadsOf } from './gathering.ts';
import { noRecord, type Relating } from './marks.ts';
import type { Party, Standing } from './parties.ts';
import { reasonsOf } from './reasons.ts';
import type { Run } from './run.ts';
import { allowedFor, standOn } from './stand.ts';
import { pairOfObject } from './twins.ts';
import type { SideName } from './types.ts';
import type { Changed } from './verdict.ts';
import { alike, formsFor, recordsOf, verdictsOn, type Weighing } from './weighing.ts';

/** One object, with what was weighed there already. */
interface Place extends Weighing {
  readonly home: ObjectSymbol;
  readonly floors: Readonly<Record<SideName, Floor | undefined>>;
  readonly reasons: Finding['reasons'];
}

const givenUp = 'the conditions are more than can be weighed';

export function compareObject(run: Run, home: ObjectSymbol, gatherings: readonly Gathering[]): Found {
  const { before, after } = pairOfObject(run.twins, home);
  const { relations } = run.touched;
  const floors = { before: floorOf(run.sides.before, home, before), after: floorOf(run.sides.after, home, after) };
  const place: Place = {
    home,
    floors,
    reasons: (finding) => reasonsOf(run, floors, finding),
    related: relations === 'everywhere' || relations.has(home),
    forms: new Map(),
    verdicts: new Map(),
  };
  const found: Found = { findings: [], open: [] };
  for (const gathering of gatherings)
    for (const squad of squadsOf(gathering, place.floors)) compareSquad(run, place, squad, found);
  return { findings: together(found.findings), open: found.open };
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
  const seen = formsFor(run, place, before?.stand.seen ?? noRecord, after?.stand.seen ?? noRecord);
  const { selves } = run.touched;
  const isMoved = (forms: Forms) =>
    !forms.same || (looksAtActor(forms.needs) && squad.parties.some(({ home }) => selves.has(home)));
  const asked = cellsOf(before, after, isMoved(seen)).flatMap((cell): Asked[] => {
    const of = (holding: Holding | undefined, held: Relating) =>
      holding === undefined ? noRecord : allowedFor(holding.floor, held, holding.stand, cell.needsSight);
    const forms = formsFor(run, place, of(before, cell.before), of(after, cell.after));
    return isMoved(forms) ? [{ cell, forms }] : [];
  });
  if (asked.length === 0) return;
  const questions = asked.map(({ forms }) => forms);
  for (const parties of alike(run, squad.parties, questions)) compareAlike(run, place, { parties, asked }, found);
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
        const { change, allowed } = verdict;
        const about = { parties, related, held: heldInSight(cell, verdict) };
        const rest = { permissions, parties, place: place.home, other: undefined, reasons: place.reasons };
        const recordFor = recordsOf(run, forms, { verdict, related });
        findings.push({
          change,
          ...wordingOf(run, forms, verdict, about),
          relations: related,
          recordFor,
          allowed,
          ...rest,
        });
      }
    });
  }
  for (const finding of joined(findings)) found.findings.push(finding);
}

/** Held on one side only: what is gained or lost is what is in sight of that, whatever is. */
function heldInSight({ needsSight, before, after }: Cell, { change, always }: Changed): Relating | undefined {
  if (!needsSight || always.before || always.after) return undefined;
  if (change === 'gained') return before === noRecord ? after : undefined;
  return change === 'lost' && after === noRecord ? before : undefined;
}
