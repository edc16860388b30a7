// Analysis: the solver beside Z3, the difference of two organizations, and all rules over one.
import { runCase, together } from './cases.ts';
import { type Figure, type Measured, medianOf, type Options, type Suite, shortNumber, type Table } from './figures.ts';
import { figureTable, slowness, stretchedText, type Target, targetTable } from './targets.ts';

async function run({ quick }: Options): Promise<Measured> {
  const effort = quick ? 'quick' : 'full';
  // Of the index only how fast the machine is beside the one that the limits were set on.
  const { figures } = await runCase('decisions-case.ts', 'index', 'S', 'quick');
  const sketch = figures.filter(({ engine, name }) => engine === 'sketch' && name === 'decide');
  return together([
    { figures: sketch, checks: [] },
    await runCase('solver-case.ts', 'solver', effort),
    await runCase('project-case.ts', 'difference', quick ? 'M' : 'L', effort),
    await runCase('project-case.ts', 'rules', quick ? 'S' : 'M', effort),
  ]);
}

const [solver, whole] = ['Writ solver', 'Writ'];
const isOfRule = ({ name }: Figure) => name.startsWith('rule ');

function targetsOf(figures: readonly Figure[]): Target[] {
  const faster = (kind: string): Target => {
    const ratio = medianOf(figures, 'Z3', `Z3 to the solver, pair by pair, ${kind}`, '');
    return {
      name: `a pair, against Z3, ${kind}`,
      size: '',
      value: ratio && 1 / ratio,
      atMost: 1 / 100,
      unit: '×',
    };
  };
  const inTime = (name: string, size: string, atMost: number): Target => {
    const scale = slowness(medianOf(figures, 'sketch', 'decide', 'S'), 'S');
    return { name, size, value: medianOf(figures, whole, name, size), atMost, unit: 'ms', scale };
  };
  const late = 'pairs of policies that take 0.1 ms or more';
  return [
    faster('random conditions'),
    faster('policies'),
    { name: late, size: '', value: medianOf(figures, solver, late, ''), atMost: 0.1, unit: '%' },
    inTime('difference by one role', 'L', 50),
    inTime('all rules, cold', 'M', 150),
    inTime('all rules, after an edit of a role', 'M', 10),
    ...['description', 'grant', 'person', 'group'].map((what) =>
      inTime(`all rules, after an edit of a role of the organization: ${what}`, 'M', 10),
    ),
  ];
}

/** Those that take longest, in milliseconds. */
function ruleTable(figures: readonly Figure[]): Table {
  const cold = figures.filter((figure) => isOfRule(figure) && figure.name.endsWith(', cold'));
  const rows = [...cold]
    .sort((a, b) => b.median - a.median)
    .slice(0, 12)
    .map(({ name, size, median, min, max }) => {
      const id = name.slice('rule '.length, -', cold'.length);
      const edit = medianOf(figures, whole, `rule ${id}, after an edit of a role`, size) ?? Number.NaN;
      return [id, size, ...[median, min, max, edit].map(shortNumber)];
    });
  return {
    title: 'The slowest rules, in ms',
    rows: [['rule', 'size', 'cold', 'min', 'max', 'after an edit'], ...rows],
  };
}

export const analysis: Suite = {
  name: 'analysis',
  run,
  tables: ({ figures }) => [
    targetTable(targetsOf(figures)),
    figureTable(
      figures.filter((figure) => !isOfRule(figure)),
      solver,
    ),
    ruleTable(figures),
  ],
  notes: () => [
    'A pair is three questions about two conditions: whether both can hold, whether one implies the other, whether they ' +
      'are equal. Z3 has its declarations already and is timed from the text of the questions to its answers, less what an ' +
      'empty call costs; the solver from conditions as they are bound.',
    'What rules share is in the time of the first of them that needs it.',
    stretchedText('S'),
  ],
};
