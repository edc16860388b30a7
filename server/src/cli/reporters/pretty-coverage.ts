// `writ test --coverage` and `--mutate` for people: shares first, then each that is missing with its place.
import type { ProjectResult, Share, UncoveredResult } from '../check-result.ts';
import { printable } from '../printable.ts';
import { placeText } from './place-text.ts';
import type { ReportContext } from './reporter.ts';

type Colored = Pick<ReportContext, 'colors'>;

/** None without `--coverage`. */
export function coverageLines(project: ProjectResult, { colors }: Colored): string[] {
  const { coverage } = project;
  if (coverage === undefined) return [];
  const { grants, policies, comparisons, uncovered = [] } = coverage;
  return [
    colors.bold('coverage'),
    `  ${shareText('grants', grants)}`,
    `  ${shareText('policies', policies)}`,
    `  ${shareText('comparisons', comparisons)}, each met and not met`,
    ...(uncovered.length === 0 ? [] : ['  no expectation rests on']),
    ...uncovered.map((each) => `    ${placeText(project, each)}: ${uncoveredText(each)}`),
  ];
}

function shareText(of: string, { covered, all }: Share): string {
  const percent = all === 0 ? '' : ` (${Math.floor((100 * covered) / all)} %)`;
  return `${covered} of ${all} ${of}${percent}`;
}

function uncoveredText({ kind, text, of, missing = [] }: UncoveredResult): string {
  const [own, whose] = [`\`${printable(text)}\``, `\`${printable(of)}\``];
  if (kind === 'grant') return `the grant ${own} of ${whose}`;
  if (kind === 'policy') return `the policy ${own}`;
  const record =
    missing.length === 2 ? 'any record' : `a record that ${missing[0] === 'met' ? 'meets' : 'does not meet'} it`;
  return `${own} of the policy ${whose}, for ${record}`;
}

/** None without `--mutate`. */
export function mutationLines(project: ProjectResult, { colors }: Colored): string[] {
  const { mutation } = project;
  if (mutation === undefined) return [];
  const { noticed, tried, untried = 0, unnoticed = [] } = mutation;
  const left = untried === 0 ? '' : `, ${untried} could not be tried`;
  return [
    colors.bold('removals'),
    `  ${noticed} of ${tried} are noticed${left}`,
    ...(unnoticed.length === 0 ? [] : ['  no expectation notices when this goes']),
    ...unnoticed.map((each) => `    ${placeText(project, each)}: ${printable(each.what)}`),
  ];
}
