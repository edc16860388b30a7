// Everything that the palette's "Evaluate Access" needs: what can be chosen, the question in the language's own words, the
// answer with its explanation.
import { permissions as allPermissions, groupOf } from '../catalogue/permissions.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import { addressOf } from '../model/profiles.ts';
import type { Field, ObjectSymbol, Principal } from '../model/symbols.ts';
import { type Asked, askQuestion } from '../project/ask.ts';
import type { Snapshot } from '../project/types.ts';
import { writeName } from '../syntax/keywords.ts';

export interface PrincipalChoice {
  /** As a question writes it: quoted where needed, an account with its object. */
  readonly name: string;
  readonly kind: Principal['kind'];
  readonly detail: string;
}

export interface PermissionChoice {
  readonly constant: string;
  /** What the platform's screens say. */
  readonly name: string;
  /** The permission group that it belongs to. */
  readonly group: string | undefined;
  /** It acts on one record: where is an object, not the organization. */
  readonly record: boolean;
  readonly places: readonly ('organization' | 'object')[];
}

export interface FieldChoice {
  readonly name: string;
  readonly type: Field['type'];
  /** As a record body writes them. */
  readonly options: readonly string[];
}

/** `organization`, or an object as a question writes it. */
export interface PlaceChoice {
  readonly name: string;
  readonly kind: 'organization' | ObjectSymbol['type'];
  readonly fields: readonly FieldChoice[];
  /** Declared records of it, as `on` writes them. */
  readonly records: readonly string[];
}

/** Principals are too many to be listed: they are looked for. */
export interface EvaluationChoices {
  readonly permissions: readonly PermissionChoice[];
  readonly places: readonly PlaceChoice[];
}

export function evaluationChoices(snapshot: Snapshot): EvaluationChoices {
  const { model } = snapshot;
  const permissions = allPermissions.map(
    (each): PermissionChoice => ({
      constant: each.constant,
      name: each.name,
      group: groupOf(each)?.name,
      record: each.record,
      places: each.scopes,
    }),
  );
  const organization: PlaceChoice = { name: 'organization', kind: 'organization', fields: [], records: [] };
  const objects = [...model.objects.values()].map((object) => placeChoice(snapshot, object));
  return { permissions, places: [organization, ...objects] };
}

/** A principal as it is offered. */
export function principalChoice(model: Model, principal: Principal): PrincipalChoice {
  return { name: principalPath(principal), kind: principal.kind, detail: principalDetail(model, principal) };
}

/** What tells a principal from others of the kind. */
export function principalDetail(model: Model, principal: Principal): string {
  if (principal.kind === 'group') return `${principal.members.size} member${principal.members.size === 1 ? '' : 's'}`;
  const inactive = principal.inactive ? ', inactive' : '';
  if (principal.kind === 'user')
    return `${addressOf(model, principal)}${principal.external ? ', external' : ''}${inactive}`;
  return `${principal.purpose ?? principal.object.name}${inactive}`;
}

function placeChoice({ model }: Snapshot, object: ObjectSymbol): PlaceChoice {
  const records = [...model.records.values()].filter(
    (record) => record.object === object && record.facts !== undefined,
  );
  return {
    name: writeName(object.name),
    kind: object.type,
    fields: [...object.fields.values()].map(fieldChoice),
    records: records.map((record) => writeName(record.name)),
  };
}

function fieldChoice({ name, type, options }: Field): FieldChoice {
  return { name: writeName(name), type, options: options.map((option) => JSON.stringify(option)) };
}

/** What was chosen; every text as Writ writes it. `question` is taken as it is, and then alone. */
export interface EvaluationRequest {
  readonly principal?: string;
  readonly permission?: string;
  /** `organization` or an object; ignored where `on` names a record. */
  readonly place?: string;
  readonly on?: string;
  readonly record?: readonly { readonly field: string; readonly value: string }[];
  readonly question?: string;
}

/** The question that the choices come to. */
export function questionText({
  principal = '',
  permission = '',
  place = '',
  on,
  record = [],
  question,
}: EvaluationRequest): string {
  if (question !== undefined) return question;
  const asked = `${principal} can ${permission}`;
  if (on !== undefined) return `${asked} on ${on}`;
  const body = record.map(({ field, value }) => `${field} ${value}`).join('  ');
  return `${asked} in ${place}${body === '' ? '' : ` with { ${body} }`}`;
}

/** Asks what was chosen; what is wrong with it is in the answer and the problems. */
export function evaluate(snapshot: Snapshot, request: EvaluationRequest): Asked {
  return askQuestion(snapshot, questionText(request));
}
