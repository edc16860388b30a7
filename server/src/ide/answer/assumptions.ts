// What if: changes that somebody may assume of a question, and the project as it would be with them, with nothing written.
import { actorOf, membership } from '../../access/actor.ts';
import { inForce, rolesAt } from '../../access/question-scope.ts';
import { fillsByHand } from '../../access/remedies/group-changes.ts';
import type { Change } from '../../access/remedies/types.ts';
import { has } from '../../catalogue/permission-set.ts';
import type { BoundCan, BoundQuestion } from '../../model/question.ts';
import { askQuestion } from '../../project/ask.ts';
import { editedSnapshot } from '../../project/edited.ts';
import type { Snapshot } from '../../project/types.ts';
import { changeText } from '../explain-remedies.ts';
import { toPlain } from '../phrase.ts';
import { editsOf } from './change-edits.ts';

export interface FoundAssumptions {
  /** In words, which are also what an assumption is known by. */
  readonly assumptions: readonly string[];
  /** How many fit besides. */
  readonly more: number;
}

/** As many as anybody reads. */
const most = 50;

/** Those of a question that have all words of the text; none of what is no question about a permission. */
export function findAssumptions(snapshot: Snapshot, question: string, text: string): FoundAssumptions {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting: string[] = [];
  for (const change of changesFor(snapshot, question)) {
    const said = wordsOf(snapshot, change);
    const lower = said.toLowerCase();
    if (words.every((word) => lower.includes(word))) fitting.push(said);
  }
  return { assumptions: fitting.slice(0, most), more: Math.max(0, fitting.length - most) };
}

/** The state with the assumptions, one made after the other; undefined where one of them cannot be. */
export function assuming(snapshot: Snapshot, question: string, assumptions: readonly string[]): Snapshot | undefined {
  let state: Snapshot | undefined = snapshot;
  for (const assumption of assumptions) {
    const edits: ReturnType<typeof editsOf> = state && assumedEdits(state, question, assumption);
    state = state && edits && editedSnapshot(state, edits);
  }
  return state;
}

function assumedEdits(snapshot: Snapshot, question: string, assumption: string): ReturnType<typeof editsOf> {
  for (const change of changesFor(snapshot, question))
    if (wordsOf(snapshot, change) === assumption) return editsOf(snapshot, [change]);
  return undefined;
}

/** Changes by their words. */
export function wordsOf({ model }: Snapshot, change: Change): string {
  return toPlain(changeText(model, change));
}

function* changesFor(snapshot: Snapshot, text: string): Generator<Change> {
  const { question } = askQuestion(snapshot, text);
  if (isCan(question)) {
    const who = question.principal;
    if (who.kind !== 'group' && who.inactive) yield { kind: 'activate', who };
    yield* ofRoles(snapshot, question);
    yield* ofGroups(snapshot, question);
    yield* ofPolicies(question);
  }
}

function isCan(question: BoundQuestion | undefined): question is BoundCan {
  return question?.kind === 'can';
}

/** To be in a role that counts there, or still in one that has expired, and what a role grants that one is in. */
function* ofRoles({ model, input }: Snapshot, { principal, place, permissions }: BoundCan): Generator<Change> {
  const actor = actorOf(model, principal);
  const object = place.kind === 'object' ? place.object : undefined;
  for (const role of rolesAt(model, object)) {
    const isMember = membership(actor, role) !== undefined;
    if (!inForce(role, input.today)) {
      if (isMember && !role.expiryUnsound) yield { kind: 'extend-expiry', role, until: input.today };
    } else if (!isMember) yield { kind: 'add-to-role', principal, role };
    else if (!role.managed) {
      const scope = role.object === undefined ? 'organization' : 'object';
      const lacking = permissions.filter((each) => each.scopes.includes(scope) && !has(role.permissions, each));
      if (lacking.length > 0) yield { kind: 'grant-in-role', role, permissions: lacking };
    }
  }
}

/** Groups that a file declares: those of a directory are written elsewhere. */
function* ofGroups({ model }: Snapshot, { principal: user }: BoundCan): Generator<Change> {
  if (user.kind !== 'user') return;
  const own = model.groupsOf.get(user);
  for (const group of model.groups.values())
    if (group.declared && fillsByHand(group) && own?.has(group) !== true) yield { kind: 'join-group', user, group };
}

function* ofPolicies({ principal, place }: BoundCan): Generator<Change> {
  if (place.kind !== 'object') return;
  const { object } = place;
  for (const policy of object.policies) {
    const isNamed = policy.to.some(({ subject }) => subject === principal);
    if (!policy.isDefault && !isNamed) yield { kind: 'name-in-policy', principal, policy };
  }
  yield { kind: 'new-policy', principal, object, when: undefined };
}
