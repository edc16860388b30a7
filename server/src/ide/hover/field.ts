// Hover of a field: its type and options, whom it assigns, and what looks at it.
import type { Field, Formula } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { occurrencesOf } from '../occurrences.ts';
import { counted } from '../permission-text.ts';
import { join, type Phrase, phrase, words } from '../phrase.ts';
import { type Card, names, sentences, text } from './card.ts';

const maxOptions = 8;

export function fieldCard(snapshot: Snapshot, field: Field): Card {
  const blocks = [
    text(sentences(phrase`Of ${field.object.name}.`, assigneeText(field))),
    text(usesText(snapshot, field)),
  ];
  return { signature: signatureOf(field), blocks };
}

function signatureOf({ name, type, options, assignee }: Field): string {
  const shown = options.slice(0, maxOptions).map((option) => JSON.stringify(option));
  const more = options.length > maxOptions ? [`… ${options.length - maxOptions} more`] : [];
  const list = type === 'choice' || type === 'choices' ? `(${[...shown, ...more].join(', ')})` : '';
  return `field ${writeName(name)}: ${type ?? '?'}${list}${assignee ? ' as assignee' : ''}`;
}

function assigneeText({ assignee, type, object }: Field): Phrase {
  if (!assignee) return [];
  const word = type === 'group' ? 'group-assign' : 'assign';
  const held = type === 'group' ? 'Whoever is in the group that it holds' : 'Whom it holds';
  const shares = object.recordShares.has(word) ? phrase`, and sees it by auto-share on ${word}` : [];
  return [...words(`${held} is assigned to the record`), ...shares, '.'];
}

function usesText(snapshot: Snapshot, field: Field): Phrase {
  const { object } = field;
  const policies = object.policies.filter((policy) => policy.when !== undefined && mentions(policy.when, field));
  const steps = [...object.automations, ...object.agents].filter((each) =>
    each.steps.some((step) => step.target === object && step.where !== undefined && mentions(step.where, field)),
  );
  const used = [...policies, ...steps].map((each) => each.name);
  const count = occurrencesOf(snapshot.model, field).filter((each) => !each.declaration).length;
  if (count === 0) return words('Nothing looks at it.');
  const by = used.length === 0 ? [] : [...words('Decides in '), ...names(used, 4), '.'];
  return sentences(by, [...words('Named in '), ...join([counted(count, 'place')]), '.']);
}

function mentions(formula: Formula, field: Field): boolean {
  switch (formula.op) {
    case 'true':
    case 'false':
      return false;
    case 'and':
    case 'or':
      return formula.parts.some((part) => mentions(part, field));
    case 'not':
      return mentions(formula.part, field);
    case 'atom':
      return formula.field === field || operandFields(formula).includes(field);
  }
}

function operandFields({ test }: Extract<Formula, { op: 'atom' }>): readonly Field[] {
  const operands = 'value' in test ? [test.value] : test.is === 'range' ? [test.low?.value, test.high?.value] : [];
  return operands.flatMap((operand) => (operand?.kind === 'field' ? [operand.field] : []));
}
