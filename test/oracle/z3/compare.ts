// One pair, asked of the engine and of Z3: what they agree on, and where they differ.
import { printFormula } from '../../../server/src/condition/print.ts';
import { simplify } from '../../../server/src/condition/simplify.ts';
import { valid } from '../../../server/src/condition/solve.ts';
import type { Content, Field, Formula } from '../../../server/src/model/symbols.ts';
import { ask, isBorneOut, type Said } from './engine.ts';
import { type Pair, type QuestionName, questionNames, soughtBy } from './pair.ts';
import { and, not, or } from './smt.ts';
import { type Words, wordsFor } from './translate.ts';
import type { Answer, Z3 } from './z3.ts';

export interface Compared {
  /** How often each outcome came up, by what was compared. */
  readonly counts: readonly string[];
  /** In words; none where both agree. */
  readonly differences: readonly string[];
  readonly ms: { readonly engine: number; readonly z3: number };
}

export async function compare(pair: Pair, z3: Z3): Promise<Compared> {
  const words = wordsFor(pair);
  await z3.begin(words.declarations);
  const started = performance.now();
  const said = questionNames.map((name) => ask(name, pair));
  const engine = performance.now() - started;
  const asked = await z3.check(questionNames.map((name) => words.formula(soughtBy(name, pair))));
  const found = questionNames.map((name, i) => judged(name, said[i], asked.answers[i]));
  const claims = [...claimsOfExamples(pair, said, words), ...claimsOfSimplifying(pair, words)];
  const borneOut = (await z3.check(claims.map(({ term }) => term))).answers;
  const checked = claims.map((claim, i) => kept(claim, borneOut[i]));
  return {
    counts: [...found, ...checked].map(({ count }) => count),
    differences: [...found, ...checked].flatMap(({ difference }) => difference ?? []),
    ms: { engine, z3: asked.ms },
  };
}

interface Judged {
  readonly count: string;
  readonly difference?: string;
}

function judged(name: QuestionName, said: Said | undefined, answer: Answer | undefined): Judged {
  const engine = said?.answer ?? 'unknown';
  const z3 =
    answer === 'unknown' || answer === undefined
      ? answer
      : (answer === 'sat') === (name === 'satisfiable')
        ? 'yes'
        : 'no';
  if (engine === 'unknown') return { count: `${name}: unknown to the engine` };
  if (z3 === 'unknown' || z3 === undefined) return { count: `${name}: unknown to Z3` };
  if (engine === z3) return { count: `${name}: ${engine}` };
  return { count: `${name}: different`, difference: `${name}: the engine says ${engine}, Z3 says ${z3}` };
}

/** Something that is to be borne out: where it is, Z3 answers as expected. */
interface Claim {
  readonly count: string;
  readonly term: string;
  readonly expected: Answer;
  readonly words: string;
  /** What is known without Z3. */
  readonly holds: boolean;
}

/** An example can be, and whatever the fields hold that it leaves out, it is one. */
function claimsOfExamples(pair: Pair, said: readonly Said[], words: Words): Claim[] {
  return questionNames.flatMap((name, i): Claim[] => {
    const record = said[i]?.record;
    if (record === undefined) return [];
    const formula = soughtBy(name, pair);
    const [holds, term] = [words.formula(formula), words.record(record)];
    const text = `${name}: the example ${showRecord(record)}`;
    const common = { count: 'examples', holds: isBorneOut(formula, pair, record) };
    return [
      { ...common, term: and(term, holds), expected: 'sat', words: `${text} cannot be` },
      { ...common, term: and(term, not(holds)), expected: 'unsat', words: `${text} does not show it` },
    ];
  });
}

function claimsOfSimplifying(pair: Pair, words: Words): Claim[] {
  return [pair.a, pair.b].map((formula): Claim => {
    const simple = simplify(formula);
    const [before, after] = [words.formula(formula), words.formula(simple)];
    const same: Formula = {
      op: 'or',
      parts: [
        { op: 'and', parts: [formula, simple] },
        { op: 'not', part: { op: 'or', parts: [formula, simple] } },
      ],
    };
    return {
      count: 'simplified',
      term: or(and(before, not(after)), and(after, not(before))),
      expected: 'unsat',
      words: `${printFormula(formula)} is not the same as ${printFormula(simple)}`,
      holds: valid(same, pair.world).kind !== 'no',
    };
  });
}

function kept({ count, expected, words, holds }: Claim, answer: Answer | undefined): Judged {
  if (!holds) return { count: `${count}: different`, difference: `${words} (says the engine)` };
  if (answer === 'unknown') return { count: `${count}: unknown to Z3` };
  return answer === expected ? { count } : { count: `${count}: different`, difference: `${words} (says Z3)` };
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
