// Requests of Writ's own client about an earlier state: what the project is compared with, and how it differs from that.

import { expectDifference } from '../ide/difference/expectations.ts';
import { signsOf, wordsOf } from '../ide/difference/signs.ts';
import { type Compared, type DifferenceNode, entryKey } from '../ide/difference/tree.ts';
import type { Snapshot } from '../project/types.ts';
import type { Comparison } from './comparisons.ts';
import { type Context, heldOf, viewProject } from './context.ts';
import { linesOf, type ProjectView, toLocation, toRange } from './convert.ts';
import type { Inserted } from './protocol-answers.ts';
import {
  type CompareParams,
  type CompareResult,
  type DifferenceParams,
  type DifferenceTestParams,
  type DifferenceTree,
  headComparison,
  type WireNode,
} from './protocol-difference.ts';
import { toEdit } from './workspace-edit.ts';

export async function beginComparison(context: Context, params: CompareParams): Promise<CompareResult | null> {
  const held = heldOf(context, params);
  if (held === undefined) return null;
  const result = await context.comparisons.begin(held, params.comparison, params.earlier ?? undefined);
  if (params.earlier === null && params.comparison === headComparison) context.lensesChanged();
  return result;
}

export function showDifference(context: Context, params: DifferenceParams): DifferenceTree | null {
  const held = heldOf(context, params);
  const comparison = held && context.comparisons.of(held, params.comparison);
  if (held === undefined || comparison === undefined) return null;
  const view = viewProject(context, held);
  const said = tallyText(comparison.latest);
  const { before, compared } = comparison.with(view.snapshot);
  if (params.comparison === headComparison && tallyText(compared) !== said) context.lensesChanged();
  const { headline, tally, tree } = compared;
  return {
    label: comparison.label,
    headline,
    ...tally,
    signs: signsOf(tally),
    words: wordsOf(tally),
    nodes: tree.map((node) => toWire({ view, comparison, before }, node)),
  };
}

export function writeDifferenceTest(context: Context, params: DifferenceTestParams): Inserted | null {
  const held = heldOf(context, params);
  const comparison = held && context.comparisons.of(held, params.comparison);
  if (held === undefined || comparison === undefined) return null;
  const view = viewProject(context, held);
  const { before, difference } = comparison.with(view.snapshot);
  const wanted = params.entries && new Set(params.entries);
  const edits = expectDifference({
    before,
    after: view.snapshot,
    entries: difference.entries.filter((entry) => wanted?.has(entryKey(entry)) ?? true),
    side: params.side,
    label: comparison.label,
  });
  return 'problem' in edits ? edits : { edit: toEdit(context, view, edits) };
}

/** What lenses say of it. */
function tallyText(compared: Compared | undefined): string {
  return JSON.stringify([...(compared?.tallies ?? [])]);
}

interface Sides {
  readonly view: ProjectView;
  readonly comparison: Comparison;
  readonly before: Snapshot;
}

function toWire(sides: Sides, { kind, label, detail, entry, keys, places, children }: DifferenceNode): WireNode {
  const { view, comparison, before } = sides;
  const locations = places.map(({ side, place }) => {
    if (side === 'after') return [side, toLocation(view, place)] as const;
    const lines = linesOf({ snapshot: before, encoding: view.encoding }, place.file);
    return [side, { uri: comparison.uriOf(place.file), range: toRange(lines, place.span) }] as const;
  });
  return {
    kind,
    label,
    ...(detail === undefined ? {} : { detail }),
    ...(entry === undefined ? {} : { entry }),
    ...(keys.length === 0 ? {} : { keys }),
    ...Object.fromEntries(locations),
    ...(children.length === 0 ? {} : { children: children.map((each) => toWire(sides, each)) }),
  };
}
