// A difference of access as a test: what is so now, or what was so before, of those who gained or lost something.

import type { Outcome } from '../../access/answer.ts';
import { matchModels } from '../../access/difference/match.ts';
import type { Twins } from '../../access/difference/twins.ts';
import type { DifferenceEntry, SideName } from '../../access/difference/types.ts';
import { permission } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { principalPath } from '../../model/lookup.ts';
import type { BoundPlace } from '../../model/question.ts';
import type { Principal } from '../../model/symbols.ts';
import { editContextOf } from '../../project/edit-context.ts';
import type { Snapshot } from '../../project/types.ts';
import { fixOf } from '../../rules/edits/fix.ts';
import type { Fix } from '../../rules/finding.ts';
import {
  granted,
  mostLines,
  newTest,
  outcomesOf,
  placeText,
  standingLines,
  standingOf,
  testEdits,
} from '../expected-lines.ts';
import { accountOf, partiesOf, placesOf, type Sided } from './expected-parties.ts';

export interface Expected {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly entries: readonly DifferenceEntry[];
  /** Which of the two states the expectations hold in. */
  readonly side: SideName;
  /** What the state before is called. */
  readonly label: string;
}

/** Lines about the same in the words of both states; in those of the state before nothing where that cannot be said there. */
type Block = Readonly<Record<SideName, readonly string[]>>;

/** Edits of the state after: a test of lines that are proved to hold on their side, and that say how the sides differ. */
export function expectDifference(expected: Expected): Fix['edits'] | { readonly problem: string } {
  const { after, entries, side, label } = expected;
  if (entries.length === 0) return { problem: 'what was chosen does not differ any more' };
  const blocks = blocksOf(expected);
  const tooMany = { problem: `it would take more than ${mostLines} lines: choose a part of what differs` };
  if (blocks === undefined) return tooMany;
  const outcomes = { before: outcomesIn(expected, blocks, 'before'), after: outcomesIn(expected, blocks, 'after') };
  const lines = provedLines(side, blocks, outcomes);
  if (lines.length > mostLines) return tooMany;
  if (lines.length === 0) return { problem: whyNone([...outcomes[side].values()]) };
  const subject = side === 'after' ? `Changed since ${label}` : `As it was at ${label}`;
  const test = newTest(after, subject, fileOf(expected));
  const edits = fixOf(editContextOf(after), '', testEdits(after, test, lines))[0]?.edits;
  return edits ?? { problem: 'the project has no file that can be written' };
}

/** The file that most likely tells of it; of several the first. */
function fileOf({ after, entries }: Expected): string {
  const origins = entries.flatMap((entry) => entry.origins.after.flatMap(({ origin }) => origin ?? []));
  const files = origins.map((origin) => after.place(origin).file);
  return files.find((file) => after.input.files.has(file)) ?? firstFile(after);
}

function firstFile({ input }: Snapshot): string {
  const [first = ''] = input.files.keys();
  return first;
}

/** As they are written after. A block in which the other side is the same says nothing of the difference. */
function provedLines(
  side: SideName,
  blocks: readonly Block[],
  outcomes: Readonly<Record<SideName, Outcomes>>,
): string[] {
  const other = side === 'after' ? 'before' : 'after';
  const lines = blocks.flatMap((block) => {
    const holding = block.after.filter((line, i) => {
      const isHeld = outcomes[side].get(block[side][i] ?? '')?.outcome === 'held';
      return isHeld && outcomes.after.get(line)?.outcome !== 'error';
    });
    const differs = (line: string) =>
      outcomes[other].get(block[other][block.after.indexOf(line)] ?? '')?.outcome !== 'held';
    return holding.some(differs) ? holding : [];
  });
  return [...new Set(lines)];
}

type Outcomes = ReadonlyMap<string, Outcome>;

function outcomesIn(expected: Expected, blocks: readonly Block[], side: SideName): Outcomes {
  const snapshot = expected[side];
  const lines = [...new Set(blocks.flatMap((block) => block[side]))];
  const outcomes = outcomesOf(snapshot, newTest(snapshot, 'Proof', firstFile(snapshot)), lines);
  return new Map(lines.flatMap((line, i) => (outcomes[i] === undefined ? [] : [[line, outcomes[i]]])));
}

/** Takes how the lines that could be written come out where they are to hold. */
function whyNone(outcomes: readonly Outcome[]): string {
  const open = outcomes.find(({ outcome }) => outcome === 'error');
  if (open !== undefined) return `nothing of it is sure to hold before what is broken is mended: ${open.reason}`;
  return outcomes.length === 0
    ? 'nothing of it can be said of a state in which somebody or something of it is not there'
    : 'what can be expected of it holds before and after';
}

