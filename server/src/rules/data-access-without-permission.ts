// A policy whose people hold no permission that reads.
import { rolesAt } from '../access/question-scope.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Principal } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { canAct, mayHoldMore } from './people.ts';
import { holdsSome, readingRoles } from './reading.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const dataAccessWithoutPermission: Rule = byObject(
  {
    id: 'data-access-without-permission',
    severity: 'warning',
    category: 'Without effect',
    title: 'a policy whose people hold no permission that reads',
  },
  { object: checkObject },
);

function checkObject({ model, today, place }: RuleContext, object: ObjectSymbol): Report[] {
  const reading = readingRoles(model, object, today);
  // Auto-share may let anybody read; and whom a broken role was meant for is not known.
  if (reading.some((role) => role.autoShare.size > 0 || !role.sound)) return [];
  const unsound = rolesAt(model, object).filter((role) => !role.sound);
  const mayRead = (subject: Principal) =>
    isOpen(model, subject) || [...reading, ...unsound].some((role) => holdsSome(model, role, subject));
  return object.policies.flatMap(({ name, to, when, origin }) => {
    const acting = to.map(({ subject }) => subject).filter(canAct);
    if (when === undefined || origin === undefined || acting.length === 0 || acting.some(mayRead)) return [];
    const names = acting.map((subject) => `\`${principalPath(subject)}\``);
    const who = acting.length === 1 ? 'holds no permission that reads' : 'hold no permission that reads';
    return [
      {
        place: place(origin),
        message: `\`${name}\` shows nothing: ${listWords(names, 'and')} ${who} in \`${object.name}\``,
      },
    ];
  });
}

/** True where an error leaves open who that is, or what it holds. */
function isOpen(model: Model, subject: Principal): boolean {
  if (subject.kind === 'group') return mayHoldMore(model, subject);
  return !subject.sound || (subject.kind === 'service account' && !subject.rolesSound);
}
