// The dialogue of Evaluate Access: who, what, where, and then the record field by field. Knows no editor: it asks through `Ask`.
import type { EvaluationChoices, EvaluationRequest } from '../../server/src/lsp/protocol.ts';
import type { Ask, Option } from './ask.ts';
import { chooseValue } from './field-value.ts';
import { l10n } from './l10n.ts';
import { type Choices, searchPrincipals } from './principals.ts';
import type { RecentQuestion } from './recent-questions.ts';

type Permission = EvaluationChoices['permissions'][number];
type Place = EvaluationChoices['places'][number];
type Field = Place['fields'][number];
type Said = { readonly field: string; readonly value: string };

/** Gives what to ask, or nothing where the user leaves the dialogue. */
export async function chooseEvaluation(
  ask: Ask,
  choices: Choices,
  recent: readonly RecentQuestion[] = [],
): Promise<EvaluationRequest | undefined> {
  const who = await ask.search<Who>(
    l10n.t('Evaluate Access: who? Or a question that was asked before'),
    async (text) => {
      const principals = await searchPrincipals(choices, { text });
      return [
        ...recentOptions(recent, text),
        ...principals.map((each) => ({ ...each, value: { principal: each.value } })),
      ];
    },
  );
  if (who === undefined || 'request' in who) return who?.request;
  const { principal } = who;
  const permission = await choosePermission(ask, choices, l10n.t('What may {0} do?', principal));
  if (permission === undefined) return undefined;
  const where = await ask.pick(l10n.t('{0} where?', permission.constant), placeOptions(choices.places, permission));
  if (where === undefined) return undefined;
  const asked = { principal, permission: permission.constant };
  if ('on' in where) return { ...asked, on: where.on };
  const fields = permission.record ? fieldsOf(where.place) : [];
  const record = await chooseRecord(ask, choices, fields);
  return record === undefined ? undefined : { ...asked, place: where.place.name, record };
}

type Who = { readonly principal: string } | { readonly request: EvaluationRequest };

/** Those that have all words of what is typed. */
function recentOptions(recent: readonly RecentQuestion[], text: string): Option<Who>[] {
  const words = text.toLowerCase().split(/\s+/);
  const fitting = recent.filter(({ question }) => words.every((word) => question.toLowerCase().includes(word)));
  return fitting.map(({ question, request }) => ({
    label: question,
    description: l10n.t('asked before'),
    value: { request },
  }));
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

export function choosePermission(ask: Ask, { permissions }: Choices, title: string): Promise<Permission | undefined> {
  return ask.pick(title, permissions.map(permissionOption));
}

/** Of the places that the permission exists in, by its name. */
export function choosePlace(ask: Ask, { places }: Choices, permission: Permission): Promise<string | undefined> {
  const fitting = places.filter((place) => hasPermission(place, permission));
  return ask.pick(l10n.t('{0} where?', permission.constant), fitting.map(placeOption));
}

/** The organization is called what it is. */
export function placeOption({ name, kind }: Pick<Place, 'name' | 'kind'>): Option<string> {
  return { label: name, ...(kind === name ? {} : { description: kind }), value: name };
}

function hasPermission({ kind }: Place, { places }: Permission): boolean {
  return places.includes(kind === 'organization' ? 'organization' : 'object');
}

function permissionOption(permission: Permission): Option<Permission> {
  const { constant, name, group } = permission;
  return { label: constant, description: name, ...(group === undefined ? {} : { heading: group }), value: permission };
}

type Where = { readonly place: Place } | { readonly on: string };

/** The places that the permission exists in; a declared record is one where the permission is about records. */
function placeOptions(places: readonly Place[], permission: Permission): Option<Where>[] {
  return places.flatMap((place) => {
    if (!hasPermission(place, permission)) return [];
    const whole: Option<Where> = { ...placeOption(place), value: { place } };
    const records = permission.record ? place.records : [];
    const of = l10n.t('record of {0}', place.name);
    return [whole, ...records.map((on): Option<Where> => ({ label: on, description: of, value: { on } }))];
  });
}

/** One more field, or another value of one; undefined where the user leaves. */
export async function chooseField(
  ask: Ask,
  choices: Choices,
  request: EvaluationRequest,
): Promise<EvaluationRequest | undefined> {
  const place = choices.places.find(({ name }) => name === request.place);
  if (place === undefined) return undefined;
  const options = fieldsOf(place).map((field) => ({ label: field.name, description: field.type ?? '', value: field }));
  const field = await ask.pick(l10n.t('Which field?'), options);
  const value = field && (await chooseValue(ask, choices, field));
  if (field === undefined || value === undefined) return undefined;
  const others = (request.record ?? []).filter((each) => each.field !== field.name);
  return { ...request, record: [...others, { field: field.name, value }] };
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
      label: said.length === 0 ? l10n.t('For any record') : l10n.t('That is all'),
      detail:
        said.length === 0 ? l10n.t('leaves every field open') : l10n.t('{0}; other fields stay open', textOf(said)),
      value: 'finish',
    };
    const options = open.map((field) => ({ label: field.name, description: field.type ?? '', value: field }));
    const field = await ask.pick(l10n.t('Which record? Say what a field holds, or go on'), [finish, ...options]);
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