/** Undefined where they are more than anybody reads: then it is not worth looking at all of them. */
function blocksOf(expected: Expected): Block[] | undefined {
  const twins = matchModels(expected.before.model, expected.after.model);
  const blocks: Block[] = [];
  let count = 0;
  for (const entry of expected.entries)
    for (const block of entryBlocks(expected, twins, entry)) {
      count += block.after.length;
      if (count > mostCandidates) return undefined;
      blocks.push(block);
    }
  return blocks;
}

/** Of those that are proved some hold on both sides. */
const mostCandidates = 4 * mostLines;

function* entryBlocks(expected: Expected, twins: Twins, entry: DifferenceEntry): Generator<Block> {
  const { matter } = entry;
  for (const party of partiesOf(twins, entry)) {
    if (matter.kind === 'permissions') yield* permissionBlocks(expected, twins, { entry, party });
    else if (matter.kind === 'use') yield* useBlocks(twins, matter.account, party);
    else yield* inviteBlocks(expected, party);
  }
  const { example } = entry;
  if (example === undefined || matter.kind !== 'permissions' || !entry.relations) return;
  // Relations to a record are none of its fields: only of a record can it be said what they do.
  const verb = example.allowed === expected.side ? 'can' : 'cannot';
  for (const constant of matter.constants)
    yield alike([`${example.principal} ${verb} ${constant} in ${example.place} with { ${example.record} }`]);
}

function alike(lines: readonly string[]): Block {
  return { before: lines, after: lines };
}

interface Of {
  readonly entry: DifferenceEntry;
  readonly party: Sided<Principal>;
}

function* permissionBlocks(expected: Expected, twins: Twins, { entry, party }: Of): Generator<Block> {
  const snapshot = expected[expected.side];
  for (const place of placesOf(twins, entry)) {
    const [who, where] = [party[expected.side], place[expected.side]];
    if (who === undefined || where === undefined) continue;
    const standing = standingOf(snapshot, who, where, meantOf(expected, entry, place));
    const said = (side: SideName): readonly string[] => {
      const [own, there] = [party[side], place[side]];
      return own && there ? standingLines(standing, principalPath(own), placeText(there)) : [];
    };
    yield { before: said('before'), after: said('after') };
  }
}

/** Of what nobody grants by name, as many as stand for it. */
const mostUnnamed = 4;

/** Of what changes, that which a role grants by name on either side: who holds the rest of `ADMIN` was not meant one by one. */
function meantOf({ before, after }: Expected, { matter }: DifferenceEntry, place: Sided<BoundPlace>): Permission[] {
  const all = matter.kind === 'permissions' ? matter.constants.flatMap((each) => permission(each) ?? []) : [];
  const named = new Set([...(place.before ? granted(before, place.before) : []), ...granted(after, place.after)]);
  const some = all.filter((each) => named.has(each));
  if (some.length > 0) return some;
  const admin = all.filter(({ constant }) => constant === 'ADMIN');
  return admin.length > 0 ? admin : all.slice(0, mostUnnamed);
}

/** Both ways: that which does not hold on its side falls out. */
function* bothWays(party: Sided<Principal>, what: (side: SideName) => string | undefined): Generator<Block> {
  for (const verb of ['can', 'cannot']) {
    const said = (side: SideName): readonly string[] => {
      const [who, object] = [party[side], what(side)];
      return who === undefined || object === undefined ? [] : [`${principalPath(who)} ${verb} ${object}`];
    };
    yield { before: said('before'), after: said('after') };
  }
}

function* useBlocks(twins: Twins, name: string, party: Sided<Principal>): Generator<Block> {
  const account = accountOf(twins, name);
  if (account === undefined) return;
  yield* bothWays(party, (side) => {
    const own = account[side];
    return own && `use ${principalPath(own)}`;
  });
}

/** An address of each domain that either side names, and one of none. */
function* inviteBlocks({ before, after }: Expected, party: Sided<Principal>): Generator<Block> {
  const known = [before, after].flatMap(({ model }) => [...model.organization.domains]);
  const foreign = ['example.com', 'example.org', 'example.net'].find((each) => !known.includes(each));
  for (const domain of new Set([...known, ...(foreign === undefined ? [] : [foreign])]))
    yield* bothWays(party, () => `invite ${JSON.stringify(`someone@${domain}`)}`);
}
