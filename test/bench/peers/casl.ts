// CASL: one ability per person, kept from one question to the next; policies become conditions of its rules.

import type { Condition, RolePlan } from '../organization.ts';
import { byApp } from '../organization-text.ts';
import { needsSight, type Reference } from '../reference.ts';
import { type Engine, importPeer } from './engine.ts';

type Query = Readonly<Record<string, unknown>>;
interface Rule {
  readonly action: readonly string[];
  readonly subject: string;
  readonly conditions?: Query;
}
interface Ability {
  can(action: string, subject: unknown): boolean;
}
interface Casl {
  createMongoAbility(rules: readonly Rule[], options: { readonly conditionsMatcher: unknown }): Ability;
  subject(type: string, record: object): object;
  buildMongoQueryMatcher(instructions: object, interpreters: object): unknown;
}
interface Operators {
  readonly $and: unknown;
  readonly $or: unknown;
  readonly and: unknown;
  readonly or: unknown;
}

const operators = { '<': '$lt', '<=': '$lte', '>': '$gt', '>=': '$gte' } as const;

function queryOf(condition: Condition, me: string): Query {
  switch (condition.op) {
    case 'and':
    case 'or':
      return { [`$${condition.op}`]: condition.parts.map((part) => queryOf(part, me)) };
    case 'is':
      return { [condition.field]: condition.value };
    case 'is not':
      return { [condition.field]: { $ne: condition.value } };
    case 'is one of':
      return { [condition.field]: { $in: condition.values } };
    case 'is current user':
      return { [condition.field]: me };
    default:
      return { [condition.field]: { [operators[condition.op]]: condition.value } };
  }
}

const organizationSubject = 'organization';

function grantedBy(roles: Iterable<RolePlan>): ReadonlySet<string> {
  return new Set([...roles].flatMap(({ grants }) => grants));
}

/** In every app where an organization's role gives anything, else in those of the person's own roles. */
function rulesOf({ held, policies, organization }: Reference, principal: string): Rule[] {
  const own = held.get(principal);
  const everywhere = [...(own?.roles ?? [])].filter(({ app }) => app === undefined);
  const local = byApp([...(own?.roles ?? [])]);
  const general = grantedBy(everywhere);
  const rules: Rule[] = general.size === 0 ? [] : [{ action: [...general], subject: organizationSubject }];
  const apps = general.size === 0 ? [...local.keys()] : organization.apps.map(({ name }) => name);
  for (const subject of apps) {
    const granted = [...new Set([...general, ...grantedBy(local.get(subject) ?? [])])];
    const free = granted.filter((constant) => !needsSight(constant));
    const gated = granted.filter(needsSight);
    if (free.length > 0) rules.push({ action: free, subject });
    for (const { to, when } of gated.length === 0 ? [] : (policies.get(subject) ?? []))
      if (to.some((name) => name === principal || own?.groups.has(name) === true))
        rules.push({ action: gated, subject, conditions: queryOf(when, principal) });
  }
  return rules;
}

export const casl: Engine = {
  name: 'CASL',
  form: 'one ability per person, cached',
  people: { M: { quick: 500, full: 3000 }, L: { quick: 0, full: 3000 } },
  async build(reference, questions) {
    const library = (await importPeer('@casl/ability')) as Casl;
    const { $and, $or, and, or } = (await importPeer('@ucast/mongo2js')) as Operators;
    // Its stock matcher knows neither of the two.
    const conditionsMatcher = library.buildMongoQueryMatcher({ $and, $or }, { and, or });
    const abilities = new Map<string, Ability>();
    for (const { principal } of questions)
      if (!abilities.has(principal))
        abilities.set(principal, library.createMongoAbility(rulesOf(reference, principal), { conditionsMatcher }));
    const asks = questions.map(({ principal, permission, app, record }) => {
      const ability = abilities.get(principal);
      if (ability === undefined) return undefined;
      const name = app ?? organizationSubject;
      const about = record === undefined ? name : library.subject(name, { ...record });
      return () => ability.can(permission, about);
    });
    return { asks, note: `${abilities.size} abilities`, people: abilities.size };
  },
};
