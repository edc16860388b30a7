// What could be taken out of a project's roles and policies: each single grant, member, policy, and part of a condition.
import type { Origin } from '../../model/origin.ts';
import type { Policy, Role } from '../../model/symbols.ts';
import { removeCondition, removePolicyItself } from '../../rules/edits/constant-condition.ts';
import { elementRemoval, type FileEdits, fixOf } from '../../rules/edits/fix.ts';
import { writtenOf } from '../../rules/edits/written.ts';
import type { Fix, Place } from '../../rules/finding.ts';
import { allRoles } from '../../rules/roles.ts';
import type { EditContext } from '../../rules/rule.ts';
import { conditionsIn, type WrittenCondition } from '../../rules/written-conditions.ts';
import { removableOperands } from '../../syntax/edits/remove-condition.ts';
import { writeName } from '../../syntax/keywords.ts';
import { shift } from '../../text/span.ts';
import { editContextOf } from '../edit-context.ts';
import { comparePlaces } from '../order.ts';
import type { Snapshot } from '../types.ts';

export interface Removal {
  readonly kind: 'grant' | 'member' | 'policy' | 'subject' | 'condition' | 'part';
  /** What goes. */
  readonly place: Place;
  /** The same in words: `the grant READ_RECORDS of Agent`, with names in backticks. */
  readonly what: string;
  readonly edits: Fix['edits'];
}

/** In order of files and positions. What stands in text that is half read is left out, and what the platform gives. */
export function removalsIn(snapshot: Snapshot): readonly Removal[] {
  const context = editContextOf(snapshot);
  const { model } = snapshot;
  const all = [
    ...allRoles(model).flatMap((role) => ofRole(context, role)),
    ...[...model.objects.values()].flatMap((object) => [
      ...object.policies.flatMap((policy) => ofPolicy(context, policy)),
      ...conditionsIn(object).flatMap((written) => ofCondition(context, written)),
    ]),
  ];
  return all.sort((a, b) => comparePlaces(a.place, b.place));
}

type Kind = Removal['kind'];

function ofRole(context: EditContext, role: Role): Removal[] {
  const of = nameOf(role);
  return [
    ...role.grants.flatMap(({ origin }) =>
      element(context, 'grant', origin, `the grant ${textAt(context, origin)} of ${of}`),
    ),
    ...role.members.flatMap(({ origin }) =>
      element(context, 'member', origin, `the member ${textAt(context, origin)} of ${of}`),
    ),
  ];
}

function nameOf({ name, object }: Role): string {
  const own = `\`${writeName(name)}\``;
  return object === undefined ? own : `${own} in \`${writeName(object.name)}\``;
}

function ofPolicy(context: EditContext, policy: Policy): Removal[] {
  const { origin, name, to, object } = policy;
  if (origin === undefined) return [];
  const own = `\`${writeName(name)}\` of \`${writeName(object.name)}\``;
  const whole = removal(
    'policy',
    context.place(origin),
    `the policy ${own}`,
    removePolicyItself(context, policy, { unread: true }),
  );
  // Without the only one it is as without the policy.
  const subjects = (to.length > 1 ? to : []).flatMap((each) =>
    each.origin === undefined
      ? []
      : element(context, 'subject', each.origin, `${textAt(context, each.origin)} of the policy ${own}`),
  );
  return [...whole, ...subjects];
}

/** Of a policy: which records an action reaches no expectation asks. */
function ofCondition(context: EditContext, written: WrittenCondition): Removal[] {
  const { of, origin, condition } = written;
  const at = writtenOf(context, origin);
  if (of.kind !== 'policy' || at === undefined) return [];
  const own = `the condition of the policy \`${writeName(of.policy.name)}\` of \`${writeName(of.policy.object.name)}\``;
  const whole = removal('condition', context.place(origin), own, removeCondition(context, written, { unread: true }));
  const { file, source, start } = at;
  const parts = removableOperands(source, condition, start).flatMap(({ span, edits }) => {
    const place: Place = { file, span: shift(span, start) };
    return removal('part', place, `${quoted(context, place)} of ${own}`, made(context, [{ file, edits }]));
  });
  return [...whole, ...parts];
}

function element(context: EditContext, kind: Kind, origin: Origin, what: string): Removal[] {
  return removal(kind, context.place(origin), what, made(context, elementRemoval(context, origin)));
}

function made(context: EditContext, files: readonly FileEdits[]): readonly Fix[] {
  return fixOf(context, '', files, { unread: true });
}

function removal(kind: Kind, place: Place, what: string, fixes: readonly Fix[]): Removal[] {
  const [fix] = fixes;
  return fix === undefined ? [] : [{ kind, place, what, edits: fix.edits }];
}

function textAt(context: EditContext, origin: Origin): string {
  return quoted(context, context.place(origin));
}

/** On one line. */
function quoted({ sources }: EditContext, { file, span }: Place): string {
  const text = sources.get(file)?.text.slice(span.start, span.end) ?? '';
  return `\`${text.replace(/\s+/g, ' ')}\``;
}
