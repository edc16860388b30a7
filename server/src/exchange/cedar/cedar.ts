// An organization as Cedar: a schema, policies, entities, and a report of what they do not say.
import { isEmpty } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import type { Exported, ExportSource } from '../exporter.ts';
import { byAutoShare } from './auto-share.ts';
import { accountsOf, entitiesOf, printEntities } from './entities.ts';
import { holdingOf, type RoleContext } from './holding.ts';
import { omissionsOf } from './left-out.ts';
import { byMembership } from './membership.ts';
import { compare, entityName, roleName, sortedBy, uid, userName } from './names.ts';
import { type CedarPolicy, printPolicy } from './policy.ts';
import { onRecordsOf } from './records.ts';
import { printReport } from './report.ts';
import { printSchema } from './schema.ts';
import { type Sight, sightOf } from './sight.ts';
import { usePolicies } from './use.ts';

/** Gives `schema.cedarschema`, `policies.cedar`, `entities.json` and `report.md`; the same project gives the same bytes. */
export function exportCedar({ model, problems }: ExportSource): Exported {
  const organization = entityName('Organization', organizationId(model));
  const objects = sortedBy(model.objects.values(), ({ name }) => name).filter(({ name }) => name.isWellFormed());
  const roles = rolesOf(model, objects);
  const sights = new Map(objects.map((object) => [object, sightOf(object, valuesOf(model))]));
  const needs = needsOf([...sights.values()]);
  const context = { model, organization: uid(organization), sight: groundsOf(sights) };
  const policies = policiesOf(context, roles);
  const entities = entitiesOf({ model, organization, objects, roles, attributes: needs.attributes });
  const schema = printSchema({ objects, ...needs });
  const omissions = omissionsOf({ model, objects, roles, sights, attributes: needs.attributes });
  const texts = policies.map(printPolicy);
  const report = printReport({ policies: texts, schema, entities, objects, months: needs.months, omissions, problems });
  return {
    files: [
      { path: 'schema.cedarschema', text: schema },
      { path: 'policies.cedar', text: texts.join('\n') },
      { path: 'entities.json', text: printEntities(entities) },
      { path: 'report.md', text: report },
    ],
    lacking: omissions.filter(({ decides }) => decides).map(({ line }) => line),
  };
}

function organizationId({ organization: { name } }: Model): string {
  return name === '' || !name.isWellFormed() ? 'organization' : name;
}

/** Managed roles that are not written have no members, unless service accounts take them. */
function rolesOf(model: Model, objects: readonly ObjectSymbol[]): Role[] {
  const taken = new Set(accountsOf(model).flatMap(({ roles }) => roles.map(({ role }) => role)));
  const all = [...model.roles.values(), ...objects.flatMap((object) => [...object.roles.values()])];
  const exported = all.filter(
    (role) => (role.origin !== undefined || taken.has(role)) && !role.expiryUnsound && roleName(role).id.isWellFormed(),
  );
  return sortedBy(exported, (role) => roleName(role).id);
}

function valuesOf(model: Model): (attribute: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (attribute) => {
    const found = known.get(attribute);
    if (found !== undefined) return found;
    const values = model.profiles.attributes.flatMap((own) => own.get(attribute) ?? []);
    const sorted = [...new Set(values)].filter((value) => value.isWellFormed()).sort(compare);
    known.set(attribute, sorted);
    return sorted;
  };
}

function needsOf(sights: readonly Sight[]): {
  readonly attributes: readonly string[];
  readonly months: readonly number[];
} {
  const needs = sights.flatMap(({ conditions }) => conditions.map(({ need }) => need));
  const attributes = new Set(needs.flatMap((need) => [...need.attributes]));
  const months = new Set(needs.flatMap((need) => [...need.months]));
  return { attributes: [...attributes].sort(compare), months: [...months].sort((a, b) => a - b) };
}

function groundsOf(sights: ReadonlyMap<ObjectSymbol, Sight>): RoleContext['sight'] {
  return new Map([...sights].map(([object, { grounds }]) => [object, grounds]));
}

function policiesOf(context: RoleContext, roles: readonly Role[]): CedarPolicy[] {
  const all = roles.map((role) => holdingOf(context.model, role));
  const holdings = all.filter(({ granted }) => !isEmpty(granted));
  const ofRoles = holdings.flatMap((holding) => byMembership(context, holding));
  const ofObjects = [...context.sight.keys()].flatMap((object) => [
    ...holdings.flatMap((holding) => byAutoShare(context, object, holding)),
    ...onRecordsOf(context, object, holdings),
  ]);
  const accounts = accountsOf(context.model).filter((account) => userName(account).id.isWellFormed());
  return withOwnIds([
    ...ofRoles,
    ...ofObjects,
    ...sortedBy(accounts, (account) => userName(account).id).flatMap(usePolicies),
  ]);
}

/** Names may be such that two ids come out the same: further ones are counted. */
function withOwnIds(policies: readonly CedarPolicy[]): CedarPolicy[] {
  const taken = new Set<string>();
  return policies.map((policy) => {
    let id = policy.id;
    for (let n = 2; taken.has(id); n++) id = `${policy.id} #${n}`;
    taken.add(id);
    return { ...policy, id };
  });
}
