// Random questions about a made-up organization: half of them allowed, all of them about records that are given whole.
import { permission as permissionNamed } from '../../server/src/catalogue/permissions.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import type { AppPlan, FieldPlan } from './organization.ts';
import { recordPermissions } from './organization.ts';
import {
  type Content,
  isAllowed,
  needsSight,
  type PlainQuestion,
  type PlainRecord,
  type Reference,
} from './reference.ts';

export interface BenchQuestion extends PlainQuestion {
  readonly allowed: boolean;
}

function content(random: Random, field: FieldPlan, principal: string, users: readonly string[]): Content {
  switch (field.kind) {
    case 'choice':
      return random.pick(field.options);
    case 'number':
      return random.below(1000);
    case 'boolean':
      return random.chance(0.5);
    case 'user':
      return random.chance(0.35) ? principal : random.pick(users);
  }
}

function record(random: Random, app: AppPlan, principal: string, users: readonly string[]): PlainRecord {
  return Object.fromEntries(app.fields.map((field) => [field.name, content(random, field, principal, users)]));
}

function isOrganizations(constant: string): boolean {
  return permissionNamed(constant)?.scopes.includes('object') === false;
}

/** Mostly something that one of the principal's roles grants, else anything. */
function draw(random: Random, reference: Reference, all: readonly string[]): PlainQuestion {
  const { organization, held } = reference;
  const principal = random.pick(all);
  const roles = [...(held.get(principal)?.roles ?? [])];
  const role = roles.length > 0 && random.chance(0.7) ? random.pick(roles) : undefined;
  const grants = role?.grants ?? recordPermissions;
  const ofRecords = grants.filter(needsSight);
  const permission = random.pick(ofRecords.length > 0 && random.chance(0.6) ? ofRecords : grants);
  const place = role?.app ?? random.pick(organization.apps).name;
  const app = isOrganizations(permission) ? undefined : organization.apps.find(({ name }) => name === place);
  const given = app !== undefined && needsSight(permission);
  return {
    principal,
    permission,
    app: app?.name,
    record: given ? record(random, app, principal, organization.users) : undefined,
  };
}

/** The same questions for the same organization and seed. */
export function makeQuestions(reference: Reference, count: number, seed = 'questions'): BenchQuestion[] {
  const random = randomOf(seed, count, reference.organization.users.length);
  const all = [...reference.held.keys()];
  const questions: BenchQuestion[] = [];
  const left = { true: count / 2, false: count / 2 };
  while (questions.length < count) {
    const question = draw(random, reference, all);
    const allowed = isAllowed(reference, question);
    if (left[`${allowed}`] <= 0) continue;
    left[`${allowed}`]--;
    questions.push({ ...question, allowed });
  }
  // Names come from outside: they are equal to those of the policies, but not the same strings.
  return JSON.parse(JSON.stringify(shuffled(random, questions)));
}

function shuffled<T>(random: Random, values: T[]): T[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const [a, b] = [values[at], values[other]];
    if (a !== undefined && b !== undefined) [values[at], values[other]] = [b, a];
  }
  return values;
}
