// `current user.X` where no user has an attribute X: the comparison is false for everybody.

import { scimStrings } from '../model/directory.ts';
import type { Model } from '../model/model.ts';
import { at } from '../model/origin.ts';
import type { Profiles } from '../model/profiles.ts';
import type { Comparison, Condition } from '../syntax/ast-condition.ts';
import type { Name, Value } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { nearest } from '../text/nearest.ts';
import { byObject, type Report, type Rule, type RuleContext, replacements, withNearest } from './rule.ts';
import { conditionsIn, conditionsOfQuestions, type WrittenCondition } from './written-conditions.ts';

export const unknownAttribute: Rule = byObject(
  {
    id: 'unknown-attribute',
    severity: 'warning',
    category: 'Upkeep',
    title: '`current user.…` with an attribute that no user has',
  },
  {
    organization: (context) => check(context, conditionsOfQuestions(context.model)),
    object: (context, object) => check(context, conditionsIn(object)),
    beside: 'nothing',
  },
);

const namesIn = new WeakMap<Profiles['attributes'], ReadonlySet<string>>();

function knownIn({ profiles: { attributes } }: Model): ReadonlySet<string> {
  const known = namesIn.get(attributes) ?? new Set(attributes.flatMap((own) => [...own.keys()]));
  namesIn.set(attributes, known);
  return known;
}

function check({ model, place }: RuleContext, conditions: readonly WrittenCondition[]): Report[] {
  if (model.users.size === 0) return [];
  const named = conditions.flatMap(({ condition, origin }) =>
    attributesOf(condition).map((name) => ({ name, place: () => place(at(origin, name.span)) })),
  );
  if (named.length === 0) return [];
  const [known, mayBe] = [knownIn(model), hidden(model)];
  return named
    .filter(({ name: { text } }) => !known.has(text) && !mayBe(text))
    .map((each) => reportOf(each.place(), each.name.text, known));
}

function reportOf(place: Report['place'], name: string, known: ReadonlySet<string>): Report {
  const instead = nearest(name, known).map(writeName);
  const message = withNearest(`no user has an attribute \`${name}\`: this is false for everybody`, instead);
  return { place, message, fixes: replacements(place, instead) };
}

/** Which attributes somebody may have all the same, by what an error hides. */
function hidden({ profiles, problems }: Model): (name: string) => boolean {
  if (profiles.origins.some(({ unit }) => unit.problems.length > 0)) return () => true;
  // A directory holds what SCIM has, mostly.
  if (!problems.some(({ rule }) => rule === 'directory-unreadable')) return () => false;
  const ofScim = new Set(scimStrings.map((name) => name.toLowerCase()));
  return (name) => ofScim.has(name.toLowerCase());
}

const attributes = new WeakMap<Condition, readonly Name[]>();

function attributesOf(condition: Condition): readonly Name[] {
  const known = attributes.get(condition) ?? attributesIn(condition);
  attributes.set(condition, known);
  return known;
}

function attributesIn(condition: Condition | undefined): Name[] {
  switch (condition?.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(attributesIn);
    case 'not':
    case 'parenthesis':
      return attributesIn(condition.part);
    case 'comparison':
      return valuesOf(condition).flatMap((value) =>
        value.kind === 'current user' && value.attribute !== undefined ? [value.attribute] : [],
      );
    case undefined:
      return [];
  }
}

function valuesOf({ test }: Comparison): readonly Value[] {
  if (test === undefined) return [];
  if ('values' in test) return test.values;
  return 'value' in test && test.value !== undefined ? [test.value] : [];
}
