// A narrower policy for people whom the default policy already shows everything.
import { principalPath } from '../model/lookup.ts';
import type { ObjectSymbol, Policy } from '../model/symbols.ts';
import type { Place } from './finding.ts';
import { canAct, includes } from './people.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const defaultPolicyInEffect: Rule = {
  id: 'default-policy-in-effect',
  severity: 'warning',
  category: 'Without effect',
  title: 'a narrower policy for people whom the default policy already shows everything',
  check: (context) => [...context.model.objects.values()].flatMap((object) => checkObject(context, object)),
};

function checkObject(context: RuleContext, object: ObjectSymbol): Report[] {
  const platform = object.policies.find((policy) => policy.isDefault && policy.when !== undefined);
  if (platform?.origin === undefined) return [];
  const shows = context.place(platform.origin);
  return object.policies.flatMap((policy) => checkPolicy(context, policy, shows));
}

function checkPolicy({ model, place }: RuleContext, policy: Policy, shows: Place): Report[] {
  const { isDefault, when, to, origin } = policy;
  if (isDefault || when === undefined || origin === undefined) return [];
  const acting = to.filter(({ subject }) => canAct(subject));
  const shown = acting.filter(({ subject }) => includes(model.internalUsers, subject));
  const related = [{ place: shows, message: 'it shows Internal Users every record' }];
  if (shown.length > 0 && shown.length === acting.length)
    return [{ place: place(origin), message: `\`${policy.name}\` means nothing: ${already('its people')}`, related }];
  // For the others the policy does mean something: then only those are wrong in it.
  return shown.flatMap((each): Report[] => {
    if (each.origin === undefined) return [];
    const name = `\`${principalPath(each.subject)}\``;
    return [
      {
        place: place(each.origin),
        message: `\`${policy.name}\` means nothing for ${name}: ${already('them')}`,
        related,
      },
    ];
  });
}

function already(people: string): string {
  return `the default policy already shows ${people} every record`;
}
