// A role past its date, or shortly before it.
import type { Model } from '../model/model.ts';
import type { Role } from '../model/symbols.ts';
import { removeFromList } from '../syntax/edits/remove-elements.ts';
import { removeItem } from '../syntax/edits/remove-item.ts';
import { formatDay } from '../text/calendar.ts';
import { type FileEdits, fixOf } from './edits/fix.ts';
import { declarationOf, listAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { accountsWith } from './holders.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';

/** Within so many days an end is worth a word. */
const soon = 14;

export const expiredRole: Rule = byRole(
  {
    id: 'expired-role',
    severity: 'warning',
    category: 'Without effect',
    title: 'a role past its date (info when within 14 days)',
  },
  checkRole,
  { beside: 'nothing' },
);

function checkRole(context: RuleContext, role: Role): Report[] {
  const { name, expires, expiryUnsound, origin } = role;
  const left = expires === undefined ? soon + 1 : expires - context.today;
  if (expires === undefined || expiryUnsound || origin === undefined || left > soon) return [];
  const date = dateIn(context, role);
  if (date === undefined) return [];
  const day = formatDay(expires);
  if (left >= 0) {
    const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
    return [{ place: date, message: `the role \`${name}\` ends ${when}, after ${day}`, severity: 'info' }];
  }
  const message = `the role \`${name}\` ended with ${day}: it grants nothing since`;
  return [{ place: date, message, fixes: () => removeRole(context, role) }];
}

/** Where the date stands. */
function dateIn(context: RuleContext, { origin }: Role): Report['place'] | undefined {
  const written = origin && declarationOf(context, origin);
  if (origin === undefined || written?.node.kind !== 'role') return undefined;
  const expires = written.node.items.find((item) => item.kind === 'expires');
  return expires?.date && context.place({ ...origin, span: expires.date.span });
}

/** With where accounts name it. */
function removeRole(context: RuleContext, role: Role): Fix[] {
  const { model } = context;
  const written = role.origin && declarationOf(context, role.origin);
  if (!role.sound || written === undefined) return [];
  const named = accountsWith(model, role).flatMap((account) => account.roles.filter((each) => each.role === role));
  const lists = named.map(({ origin }) => listAround(context, origin));
  const inLists = lists.flatMap((each): FileEdits[] =>
    each === undefined
      ? []
      : [{ file: each.file, edits: removeFromList(each.source, each.list, (i) => i === each.index) }],
  );
  if (inLists.length < lists.length) return [];
  const edits = [{ file: written.file, edits: [removeItem(written.source, written.span)] }, ...inLists];
  return fixOf(context, `Remove the role \`${role.name}\``, edits, { safe: !isAskedBefore(model, role) });
}

/** True where a question looks back to when the role was in force. */
function isAskedBefore({ questions }: Model, { expires }: Role): boolean {
  return questions.some(({ question }) => question?.asOf !== undefined && question.asOf <= (expires ?? 0));
}
