// A declaration lacks a property that it cannot do without.

import { has } from '../catalogue/permission-set.ts';
import { permission } from '../catalogue/permissions.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { ObjectSymbol, Principal, ServiceAccount } from '../model/symbols.ts';
import type { AgentDecl, AutomationDecl } from '../syntax/ast.ts';
import { likelyBuilders } from './edits/builders.ts';
import { fixOf } from './edits/fix.ts';
import { principalNameIn } from './edits/names.ts';
import { addItem } from './edits/properties.ts';
import { declarationOf, objectAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const missingProperty = fromModel(
  {
    id: 'missing-property',
    severity: 'error',
    category: 'Broken policy',
    title: 'a policy without `to`, an automation without `trigger` or `built by`, an agent without `built by`',
  },
  mend,
);

const mostChoices = 3;

function mend(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const node = declarationOf(context, origin)?.node;
  const object = objectAround(context.model, origin);
  if (object === undefined) return [];
  if (node?.kind === 'policy') return addTo(context, origin, object);
  return node?.kind === 'automation' || node?.kind === 'agent' ? addBuilder(context, origin, object, node) : [];
}

/** For somebody who may read in the object and whom no policy of it names. */
function addTo(context: RuleContext, origin: Origin, object: ObjectSymbol): Fix[] {
  const named = new Set(object.policies.flatMap(({ to }) => to.map(({ subject }) => subject)));
  const candidates = readersOf(object).filter((each) => !named.has(each));
  const options = { preferred: candidates.length === 1 };
  return candidates.slice(0, mostChoices).flatMap((principal) => {
    const text = `to ${principalNameIn(principal, object)}`;
    return fixOf(context, `Add \`${text}\``, addItem(context, origin, 'to', text), options);
  });
}

function readersOf(object: ObjectSymbol): Principal[] {
  const read = permission('READ_RECORDS');
  if (read === undefined) return [];
  const roles = [...object.roles.values()].filter((role) => !role.managed && has(role.permissions, read));
  const people = roles.flatMap(({ members }) => members.map(({ member }) => member));
  const accounts = [...object.accounts.values()].filter((account) =>
    account.roles.some(({ role }) => roles.includes(role)),
  );
  return [...new Set<Principal>([...people, ...accounts])];
}

/** On demand is how something runs that nothing else sets off. */
function addBuilder(
  context: RuleContext,
  origin: Origin,
  object: ObjectSymbol,
  node: AutomationDecl | AgentDecl,
): Fix[] {
  const kinds: ReadonlySet<string> = new Set(node.items.map(({ kind }) => kind));
  const trigger = node.kind === 'automation' && !kinds.has('trigger') ? 'trigger onDemand' : undefined;
  if (kinds.has('built by'))
    return trigger === undefined
      ? []
      : fixOf(context, `Add \`${trigger}\``, addItem(context, origin, 'trigger', trigger), { preferred: false });
  const builders = likelyBuilders(context, object, accountOf(object, node));
  return builders.flatMap((user) => {
    const builtBy = `built by ${principalNameIn(user, object)}`;
    const text = trigger === undefined ? builtBy : `${trigger}  ${builtBy}`;
    const title = trigger === undefined ? `Add \`${builtBy}\`` : `Add \`${trigger}\` and \`${builtBy}\``;
    const preferred = builders.length === 1 && trigger === undefined;
    const kind = trigger === undefined ? 'built by' : 'trigger';
    return fixOf(context, title, addItem(context, origin, kind, text), { preferred });
  });
}

/** The account of the object that it runs as. */
function accountOf(object: ObjectSymbol, { items }: AutomationDecl | AgentDecl): ServiceAccount | undefined {
  const runsAs = items.find((item) => item.kind === 'runs as');
  const as = runsAs?.kind === 'runs as' ? runsAs.as : undefined;
  return typeof as === 'object' ? object.accounts.get(as.name?.text ?? '') : undefined;
}
