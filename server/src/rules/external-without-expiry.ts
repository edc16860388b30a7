// A custom role that external people hold for ever.
import { inForce } from '../access/question-scope.ts';
import type { Origin } from '../model/origin.ts';
import type { Role, User } from '../model/symbols.ts';
import { insertLast } from '../syntax/edits/insert.ts';
import { addMonths, formatDay } from '../text/calendar.ts';
import { someNames } from './count.ts';
import { fixOf } from './edits/fix.ts';
import { blockOf, declarationOf } from './edits/written.ts';
import { externalsOf } from './externals.ts';
import type { Fix } from './finding.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';

export const externalWithoutExpiry: Rule = byRole(
  {
    id: 'external-without-expiry',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'a custom role that external people hold without an end',
  },
  checkRole,
  { beside: 'nothing' },
);

function checkRole(context: RuleContext, role: Role): Report[] {
  const { model, today, place } = context;
  const { managed, sound, expires, origin, members, name } = role;
  if (managed || !sound || expires !== undefined || origin === undefined || !inForce(role, today)) return [];
  // Whoever is external in a group of ours loses the role with the group.
  const external = members.filter(({ member }) => externalsOf(model, member)?.all === true);
  if (external.length === 0) return [];
  const people = new Set<User>(external.flatMap(({ member }) => externalsOf(model, member)?.people ?? []));
  const who = people.size === 0 ? someNames(external.map(({ member }) => member)) : someNames(people);
  const related = external.map((each) => ({ place: place(each.origin), message: 'external' }));
  const message = `\`${name}\` never ends: ${who}, from outside of the organization, ${people.size > 1 ? 'hold' : 'holds'} it until somebody remembers`;
  const fixes = () => (external.length < members.length ? [] : addExpiry(context, origin));
  return [{ place: place(origin), message, related, fixes }];
}

/** At the end of the next quarter: three to six months are left to ask whether it is still needed. */
function addExpiry(context: RuleContext, name: Origin): Fix[] {
  const written = declarationOf(context, name);
  const block = written && blockOf(written);
  if (written === undefined || block === undefined) return [];
  const text = `expires ${formatDay(endOfNextQuarter(context.today))}`;
  return fixOf(context, `Add \`${text}\``, [{ file: written.file, edits: [insertLast(written.source, block, text)] }]);
}

function endOfNextQuarter(today: number): number {
  const [, month = '1', day = '1'] = formatDay(today).split('-').slice(-3);
  const intoQuarter = (Number(month) - 1) % 3;
  return addMonths(today - (Number(day) - 1), 6 - intoQuarter) - 1;
}
