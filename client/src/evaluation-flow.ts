// The dialogue of Evaluate Access: who, what, where, and then the record field by field. Knows no editor: it asks through `Ask`.
import type { EvaluationChoices, EvaluationRequest } from '../../server/src/lsp/protocol.ts';
import type { Ask, Option } from './ask.ts';
import { chooseValue } from './field-value.ts';
import { type Choices, choosePrincipal } from './principals.ts';

type Permission = EvaluationChoices['permissions'][number];
type Place = EvaluationChoices['places'][number];
type Field = Place['fields'][number];
type Said = { readonly field: string; readonly value: string };

/** Gives what to ask, or nothing where the user leaves the dialogue. */
export async function chooseEvaluation(ask: Ask, choices: Choices): Promise<EvaluationRequest | undefined> {
  const principal = await choosePrincipal(ask, choices, { title: 'Evaluate Access: who?' });
  if (principal === undefined) return undefined;
  const permission = await ask.pick(`What may ${principal} do?`, choices.permissions.map(permissionOption));
  if (permission === undefined) return undefined;
  const where = await ask.pick(`${permission.constant} where?`, placeOptions(choices.places, permission));
  if (where === undefined) return undefined;
  const asked = { principal, permission: permission.constant };
  if ('on' in where) return { ...asked, on: where.on };
  const fields = permission.record ? fieldsOf(where.place) : [];
  const record = await chooseRecord(ask, choices, fields);
  return record === undefined ? undefined : { ...asked, place: where.place.name, record };
}

/** Of a question that says who, what and where: asks for the record; as it is where that has no fields. */
export async function chooseRecordOf(
  ask: Ask,
  choices: Choices,
  request: EvaluationRequest,
): Promise<EvaluationRequest | undefined> {
  const permission = choices.permissions.find(({ constant }) => constant === request.permission);
  const place = choices.places.find(({ name }) => name === request.place);
  if (permission?.record !== true || place === undefined) return request;
  const record = await chooseRecord(ask, choices, fieldsOf(place));
  return record === undefined ? undefined : { ...request, record };
}

function fieldsOf({ fields }: Place): readonly Field[] {
  return fields.filter(({ type }) => type !== undefined);
}

function permissionOption(permission: Permission): Option<Permission> {
  const { constant, name, group } = permission;
  return { label: constant, description: name, ...(group === undefined ? {} : { detail: group }), value: permission };
}

type Where = { readonly place: Place } | { readonly on: string };

/** The places that the permission exists in; a declared record is one where the permission is about records. */
function placeOptions(places: readonly Place[], permission: Permission): Option<Where>[] {
  return places.flatMap((place) => {
    const kind = place.kind === 'organization' ? 'organization' : 'object';
    if (!permission.places.includes(kind)) return [];
    const whole: Option<Where> = { label: place.name, description: place.kind, value: { place } };
    const records = permission.record ? place.records : [];
    const of = `record of ${place.name}`;
    return [whole, ...records.map((on): Option<Where> => ({ label: on, description: of, value: { on } }))];
  });
}

/** Field after field, until the user has said enough; what is not said stays open. */
async function chooseRecord(
  ask: Ask,
  choices: Choices,
  fields: readonly Field[],
): Promise<readonly Said[] | undefined> {
  const said: Said[] = [];
  for (;;) {
    const open = fields.filter(({ name }) => said.every(({ field }) => field !== name));
    if (open.length === 0) return said;
    const finish: Option<Field | 'finish'> = {
      label: said.length === 0 ? 'For any record' : 'That is all',
      detail: said.length === 0 ? 'leaves every field open' : `${textOf(said)}; other fields stay open`,
      value: 'finish',
    };
    const options = open.map((field) => ({ label: field.name, description: field.type ?? '', value: field }));
    const field = await ask.pick('Which record? Say what a field holds, or go on', [finish, ...options]);
    if (field === undefined) return undefined;
    if (field === 'finish') return said;
    const value = await chooseValue(ask, choices, field);
    // Who leaves a value goes back to the fields: only leaving those ends the dialogue.
    if (value !== undefined) said.push({ field: field.name, value });
  }
}

function textOf(said: readonly Said[]): string {
  return said.map(({ field, value }) => `${field} ${value}`).join(', ');
}
