// `--format sarif`: valid by the standard's schema, complete, and the same findings that `check` has.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Result, Run } from 'sarif';
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import { rulePages } from '../../server/src/rules/pages.generated.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { deskText } from './desk.ts';
import { type Files, type Machine, writ } from './memory-host.ts';
import { readSarif, sarifProblems } from './sarif-schema.ts';

async function runOf(files: Files, machine?: Machine, ...argv: string[]): Promise<Run> {
  const { out, status } = await writ(['check', '--format', 'sarif', ...argv], files, machine);
  const { runs } = readSarif(out);
  const [run] = runs;
  assert.equal(runs.length, 1);
  assert.ok(run !== undefined);
  assert.equal(run.invocations?.[0]?.exitCode, status);
  assert.equal(run.invocations?.[0]?.executionSuccessful, status !== 2);
  return run;
}

const resultsOf = (run: Run): Result[] => run.results ?? [];
const uriOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
const regionOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation?.region;
const fingerprints = (run: Run) => resultsOf(run).map((each) => each.partialFingerprints?.['writFinding/v1']);

const desk = `${deskText}test "the desk" {
  expect bob can READ_RECORDS in Desk
}
`;

const broken: Files = {
  'writ.json': '{ "rules": { "unused-role": "hint" } }',
  'desk.writ': `${desk}group A { members alcie, alcie }
// writ-ignore unused-role, missing-description: it is for later
role Later { grants READ_ROLES }
user bob "other@acme.com"
`,
};

