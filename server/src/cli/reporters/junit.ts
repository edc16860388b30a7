// `--format junit`: expectations as the cases of their tests, findings as a suite of their own, as build servers show them.
import type { CheckResult, ExpectationResult, FindingResult, Located, ProjectResult } from '../check-result.ts';
import { fileFrom } from '../paths.ts';
import { printable } from '../printable.ts';
import { counterexampleLine } from './counterexample.ts';
import { count } from './counts.ts';
import { placeText } from './place-text.ts';
import { byTest, testName } from './pretty-questions.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { sourceLines } from './source-lines.ts';
import { printXml, type XmlElement } from './xml.ts';

/** What keeps a case from passing. */
interface Fault {
  readonly kind: 'failure' | 'error';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

interface Case {
  readonly name: string;
  readonly at?: Located;
  readonly fault?: Fault;
  /** What a case that passes has to say all the same. */
  readonly note?: string;
}

interface Suite {
  readonly name: string;
  readonly project?: ProjectResult;
  readonly cases: readonly Case[];
}

export const reportJunit: Reporter = (result, context) => {
  const suites = suitesOf(result, context);
  const root = {
    name: 'testsuites',
    attributes: { name: 'writ', ...countsOf(suites.flatMap(({ cases }) => cases)) },
    content: suites.map((suite) => suiteElement(suite, context)),
  };
  return printXml(root);
};

function suitesOf(result: CheckResult, context: ReportContext): Suite[] {
  const projects = result.projects.flatMap((project) => {
    const prefix = result.projects.length > 1 ? `${project.root}: ` : '';
    const tests = byTest(project).map(({ test, expectations }) => ({
      name: prefix + testName(test),
      project,
      cases: expectations.map((each) => expectationCase(project, each, context)),
    }));
    const findings = { name: `${prefix}findings`, project, cases: findingCases(project, context) };
    return project.findings === undefined && tests.length > 0 ? tests : [...tests, findings];
  });
  return [...projects, { name: 'the run', cases: runCases(result, context) }].filter(({ cases }) => cases.length > 0);
}

function expectationCase(project: ProjectResult, each: ExpectationResult, context: ReportContext): Case {
  const { text, outcome, reason, counterexample } = each;
  if (outcome === 'held') return { name: text, at: each };
  const kind = outcome === 'failed' ? 'failure' : 'error';
  const message = reason ?? (outcome === 'failed' ? 'it does not hold' : 'it could not be evaluated');
  const more = counterexample === undefined ? [] : [counterexampleLine(counterexample)];
  return {
    name: text,
    at: each,
    fault: { kind, type: 'failed-expectation', message, text: details(project, each, { context, message, more }) },
  };
}

/** Those of expectations are cases of their tests already. */
function findingCases(project: ProjectResult, context: ReportContext): Case[] {
  const findings = (project.findings ?? []).filter(({ rule }) => rule !== 'failed-expectation');
  return findings.map((finding) => findingCase(project, finding, context));
}

function findingCase(project: ProjectResult, finding: FindingResult, context: ReportContext): Case {
  const { rule, severity, message, related = [], fixes = [] } = finding;
  const more = [
    ...related.map((each) => `${placeText(project, each)}: ${each.message}`),
    ...fixes.map((title) => `fix: ${title}`),
  ];
  const name = `${rule}: ${message}`;
  const text = details(project, finding, { context, message: `${severity}: ${message}`, more });
  if (severity !== 'error') return { name, at: finding, note: text };
  return { name, at: finding, fault: { kind: 'failure', type: rule, message, text } };
}

interface Told {
  readonly context: ReportContext;
  readonly message: string;
  readonly more: readonly string[];
}

function details(project: ProjectResult, at: Located, { context, message, more }: Told): string {
  const source = sourceLines(project, at, context, (carets) => carets);
  const head = `${placeText(project, at)}: ${printable(message)}`;
  return [head, ...source, ...more.map((line) => `  ${printable(line)}`)].join('\n');
}

/** What fails a run beyond its findings and expectations. */
function runCases({ projects }: CheckResult, { problems, maxWarnings }: ReportContext): Case[] {
  const cases: Case[] = problems.map((problem) => ({
    name: problem,
    fault: { kind: 'error', type: 'run', message: problem, text: problem },
  }));
  if (maxWarnings === undefined) return cases;
  const warnings = projects.flatMap(({ findings = [] }) => findings.filter(({ severity }) => severity === 'warning'));
  const name = `at most ${count(maxWarnings, 'warning', 'warnings')}`;
  const message = `there are ${warnings.length}`;
  const isTooMany = warnings.length > maxWarnings;
  return [...cases, isTooMany ? { name, fault: { kind: 'failure', type: 'run', message, text: message } } : { name }];
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  const faults = cases.map(({ fault }) => fault?.kind);
  return {
    tests: cases.length,
    failures: faults.filter((kind) => kind === 'failure').length,
    errors: faults.filter((kind) => kind === 'error').length,
  };
}

function suiteElement({ name, project, cases }: Suite, context: ReportContext): XmlElement {
  const seen = new Map<string, number>();
  const content = cases.map((each): XmlElement => {
    const file =
      each.at === undefined || project === undefined ? '' : fileFrom(context.folder, project.root, each.at.file);
    // Some readers keep one case of a name.
    const key = JSON.stringify([file, each.name]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const place = each.at === undefined ? {} : { file, line: each.at.range.start.line + 1 };
    const attributes = { classname: file === '' ? name : file, name: nth === 1 ? each.name : `${each.name} (${nth})` };
    return { name: 'testcase', attributes: { ...attributes, ...place }, content: caseContent(each) };
  });
  return { name: 'testsuite', attributes: { name, ...countsOf(cases) }, content };
}

function caseContent({ fault, note }: Case): XmlElement[] {
  const { kind, type, message, text } = fault ?? {};
  const element: XmlElement[] =
    kind === undefined || type === undefined || message === undefined || text === undefined
      ? []
      : [{ name: kind, attributes: { type, message }, content: text }];
  return note === undefined ? element : [...element, { name: 'system-out', attributes: {}, content: note }];
}
