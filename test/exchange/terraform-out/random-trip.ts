// Random organizations exported to Terraform and imported, twice: what the export says that it has is the same to the difference engine.
import { strict as assert } from 'node:assert';
import { difference } from '../../../server/src/access/difference/difference.ts';
import { importTerraform } from '../../../server/src/exchange/terraform/terraform.ts';
import { addressOf } from '../../../server/src/model/profiles.ts';
import type { Atom, Formula, Operand, Policy, Role } from '../../../server/src/model/symbols.ts';
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import { hostileText } from '../../oracle/cedar/hostile.ts';
import type { Chance } from '../../oracle/chance.ts';
import { errorsOf } from '../../oracle/engine.ts';
import { allTypes, organization, type Size, today } from '../../oracle/random.ts';
import { inputOf, snapshotOf } from '../../support/fixture.ts';
import { written } from '../terraform/imported.ts';
import { candidatesOf, carriedText, foundationOf, type Refused, refusedIn } from './carried.ts';
import { exportOf, type Neighbour, neighbours } from './exported.ts';

const size: Size = { users: 4, objects: 2, fields: 6, types: allTypes, records: 1, depth: 2 };
const day = parseDate(today) ?? 0;

/** Everybody may read whatever is in sight: all that policies show makes a difference. */
const readers = 'role "Reads all" { members "Internal Users" grants READ_RECORDS }\n';

/** How many roles and policies there were, and how many of them came through. */
export interface Trip {
  readonly candidates: number;
  readonly carried: number;
}

/** Throws where something is not the same. */
export function randomTrip(chance: Chance): Trip {
  const { lines, others } = organization(chance, size);
  const files = new Map([['main.writ', `${lines.join('\n')}\n`], ...Object.entries(others)]);
  return tripOf(createSnapshot(inputOf(files, day)), assertRefusals);
}

/** One with names and texts that nobody expects: what of them Terraform does not hold is refused besides. */
export function hostileTrip(chance: Chance): Trip {
  return tripOf(snapshotOf(hostileText(chance), { today }));
}

type Judge = (project: Snapshot, refused: Refused, lacking: readonly string[]) => void;

/** Takes a project without errors, and what is said to what is refused of it. */
function tripOf(project: Snapshot, judge: Judge = () => {}): Trip {
  const foundation = foundationOf(project);
  const exported = exportOf(project, [foundation]);
  const refused = refusedIn(project, exported.lacking);
  judge(project, refused, exported.lacking);
  const text = `${carriedText(project, refused)}\n${readers}`;
  const before = snapshotOf(text, { today });
  assert.deepEqual(errorsOf(before), [], text);
  const everybody = addressesOf(before);
  const after = imported([foundation, ...terraformOf(exported.files)], everybody);
  assertSame(before, after, `${text}\n\n${exported.files.map((file) => file.text).join('\n')}`);
  const again = exportOf(after, [foundation]);
  assert.deepEqual(
    again.lacking.filter((line) => !line.endsWith('in `checklist.md`')),
    [],
  );
  assertSame(after, imported([foundation, ...terraformOf(again.files)], everybody), text);
  const candidates = candidatesOf(project).length;
  return { candidates, carried: candidates - refused.roles.length - refused.policies.length };
}

const terraformOf = (files: readonly Neighbour[]) => files.filter(({ path }) => path.endsWith('.tf.json'));

function addressesOf({ model }: Snapshot): string[] {
  return [...model.users.values()].map((user) => addressOf(model, user));
}

/** Users of whom no resource speaks are declared besides: they hold what everybody holds. */
function imported(files: readonly Neighbour[], everybody: readonly string[]): Snapshot {
  const came = importTerraform(neighbours(files));
  assert.deepEqual(
    came.notes.filter(({ gravity, message }) => gravity === 'lost' && !/^the group .* is only named/s.test(message)),
    [],
  );
  const known = new Set(addressesOf(snapshotOf(written(came), { today })));
  const others = everybody.filter((address) => !known.has(address));
  const text = others.map((address, i) => `user "nobody ${i}" ${JSON.stringify(address)}\n`).join('');
  return snapshotOf(`${written(came)}--- file: others.writ\n${text}${readers}`, { today });
}

function assertSame(before: Snapshot, after: Snapshot, shown: string): void {
  assert.deepEqual(errorsOf(after), [], shown);
  const { entries, unknown } = difference(before.model, after.model, day);
  assert.deepEqual([entries.slice(0, 2), unknown.slice(0, 2)], [[], []], shown);
}

/** Exactly what `docs/terraform.md` lists under what is refused. */
function assertRefusals(project: Snapshot, { roles, policies }: Refused, lacking: readonly string[]): void {
  const isLeft = new Set<Role | Policy>([...roles, ...policies]);
  for (const each of candidatesOf(project)) {
    const isTables = each.object?.type === 'table';
    const isUnsayable = each.kind === 'role' ? each.expires !== undefined : isUnsayablePolicy(each);
    assert.equal(isLeft.has(each), isTables || isUnsayable, `${each.object?.name}.${each.name}\n${lacking.join('\n')}`);
  }
}

function isUnsayablePolicy({ to, when }: Policy): boolean {
  return to.every(({ subject }) => subject.kind === 'service account') || (when !== undefined && isUnsayable(when));
}

function isUnsayable(formula: Formula): boolean {
  if ('parts' in formula) return formula.parts.some(isUnsayable);
  if (formula.op === 'not') return isUnsayable(formula.part);
  return formula.op === 'atom' && isUnsayableTest(formula.test);
}

function isUnsayableTest(test: Atom['test']): boolean {
  switch (test.is) {
    case 'in group':
    case 'contains current user':
      return true;
    case 'contains':
    case 'starts with':
    case 'ends with':
      return isUnsayableOperand(test.value) || (test.value.kind === 'literal' && /\p{L}/u.test(`${test.value.value}`));
    case 'equals':
      return isUnsayableOperand(test.value);
    case 'one of':
      return test.values.some(isUnsayableOperand);
    case 'range':
      return [test.low, test.high].some((bound) => bound !== undefined && isUnsayableOperand(bound.value));
    default:
      return false;
  }
}

function isUnsayableOperand(operand: Operand): boolean {
  if (operand.kind === 'attribute') return true;
  const value = operand.kind === 'literal' ? operand.value : undefined;
  return typeof value === 'object' && value.kind === 'service account';
}