describe('SARIF', () => {
  it('is checked by a schema that takes not everything', () => {
    const run = { tool: { driver: { name: 'Writ' } }, results: [] };
    assert.deepEqual(sarifProblems({ version: '2.1.0', runs: [run] }), []);
    for (const bad of [
      { version: '2.0.0', runs: [run] },
      { version: '2.1.0', runs: [{ ...run, columnKind: 'bytes' }] },
      { version: '2.1.0', runs: [{ ...run, results: [{ message: {} }] }] },
      { version: '2.1.0', runs: [{ ...run, tool: {} }] },
      { version: '2.1.0', runs: [{ ...run, artifacts: [{ location: { uri: 'a b.writ' } }] }] },
      { version: '2.1.0', runs: [{ ...run, extra: 1 }] },
    ]) {
      assert.notDeepEqual(sarifProblems(bad), [], JSON.stringify(bad));
    }
  });

  it('is valid where there is nothing to say', async () => {
    const run = await runOf({ 'a.writ': '' });
    assert.deepEqual([run.results, run.tool.driver.rules], [[], []]);
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });

  it('has a result for each finding, in its order and at its place', async () => {
    const run = await runOf(broken);
    const { out } = await writ(['check', '--format', 'json'], broken);
    const { projects }: CheckResult = JSON.parse(out);
    const findings = projects[0]?.findings ?? [];
    const open = resultsOf(run).filter(({ suppressions = [] }) => suppressions.length === 0);
    assert.ok(findings.length >= 4);
    assert.deepEqual(
      open.map((each) => [each.ruleId, each.properties?.['severity'], uriOf(each), regionOf(each)]),
      findings.map(({ rule, severity, file, range: { start, end } }) => [
        rule,
        severity,
        file,
        {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
      ]),
    );
    const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
    assert.deepEqual(
      open.map(({ level }) => level),
      findings.map(({ severity }) => levels[severity]),
    );
  });

  it('describes the rules that have found something, each once, by their pages', async () => {
    const run = await runOf(broken);
    const described = run.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of resultsOf(run)) assert.equal(described[ruleIndex ?? -1]?.id, ruleId);
    const named = new Set(resultsOf(run).map(({ ruleId }) => ruleId));
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.filter(({ id }) => named.has(id)).map(({ id }) => id),
    );
    const unused = described.find(({ id }) => id === 'unused-role');
    assert.equal(unused?.defaultConfiguration?.level, 'warning');
    assert.deepEqual(unused?.properties?.['tags'], ['Without effect']);
    assert.match(unused?.shortDescription?.text ?? '', /^A custom role .*\.$/);
    assert.match(unused?.fullDescription?.text ?? '', /^Reports .*\.$/);
    assert.match(unused?.help?.markdown ?? '', /^# unused-role\n\n[\s\S]*^## Why$/m);
  });

  it('takes every page, without links to files that a report does not have', async () => {
    for (const { id } of rules) assert.ok(rulePages[id]?.includes('\n\nReports '), id);
    const { describeRules } = await import('../../server/src/cli/reporters/sarif-rules.ts');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const all = describeRules(
      rules.map(({ id }) => ({ rule: id, severity: 'error', message: 'x', file: 'a.writ', range })),
    );
    assert.equal(all.length, rules.length);
    for (const { id, help, fullDescription } of all) {
      assert.doesNotMatch(help?.markdown ?? '', /\]\((?!https:)/, id);
      assert.match(fullDescription?.text ?? '', /^Reports [^\n]+\.$/, id);
    }
    const driver = { name: 'Writ', rules: all };
    assert.deepEqual(sarifProblems({ version: '2.1.0', runs: [{ tool: { driver } }] }), []);
  });

  it('has failed expectations, with the record that shows it', async () => {
    const [result] = resultsOf(await runOf({ 'desk.writ': desk }));
    assert.equal(result?.ruleId, 'failed-expectation');
    assert.match(result?.message.text ?? '', /; counterexample: bob, on a record with Status "New"$/);
  });

  it('has fixes as edits, and places that are related', async () => {
    const results = resultsOf(await runOf(broken));
    const unknown = results.find(({ ruleId }) => ruleId === 'unknown-principal');
    const region = { startLine: 11, startColumn: 19, endLine: 11, endColumn: 24 };
    assert.deepEqual(unknown?.fixes?.[0]?.artifactChanges, [
      {
        artifactLocation: { uri: 'desk.writ', uriBaseId: '%SRCROOT%' },
        replacements: [{ deletedRegion: region, insertedContent: { text: 'alice' } }],
      },
    ]);
    const twice = results.find(({ ruleId }) => ruleId === 'duplicate-name');
    const related = twice?.relatedLocations?.map(({ message, physicalLocation }) => [
      message?.text !== '',
      physicalLocation?.region?.startLine,
    ]);
    assert.deepEqual(related, [[true, 2]]);
  });

  it('has what is suppressed, with the reason, and says of the rest that it is not', async () => {
    const results = resultsOf(await runOf(broken));
    const hidden = results.filter(({ suppressions = [] }) => suppressions.length > 0);
    assert.deepEqual(
      hidden.map(({ ruleId, suppressions }) => [ruleId, suppressions]),
      ['missing-description', 'unused-role'].map((id) => [
        id,
        [{ kind: 'inSource', justification: 'it is for later' }],
      ]),
    );
    assert.ok(results.every(({ suppressions }) => suppressions !== undefined));
  });

  it('knows a finding again where lines move, are indented, or end otherwise', async () => {
    const before = await runOf(broken);
    const text = String(broken['desk.writ']);
    const all = fingerprints(before);
    assert.equal(new Set(all).size, all.length);
    const moved = `// new\n\nuser carol "carol@acme.com"\n${text}`;
    for (const next of [moved, text.replaceAll('\n', '\r\n'), text.replaceAll('group A {', '\tgroup  A  {')]) {
      assert.deepEqual(fingerprints(await runOf({ ...broken, 'desk.writ': next })), all);
    }
    const machine = { cwd: '/project/sub', env: { GITHUB_WORKSPACE: '/project' } };
    assert.deepEqual(fingerprints(await runOf(broken, machine, '..')), all);
    const other = fingerprints(await runOf({ ...broken, 'desk.writ': text.replace('group A', 'group B') }));
    assert.notDeepEqual(other, all);
  });

  it('holds several projects in one run, their files from the root of the repository', async () => {
    const files: Files = {
      'a/writ.json': '{}',
      'a/x y/1%#?.writ': 'group A { members no }\n',
      'b/writ.json': '{}',
      'b/日本:é.writ': 'group A { members no }\n',
    };
    const uris = async (machine?: Machine) => [
      ...new Set(
        resultsOf(await runOf(files, machine, ...(machine === undefined ? [] : ['/project']))).map((each) =>
          uriOf(each),
        ),
      ),
    ];
    const [one, other] = ['a/x%20y/1%25%23%3F.writ', 'b/%E6%97%A5%E6%9C%AC%3A%C3%A9.writ'];
    assert.deepEqual(await uris(), [one, other]);
    const inside = { cwd: '/project/a', env: { GITHUB_WORKSPACE: '/project' } };
    assert.deepEqual(await uris(inside), [one, other]);
    assert.deepEqual(await uris({ cwd: '/project/a' }), ['x%20y/1%25%23%3F.writ', `../${other}`]);
  });

  it('names a file of another drive as a whole', async () => {
    const machine = { cwd: 'c:/project', windows: true };
    const run = await runOf({ 'd:/a b/x.writ': 'group A { members no }\n', 'c:/project/': '' }, machine, 'd:/a b');
    const location = resultsOf(run)[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.deepEqual(location, { uri: 'file:///d:/a%20b/x.writ' });
  });

  it('says what could not be done', async () => {
    const files: Files = { 'writ.json': '{}', 'a.writ': '', 'b.writ': new Uint8Array([0xff]) };
    const all = await runOf(files);
    const [unreadable] = resultsOf(all);
    assert.deepEqual(
      [unreadable?.ruleId, uriOf(unreadable), regionOf(unreadable)],
      ['unreadable-file', 'b.writ', undefined],
    );
    const one = await runOf(files, {}, 'a.writ', 'missing.writ');
    const told = one.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text);
    assert.equal(told?.length, 2);
    assert.match(told?.[0] ?? '', /^`missing\.writ` cannot be read/);
    assert.match(told?.[1] ?? '', /^`b\.writ` cannot be read/);
  });

  it('is the same for the same input', async () => {
    const twice = await Promise.all([1, 2].map(() => writ(['check', '--format', 'sarif'], broken)));
    assert.equal(twice[0]?.out, twice[1]?.out);
    const crlf = { ...broken, 'z.writ': 'group Z { members no }\n' };
    const backwards = Object.fromEntries(Object.entries(crlf).toReversed());
    const outputs = await Promise.all([crlf, backwards].map((files) => writ(['check', '--format', 'sarif'], files)));
    assert.equal(outputs[0]?.out, outputs[1]?.out);
  });
});
