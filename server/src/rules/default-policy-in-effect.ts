// A narrower policy for people whom the default policy already shows everything.
import { principalPath } from '../model/lookup.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol, Policy } from '../model/symbols.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import { removeItem } from '../syntax/edits/remove-item.ts';
import { removePolicyItself } from './edits/constant-condition.ts';
import { fixOf, removeElement } from './edits/fix.ts';
import { writtenOf } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { canAct, includes } from './people.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const defaultPolicyInEffect: Rule = byObject(
  {
    id: 'default-policy-in-effect',
    severity: 'warning',
    category: 'Without effect',
    title: 'a narrower policy for people whom the default policy already shows everything',
  },
  { object: checkObject, beside: 'nothing' },
);

function checkObject(context: RuleContext, object: ObjectSymbol): Report[] {
  const platform = object.policies.find((policy) => policy.isDefault && policy.when !== undefined);
  if (platform?.origin === undefined) return [];
  const written = { ...platform, origin: platform.origin };
  return object.policies.flatMap((policy) => checkPolicy(context, policy, written));
}

function checkPolicy(context: RuleContext, policy: Policy, platform: Written): Report[] {
  const { model, place } = context;
  const { isDefault, when, to, origin } = policy;
  if (isDefault || when === undefined || origin === undefined) return [];
  const acting = to.filter(({ subject }) => canAct(subject));
  const shown = acting.filter(({ subject }) => includes(model.internalUsers, subject));
  const related = [{ place: place(platform.origin), message: 'it shows Internal Users every record' }];
  const toMean = removeDefault(context, platform);
  if (shown.length > 0 && shown.length === acting.length) {
    const message = `\`${policy.name}\` means nothing: ${already('its people')}`;
    // A group may be asked about as one more person, who is none of the Internal Users.
    const safe = to.every(({ subject }) => subject.kind === 'user' || subject === model.internalUsers);
    const fixes = () => [...removePolicyItself(context, policy, { safe, preferred: false }), ...toMean];
    return [{ place: place(origin), message, related, fixes }];
  }
  // For the others the policy does mean something: then only those are wrong in it.
  return shown.flatMap((each): Report[] => {
    const { origin } = each;
    if (origin === undefined) return [];
    const name = `\`${principalPath(each.subject)}\``;
    const safe = each.subject.kind === 'user' || each.subject === model.internalUsers;
    const options = { safe, preferred: false };
    const fixes = () => [...removeElement(context, `Take ${name} out of the policy`, origin, options), ...toMean];
    return [
      {
        place: place(origin),
        message: `\`${policy.name}\` means nothing for ${name}: ${already('them')}`,
        related,
        fixes,
      },
    ];
  });
}

function already(people: string): string {
  return `the default policy already shows ${people} every record`;
}

type Written = Policy & { readonly origin: Origin };

/** So that the narrower ones mean something: whom no other policy names then sees nothing. */
function removeDefault(context: RuleContext, { origin }: Written): Fix[] {
  const written = writtenOf(context, origin);
  const isDefault = (node: AstNode) => 'kind' in node && node.kind === 'default policy';
  const item = pathAt(origin.unit, origin.span.start).find(isDefault);
  if (written === undefined || item === undefined) return [];
  const { file, source, start } = written;
  const span = { start: start + item.span.start, end: start + item.span.end };
  return fixOf(context, 'Remove the default policy', [{ file, edits: [removeItem(source, span)] }], {
    preferred: false,
  });
}
