// Decides the same requests with the engine and with Cedar.
import { isSound } from '../../../server/src/access/actor.ts';
import type { Decision } from '../../../server/src/access/answer.ts';
import { decide } from '../../../server/src/access/decide.ts';
import { decideInvite, decideUse } from '../../../server/src/access/invite.ts';
import { has } from '../../../server/src/catalogue/permission-set.ts';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import { exportCedar } from '../../../server/src/exchange/cedar/cedar.ts';
import { accountsOf } from '../../../server/src/exchange/cedar/entities.ts';
import { entityName, objectName, userName } from '../../../server/src/exchange/cedar/names.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { ObjectSymbol, Principal, RecordFacts } from '../../../server/src/model/symbols.ts';
import { formatDay } from '../../../server/src/text/calendar.ts';
import type { Chance } from '../chance.ts';
import type { Cedar, EntityJson, Name } from './engine.ts';
import { peopleOf, randomFacts } from './facts.ts';
import { contextOf, principalOf, recordEntity, recordName } from './requests.ts';

export interface Compared {
  passed: number;
  /** How many of each kind of question, and how many of all were allowed. */
  readonly counts: Record<string, number>;
  readonly differences: string[];
  /** Refused by Cedar alone, where the export tells of policies that it lacks. */
  lacking: number;
}

export interface Plan {
  readonly questions: number;
  /** Days since 1970-01-01; the same export is asked on each. */
  readonly days: readonly number[];
}

interface World {
  readonly chance: Chance;
  readonly cedar: Cedar;
  readonly model: Model;
  readonly schema: string;
  readonly isLacking: boolean;
  readonly entities: readonly EntityJson[];
  readonly organization: Name;
  readonly principals: readonly Principal[];
  /** Permissions that some role grants, and a few that none does. */
  readonly permissions: readonly Permission[];
  /** Questions on records that the record decides. */
  readonly open: readonly OpenQuestion[];
}

interface OpenQuestion {
  readonly principal: Principal;
  readonly permission: Permission;
  readonly object: ObjectSymbol;
}

export function compareModel(model: Model, plan: Plan, { chance, cedar }: Pick<World, 'chance' | 'cedar'>): Compared {
  const compared: Compared = { passed: 0, counts: {}, differences: [], lacking: 0 };
  const exported = exportCedar({ model, problems: [], place: () => '' });
  const flaws = cedar.load(exported);
  if (flaws.length > 0) compared.differences.push(...flaws.map((flaw) => `Cedar does not take it: ${flaw}`));
  else compared.passed++;
  const text = (path: string) => exported.files.find((file) => file.path === path)?.text ?? '';
  const entities: readonly EntityJson[] = JSON.parse(text('entities.json'));
  const organization = entities.find(({ uid }) => uid.type === entityName('Organization', '').type)?.uid;
  const principals = [...peopleOf(model), ...model.groups.values()];
  if (flaws.length > 0 || organization === undefined || principals.length === 0) return compared;
  const world: World = {
    chance,
    cedar,
    model,
    schema: text('schema.cedarschema'),
    isLacking: exported.lacking.length > 0,
    entities,
    organization,
    principals,
    permissions: askable(model, chance),
    open: openQuestions(model, principals, chance.pick(plan.days)),
  };
  for (let i = 0; i < plan.questions; i++) askOne(world, chance.pick(plan.days), compared);
  return compared;
}

function askable(model: Model, chance: Chance): Permission[] {
  const granted = permissions.filter((permission) => isWritten(model, permission));
  return [...granted, ...granted, ...chance.some(permissions, 4, 4)];
}

/** Whether a role that is written grants it. */
function isWritten(model: Model, permission: Permission): boolean {
  const own = [...model.objects.values()].flatMap(({ roles }) => [...roles.values()]);
  const roles = [...model.roles.values(), ...own].filter(({ origin }) => origin !== undefined);
  return roles.some((role) => has(role.permissions, permission));
}

function openQuestions(model: Model, principals: readonly Principal[], today: number): OpenQuestion[] {
  const record = permissions.filter((permission) => permission.record && isWritten(model, permission));
  return [...model.objects.values()].flatMap((object) => {
    const facts: RecordFacts = { object, values: new Map(), relations: new Map() };
    const place = { kind: 'object', object, facts, record: undefined, given: false, when: undefined } as const;
    return principals.flatMap((principal) =>
      record
        .filter((permission) => {
          const { outcome } = decide(model, { principal, permissions: [permission], place, today });
          return outcome === 'allowed-when';
        })
        .map((permission) => ({ principal, permission, object })),
    );
  });
}

/** What the engine says, and what Cedar does of the same. */
interface Question {
  readonly kind: string;
  readonly what: string;
  readonly expected: Decision['outcome'];
  readonly principal: Principal;
  readonly action: string;
  readonly resource: Name;
  readonly context?: Record<string, unknown>;
  readonly record?: EntityJson;
}

