// Writes into an expectation that failed what holds today. Nothing of this is ever safe: it changes what was expected.
import { answerQuestion } from '../../access/answer-question.ts';
import { checkExpectation } from '../../access/expectation.ts';
import { printFormula } from '../../condition/print.ts';
import { always } from '../../model/formulas.ts';
import { principalPath } from '../../model/lookup.ts';
import type { AskedQuestion } from '../../model/model.ts';
import type { BoundCan, BoundExcept, BoundQuestion } from '../../model/question.ts';
import type { CanQuestion, Question } from '../../syntax/ast-question.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { replacement } from './replace.ts';
import { textAt } from './written.ts';

/** More names nobody reads in one line. */
const mostNames = 8;
const asAlternative = { preferred: false };

export function expectToday(context: RuleContext, asked: AskedQuestion): readonly Fix[] {
  const { question } = asked;
  const written = asked.declaration.question;
  if (question === undefined || written === undefined || written.broken) return [];
  if (question.kind === 'except') return expectThem(context, asked, question, written);
  if (question.kind === 'who' || question.kind === 'what') return [];
  const turned = { ...question, negated: !question.negated };
  if (holds(context, turned)) return turn(context, asked, written);
  return question.kind === 'can' && written.kind === 'can' ? expectWhen(context, asked, question, written) : [];
}

function holds({ model, today }: RuleContext, question: BoundQuestion): boolean {
  return checkExpectation(model, question, today).outcome === 'held';
}

/** Where the word stands that follows whom the question is about. */
function wordIn(context: RuleContext, { origin }: AskedQuestion, written: Question): Span | undefined {
  const start = 'principal' in written && written.principal !== undefined ? written.principal.span.end : undefined;
  const rest = start === undefined ? '' : textAt(context, { ...origin, span: { start, end: written.span.end } });
  const word = /^\s+(can|cannot)\b/.exec(rest);
  if (start === undefined || word === null) return undefined;
  const end = start + word[0].length;
  return { start: end - (word[1] ?? '').length, end };
}

function turn(context: RuleContext, asked: AskedQuestion, written: Question): Fix[] {
  const word = wordIn(context, asked, written);
  if (word === undefined || !('negated' in written)) return [];
  const text = written.negated ? 'can' : 'cannot';
  return fixOf(context, `Expect \`${text}\``, replacement(context, asked.origin, word, text), asAlternative);
}

/** Of some records: for those it can. */
function expectWhen(context: RuleContext, asked: AskedQuestion, question: BoundCan, written: CanQuestion): Fix[] {
  const { place } = question;
  const open = written.place;
  const answer = answerQuestion(context.model, question, context.today);
  const word = wordIn(context, asked, written);
  if (place.kind !== 'object' || place.given || open?.kind !== 'in' || answer.kind !== 'decision' || word === undefined)
    return [];
  const { when } = answer.decision;
  const both = place.when === undefined ? when : ({ op: 'and', parts: [place.when, when] } as const);
  const narrowed: BoundCan = { ...question, negated: false, place: { ...place, when: both } };
  if (answer.decision.outcome !== 'allowed-when' || when === always || !holds(context, narrowed)) return [];
  const text = printFormula(both);
  const behind = open.when === undefined ? open.object?.span.end : open.when.span.start;
  if (behind === undefined) return [];
  const span = { start: behind, end: open.when?.span.end ?? behind };
  return fixOf(
    context,
    `Expect \`can\` when \`${text}\``,
    [
      ...(question.negated ? replacement(context, asked.origin, word, 'can') : []),
      ...replacement(context, asked.origin, span, open.when === undefined ? ` when ${text}` : text),
    ],
    asAlternative,
  );
}

/** Those who can, or nobody. */
function expectThem(context: RuleContext, asked: AskedQuestion, question: BoundExcept, written: Question): Fix[] {
  const { model, today } = context;
  const { permissions, place, asOf, form } = question;
  if (written.kind !== 'except') return [];
  const answer = answerQuestion(model, { kind: 'who', permissions, place, asOf }, today);
  const principals = answer.kind === 'list' ? answer.entries.map(({ principal }) => principal) : [];
  const known = principals.filter((each) => each !== undefined);
  if (answer.kind !== 'list' || known.length < principals.length || known.length > mostNames) return [];
  if (!holds(context, { ...question, except: known })) return [];
  const names = known.map(principalPath).join(', ');
  const text = names === '' ? 'nobody' : form === 'only' ? `only ${names}` : `nobody but ${names}`;
  const head = textAt(context, { ...asked.origin, span: written.span });
  const last = written.except.at(-1);
  const end = last === undefined ? written.span.start + 'nobody'.length : last.span.end;
  if (head.startsWith('only') && last === undefined) return [];
  const span = { start: written.span.start, end };
  return fixOf(context, `Expect \`${text} can\``, replacement(context, asked.origin, span, text), asAlternative);
}
