// A custom role of the organization that reaches more objects than its holders have any use for.
import { isEmpty } from '../catalogue/permission-set.ts';
import type { ObjectSymbol } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { type Cascade, moveInto, overbroadCascades, whereUsed } from './cascade.ts';
import { count, countPeople } from './count.ts';
import { someConstants } from './quoted.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { byWeight } from './stakes.ts';

export const overbroadOrgGrant: Rule = {
  id: 'overbroad-org-grant',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'an organization role that reaches objects in which its holders have neither data access nor a declared need',
  check: (context) =>
    overbroadCascades(context)
      .filter(({ weighty }) => !isEmpty(weighty))
      .flatMap((cascade) => report(context, cascade)),
};

function report(context: RuleContext, cascade: Cascade): Report[] {
  const { role, weighty } = cascade;
  if (role.origin === undefined) return [];
  const message = `\`${role.name}\` reaches ${count(cascade.reached, 'object')} with ${someConstants(byWeight(weighty))}; ${holdersText(cascade)} ${needText(cascade)}`;
  return [
    {
      place: context.place(role.origin),
      message,
      related: whereUsed(context, cascade),
      fixes: () => moveInto(context, cascade),
    },
  ];
}

/** `its 3 people and 1 service account`. */
function holdersText({ holders: { people, accounts } }: Cascade): string {
  const parts = [
    ...(people.size === 0 ? [] : [countPeople(people.size)]),
    ...(accounts.length === 0 ? [] : [count(accounts.length, 'service account')]),
  ];
  return `its ${people.size + accounts.length === 1 ? 'only holder' : 'holders'}, ${listWords(parts, 'and')},`;
}

function needText({ used, holders: { people, accounts } }: Cascade): string {
  const isOne = people.size + accounts.length === 1;
  const seeing = [...used.values()].filter(({ by }) => by === 'policy' || by === 'share').map(({ object }) => object);
  const others = [...used.keys()].filter((object) => !seeing.includes(object));
  const sees = `${isOne ? 'sees' : 'see'} records in ${seeing.length === 0 ? 'none of them' : `${seeing.length} of them (${namesOf(seeing)})`}`;
  if (others.length === 0) return sees;
  return `${sees} and ${isOne ? 'has' : 'have'} a declared need in ${others.length} more (${namesOf(others)})`;
}

function namesOf(objects: readonly ObjectSymbol[]): string {
  const names = objects.map((object) => `\`${object.name}\``);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : listWords(names, 'and');
}