function askOne(world: World, today: number, compared: Compared): void {
  const question = pickQuestion(world, today);
  if (question === undefined) return;
  const { name, entity } = principalOf(question.principal);
  const got = world.cedar.ask({
    principal: name,
    action: entityName('Action', question.action),
    resource: question.resource,
    context: { ...contextOf(world.schema, today), ...question.context },
    entities: [...world.entities, entity, question.record].filter((each) => each !== undefined),
  });
  // Of whom nothing can be said nothing is allowed.
  const expected = question.expected === 'allowed' && isSound(question.principal) ? 'allow' : 'deny';
  const kind = `${question.kind} ${expected}`;
  compared.counts[kind] = (compared.counts[kind] ?? 0) + 1;
  if (got === expected) compared.passed++;
  // A policy that Cedar cannot say is left out and told of: then Cedar may refuse more, never less.
  else if (world.isLacking && got === 'deny') compared.lacking++;
  else compared.differences.push(`${question.what} on ${formatDay(today)}: ${question.expected}, Cedar says ${got}`);
}

function pickQuestion(world: World, today: number): Question | undefined {
  const { chance, model, principals } = world;
  const principal = chance.pick(principals);
  const accounts = accountsOf(model).filter(isSound);
  const objects = [...model.objects.values()];
  const kind = chance.below(20);
  if (kind === 0) return inviteQuestion(world, principal, today);
  if (kind === 1 && accounts.length > 0) {
    const account = chance.pick(accounts);
    const expected = decideUse(model, principal, account).outcome;
    return {
      kind: 'use',
      what: `${principal.name} can use ${account.name}`,
      expected,
      principal,
      action: 'use',
      resource: userName(account),
    };
  }
  if (kind < 5 || objects.length === 0) return organizationQuestion(world, principal, today);
  const object = chance.pick(objects);
  return kind < 8 ? objectQuestion(world, principal, object, today) : recordQuestion(world, principal, object, today);
}

const addresses = ['x@acme.com', 'X@SUB.acme.com', 'y@Partner.io', 'z@gmail.com', 'a@acme.co.uk'];

function inviteQuestion({ chance, model, organization }: World, principal: Principal, today: number): Question {
  const address = chance.pick(addresses);
  return {
    kind: 'invite',
    what: `${principal.name} can invite ${address}`,
    expected: decideInvite(model, principal, address, today).outcome,
    principal,
    action: 'invite',
    resource: organization,
    context: { domain: address.slice(address.lastIndexOf('@') + 1).toLowerCase() },
  };
}

function pickPermission(
  { chance, permissions: all }: World,
  isAsked: (permission: Permission) => boolean,
): Permission | undefined {
  const some = all.filter(isAsked);
  return some.length === 0 ? undefined : chance.pick(some);
}

function organizationQuestion(world: World, principal: Principal, today: number): Question | undefined {
  const permission = pickPermission(world, ({ scopes }) => scopes.includes('organization'));
  if (permission === undefined) return undefined;
  const { outcome } = decide(world.model, {
    principal,
    permissions: [permission],
    place: { kind: 'organization' },
    today,
  });
  return {
    kind: 'organization',
    what: `${principal.name} can ${permission.constant} in organization`,
    expected: outcome,
    principal,
    action: permission.constant,
    resource: world.organization,
  };
}

/** No record is spoken of: what only some record allows is refused. */
function objectQuestion(world: World, principal: Principal, object: ObjectSymbol, today: number): Question | undefined {
  const permission = pickPermission(world, ({ scopes, record }) => scopes.includes('object') && !record);
  if (permission === undefined) return undefined;
  const facts: RecordFacts = { object, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object, facts, record: undefined, given: false, when: undefined } as const;
  const { outcome } = decide(world.model, { principal, permissions: [permission], place, today });
  return {
    kind: 'object',
    what: `${principal.name} can ${permission.constant} in ${object.name}`,
    expected: outcome,
    principal,
    action: permission.constant,
    resource: objectName(object),
  };
}

function recordQuestion(world: World, asking: Principal, place: ObjectSymbol, today: number): Question | undefined {
  const { chance, model, open } = world;
  const isOpen = open.length > 0 && !chance.oneIn(4);
  const picked = isOpen ? chance.pick(open) : { principal: asking, object: place, permission: onRecord(world) };
  return picked.permission === undefined
    ? undefined
    : questionOn(model, { ...picked, permission: picked.permission }, { chance, today });
}

function onRecord(world: World): Permission | undefined {
  return pickPermission(world, ({ scopes, record }) => scopes.includes('object') && (record || world.chance.oneIn(3)));
}

function questionOn(
  model: Model,
  { principal, permission, object }: OpenQuestion,
  { chance, today }: { readonly chance: Chance; readonly today: number },
): Question {
  const facts = randomFacts(chance, model, object, today);
  const place = { kind: 'object', object, facts, record: undefined, given: true, when: undefined } as const;
  const { outcome } = decide(model, { principal, permissions: [permission], place, today });
  const record = recordEntity(facts, chance);
  return {
    kind: 'record',
    what: `${principal.name} can ${permission.constant} in ${object.name} with ${JSON.stringify(record.attrs)}`,
    expected: outcome,
    principal,
    action: permission.constant,
    resource: recordName(facts),
    record,
  };
}
