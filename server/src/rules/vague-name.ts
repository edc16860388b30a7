// A name that says nothing, or that only a number tells from another.

import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { AnySymbol, ObjectSymbol } from '../model/symbols.ts';
import { grouped } from '../text/grouped.ts';
import { nameWords } from '../text/nearest.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const vagueName: Rule = byObject(
  {
    id: 'vague-name',
    severity: 'hint',
    category: 'Upkeep',
    title: 'a name that says nothing, or that only a number tells from another',
  },
  {
    ground: (context) => [...ofOrganization(context.model)].flatMap((names) => checkScope(context, names)),
    object: (context, object) => [...ofObject(object)].flatMap((names) => checkScope(context, names)),
    beside: 'nothing',
  },
);

interface Named {
  readonly name: string;
  readonly kind: AnySymbol['kind'];
  readonly origin: Origin | undefined;
}

/** The names that stand beside each other, one kind at a time. What is not written is nobody's to name. */
function* ofOrganization({ groups, roles }: Model): Generator<readonly Named[]> {
  yield [...groups.values()].filter((group) => group.declared && group.system === undefined);
  yield [...roles.values()].filter((role) => !role.managed);
}

function* ofObject({ roles, accounts, policies, automations, agents }: ObjectSymbol): Generator<readonly Named[]> {
  yield [...roles.values()].filter((role) => !role.managed);
  yield [...accounts.values()];
  yield policies.filter((policy) => !policy.isDefault);
  yield automations;
  yield agents;
}

function checkScope({ place }: RuleContext, names: readonly Named[]): Report[] {
  const series = grouped(names, (named) => readingOf(named).base);
  return names.flatMap((named): Report[] => {
    const { name, kind, origin } = named;
    if (origin === undefined) return [];
    const { base, isNumbered, isVague } = readingOf(named);
    if (isVague) return [{ place: place(origin), message: `\`${name}\` does not say what this ${kind} is for` }];
    const own = isNumbered ? (series.get(base) ?? []) : [];
    const first = own.find((other) => other.name !== name);
    if (first === undefined || (readingOf(first).isNumbered && isBehind(own, first, named))) return [];
    const related = first.origin === undefined ? [] : [{ place: place(first.origin), message: 'the other one' }];
    return [{ place: place(origin), message: `only a number tells \`${name}\` from \`${first.name}\``, related }];
  });
}

function isBehind(all: readonly Named[], one: Named, other: Named): boolean {
  return one !== all[0] && all.indexOf(one) > all.indexOf(other);
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What is said where there is nothing to say yet. */
const blank = words(
  'test tests testing temp tmp untitled unnamed noname misc dummy foo baz qux asdf todo tbd placeholder thing things stuff',
);
/** What a thing is, which stands before its name anyway. */
const ofKind: Readonly<Record<string, ReadonlySet<string>>> = {
  role: words('role roles'),
  group: words('group groups user users'),
  policy: words('policy policies rule rules'),
  'service account': words('service account accounts'),
  automation: words('automation automations workflow workflows'),
  agent: words('agent agents'),
};
/** What says nothing beside one of the others. */
const fillers = words('a an the my our new old other another custom copy of and for');

function saysNothing(name: string, kind: string): boolean {
  const all = nameWords(spaced(name));
  const isBlank = (word: string) => blank.has(word) || ofKind[kind]?.has(word) === true || /^\d+$/.test(word);
  return all.some(isBlank) && all.every((word) => isBlank(word) || fillers.has(word));
}

/** Words before a number that give it a meaning. */
const counted = words(
  'tier level line stage phase step shift floor hall gate dock depot plant site building block zone region district area ' +
    'sector room unit grade band priority severity wave batch round year quarter week month day',
);

interface Base {
  /** The name without a number at its end that means nothing: a year or a level does mean something. */
  readonly base: string;
  readonly isNumbered: boolean;
}

interface Reading extends Base {
  /** The name says nothing at all. */
  readonly isVague: boolean;
}

const readings = new WeakMap<Named, Reading>();

function readingOf(named: Named): Reading {
  const known = readings.get(named) ?? { ...baseOf(named.name), isVague: saysNothing(named.name, named.kind) };
  readings.set(named, known);
  return known;
}

function baseOf(name: string): Base {
  const all = nameWords(spaced(name));
  const [before = '', number = ''] = all.slice(-2);
  const isNumbered = all.length > 1 && /^\d{1,3}$/.test(number) && before.length > 2 && !counted.has(before);
  return { base: (isNumbered ? all.slice(0, -1) : all).join(' '), isNumbered };
}

/** `Agent2` as `Agent 2`. */
function spaced(name: string): string {
  return name.replace(/(\p{L})(\d+)$/u, '$1 $2');
}
