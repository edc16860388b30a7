// One pair, asked of the engine and of Z3: what they agree on, and where they differ.
import { printFormula } from '../../../server/src/condition/print.ts';
import { simplify } from '../../../server/src/condition/simplify.ts';
import { valid } from '../../../server/src/condition/solve.ts';
import type { Content, Field, Formula } from '../../../server/src/model/symbols.ts';
import { ask, askOneWay, isBorneOut, type Said, ways } from './engine.ts';
import { type Pair, type QuestionName, questionNames, soughtBy } from './pair.ts';
import { and, not, or } from './smt.ts';
import { type Words, wordsFor } from './translate.ts';
import type { Answer, Z3 } from './z3.ts';

/** What one thing that was compared came to. */
export interface Judged {
  /** What is counted together. */
  readonly kind: string;
  readonly outcome: 'same' | 'unknown to the engine' | 'unknown to Z3' | 'different';
  /** In words, where the outcome is `different`; else the answer. */
  readonly words: string;
}

export async function compare(pair: Pair, z3: Z3): Promise<readonly Judged[]> {
  const words = wordsFor(pair);
  await z3.begin(words.declarations);
  const said = ask(pair);
  const { answers } = await z3.check(questionNames.map((name) => words.formula(soughtBy(name, pair))));
  const expected = questionNames.map((name, i) => answerTo(name, answers[i]));
  const found = questionNames.map((name, i) => judged(name, said[name].answer, expected[i]));
  const each = ways.flatMap((way) =>
    askOneWay(way, pair).map((answer, i) => judged(`decided ${way}`, answer, expected[i])),
  );
  const claims = [...claimsOfExamples(pair, said, words), ...claimsOfSimplifying(pair, words)];
  const borneOut = await z3.check(claims.map(({ term }) => term));
  return [...found, ...each, ...claims.map((claim, i) => kept(claim, borneOut.answers[i]))];
}

/** Z3 is asked for a record that speaks for `satisfiable`, or against the others. */
function answerTo(name: QuestionName, answer: Answer = 'unknown'): Said['answer'] {
  if (answer === 'unknown') return answer;
  return (answer === 'sat') === (name === 'satisfiable') ? 'yes' : 'no';
}

function judged(kind: string, engine: Said['answer'], z3: Said['answer'] = 'unknown'): Judged {
  if (engine === 'unknown') return { kind, outcome: 'unknown to the engine', words: '' };
  if (z3 === 'unknown') return { kind, outcome: 'unknown to Z3', words: '' };
  if (engine === z3) return { kind, outcome: 'same', words: engine };
  return { kind, outcome: 'different', words: `${kind}: the engine says ${engine}, Z3 says ${z3}` };
}

/** Something that is to be borne out: where it is, Z3 answers as expected. */
interface Claim {
  readonly kind: string;
  readonly term: string;
  readonly expected: Answer;
  readonly words: string;
  /** What the engine itself says to it. */
  readonly holds: boolean;
}

/** An example can be, and whatever the fields hold that it leaves out, it is one. */
function claimsOfExamples(pair: Pair, said: Readonly<Record<QuestionName, Said>>, words: Words): Claim[] {
  return questionNames.flatMap((name): Claim[] => {
    const { record } = said[name];
    if (record === undefined) return [];
    const formula = soughtBy(name, pair);
    const [sought, term] = [words.formula(formula), words.record(record)];
    const text = `${name}: the example ${showRecord(record)}`;
    const common = { kind: 'examples', holds: isBorneOut(formula, pair, record) };
    return [
      { ...common, term: and(term, sought), expected: 'sat', words: `${text} cannot be` },
      { ...common, term: and(term, not(sought)), expected: 'unsat', words: `${text} does not show it` },
    ];
  });
}

/** What a condition is simplified to is the same condition, to Z3 and to the solver. */
function claimsOfSimplifying(pair: Pair, words: Words): Claim[] {
  return [pair.a, pair.b].map((formula): Claim => {
    const simple = simplify(formula);
    const [before, after] = [words.formula(formula), words.formula(simple)];
    const both: Formula = { op: 'and', parts: [formula, simple] };
    const neither: Formula = { op: 'not', part: { op: 'or', parts: [formula, simple] } };
    return {
      kind: 'simplified',
      term: or(and(before, not(after)), and(after, not(before))),
      expected: 'unsat',
      words: `${printFormula(formula)} is not the same as ${printFormula(simple)}`,
      holds: valid({ op: 'or', parts: [both, neither] }, pair.world).kind !== 'no',
    };
  });
}

function kept({ kind, expected, words, holds }: Claim, answer: Answer = 'unknown'): Judged {
  if (!holds) return { kind, outcome: 'different', words: `${words} (says the engine)` };
  if (answer === 'unknown') return { kind, outcome: 'unknown to Z3', words: '' };
  if (answer !== expected) return { kind, outcome: 'different', words: `${words} (says Z3)` };
  return { kind, outcome: 'same', words: 'borne out' };
}

/** The fields and what they hold: `Total 3, Note empty`. */
export function showRecord(record: ReadonlyMap<Field, Content>): string {
  const show = (content: Content): string => {
    if (content === null) return 'empty';
    if (content instanceof Set) return `(${[...content].join(' ')})`;
    return typeof content === 'object' && 'name' in content ? content.name : JSON.stringify(content);
  };
  return [...record].map(([field, content]) => `${field.name} ${show(content)}`).join(', ') || 'of any kind';
}
