// What each format makes of the same values.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import pc from 'picocolors';
import type { CheckResult, ProjectResult } from '../../server/src/cli/check-result.ts';
import { reportGithub } from '../../server/src/cli/reporters/github.ts';
import { reportJson } from '../../server/src/cli/reporters/json.ts';
import { reportPretty } from '../../server/src/cli/reporters/pretty.ts';
import type { ReportContext, Reporter } from '../../server/src/cli/reporters/reporter.ts';
import { writ } from './memory-host.ts';

function range(line: number, from: number, to: number, endLine = line) {
  return { start: { line, character: from }, end: { line: endLine, character: to } };
}

const desk: ProjectResult = {
  root: '.',
  files: 2,
  findings: [
    {
      rule: 'unknown-role',
      severity: 'error',
      message: 'no role `Desk Agnt`',
      file: 'desk.writ',
      range: range(1, 7, 18),
      related: [{ file: 'org.writ', range: range(0, 5, 17), message: 'a role of this name, 50% alike' }],
      fixes: ['Change to `"Desk Agent"`'],
    },
    { rule: 'failed-expectation', severity: 'error', message: 'this fails', file: 'desk.writ', range: range(2, 0, 30) },
    {
      rule: 'unused-role',
      severity: 'warning',
      message: 'nobody holds `A`',
      file: 'desk.writ',
      range: range(3, 5, 1, 4),
    },
    { rule: 'lost-sight', severity: 'info', message: 'lost', file: 'gone.writ', range: range(0, 0, 0) },
    { rule: 'vague-name', severity: 'hint', message: 'vague', file: 'org.writ', range: range(0, 0, 4) },
  ],
  answers: [
    {
      file: 'q.writ',
      range: range(0, 0, 9),
      query: 'a can X on r',
      decision: 'allowed',
      reason: 'allowed: role `Admin`',
    },
    {
      file: 'q.writ',
      range: range(1, 0, 9),
      query: 'b can X in D',
      decision: 'allowed-when',
      when: 'S is "Open"',
      reason: 'allowed when S is "Open"',
    },
    {
      file: 'q.writ',
      range: range(2, 0, 9),
      query: 'c can X in D',
      decision: 'refused',
      refusal: 'no-role',
      reason: 'refused: no role grants it to `c`',
    },
    {
      file: 'q.writ',
      range: range(3, 0, 9),
      query: 'who can X in D',
      decision: 'list',
      list: [
        { name: 'alice', origin: 'role `Admin`' },
        { name: '日本', when: 'S is "Open"', origin: 'role `Agent`' },
        { name: 'c' },
      ],
    },
    { file: 'q.writ', range: range(4, 0, 9), query: 'who can Y in D', decision: 'list' },
    { file: 'q.writ', range: range(5, 0, 9), query: 'e can', decision: 'error', reason: 'the question is broken' },
    { file: 'q.writ', range: range(6, 0, 9), query: 'f can X in D', decision: 'unknown', reason: 'not decided' },
  ],
  expectations: [
    {
      file: 'desk.writ',
      range: range(2, 0, 30),
      test: 'the desk',
      text: 'expect a can X in D',
      outcome: 'failed',
      reason: 'refused',
      counterexample: {
        principal: 'a',
        record: { Status: 'Open', Priority: 3, Labels: ['vip', 'late'], Assignee: null },
      },
    },
    { file: 'desk.writ', range: range(3, 0, 30), test: 'the desk', text: 'expect b can X in D', outcome: 'held' },
    { file: 'desk.writ', range: range(5, 0, 30), text: 'expect c can X in D', outcome: 'held' },
  ],
};

const sources: Readonly<Record<string, readonly string[]>> = {
  'desk.writ': ['app Desk {', '\troles "Desk Agnt"', 'expect a can READ_RECORDS in D', 'role A {', '}'],
  'org.writ': ['role "Desk Agent" {'],
};

function render(reporter: Reporter, projects: readonly ProjectResult[], context: Partial<ReportContext> = {}): string {
  const result: CheckResult = { version: 1, asOf: '2026-11-21', projects };
  return reporter(result, {
    colors: pc.createColors(false),
    width: 80,
    folder: '',
    status: 0,
    problems: [],
    maxWarnings: undefined,
    details: () => ({ fixesOf: () => [], suppressed: [] }),
    lineText: (_, file, line) => sources[file]?.[line],
    ...context,
  });
}

describe('pretty', () => {
  it('shows findings in their lines, answers, outcomes by test, and counts', () => {
    assert.equal(
      render(reportPretty, [desk]),
      `desk.writ:2:8: error: no role \`Desk Agnt\` [unknown-role]
  2 |     roles "Desk Agnt"
    |           ^^^^^^^^^^^
  org.writ:1:6: a role of this name, 50% alike
  1 | role "Desk Agent" {
    |      ^^^^^^^^^^^^
  fix: Change to \`"Desk Agent"\`

desk.writ:3:1: error: this fails [failed-expectation]
  3 | expect a can READ_RECORDS in D
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  counterexample: a, on a record with Status "Open", Priority 3, Labels ("vip", "late"), Assignee empty

desk.writ:4:6: warning: nobody holds \`A\` [unused-role]
  4 | role A {
    |      ^^^ to line 5

gone.writ:1:1: info: lost [lost-sight]

org.writ:1:1: hint: vague [vague-name]
  1 | role "Desk Agent" {
    | ^^^^

q.writ:1:1: query a can X on r
  allowed: role \`Admin\`

q.writ:2:1: query b can X in D
  allowed when S is "Open"

q.writ:3:1: query c can X in D
  refused: no role grants it to \`c\`

q.writ:4:1: query who can X in D
  alice  role \`Admin\`
  日本   when S is "Open"; role \`Agent\`
  c

q.writ:5:1: query who can Y in D
  nobody

q.writ:6:1: query e can
  cannot be answered: the question is broken

q.writ:7:1: query f can X in D
  unknown

test "the desk": 1 of 2 hold
expectations outside of tests: 1 of 1 holds

2 errors, 1 warning, 1 info, 1 hint in 2 files
2 of 3 expectations hold, 6 of 7 queries answered
`,
    );
  });

  it('of nothing says so', () => {
    assert.equal(render(reportPretty, [{ root: '.', files: 1 }]), 'no findings in 1 file\n');
    const two = [
      { root: 'a', files: 1 },
      { root: 'b', files: 0 },
    ];
    assert.equal(render(reportPretty, two), 'no findings in 1 file of 2 projects\n');
  });

  it('names files from the working folder', () => {
    assert.match(render(reportPretty, [{ ...desk, root: '../org/desk' }]), /^\.\.\/org\/desk\/desk\.writ:2:8: error/);
  });

  it("has colour where it may, and none of the user's", () => {
    const colored = render(reportPretty, [desk], { colors: pc.createColors(true) });
    assert.ok(colored.includes('\u001b[31merror\u001b[39m'));
    const evil: ProjectResult = {
      root: '.',
      files: 1,
      findings: [
        {
          rule: 'r',
          severity: 'error',
          message: 'a\u001b[2Jb\nc',
          file: 'x\u001b.writ',
          range: range(0, 0, 1),
          fixes: ['f\u001b'],
        },
      ],
      answers: [
        {
          file: 'x.writ',
          range: range(0, 0, 1),
          query: 'q\u001b',
          decision: 'list',
          list: [{ name: 'n\u001b', when: 'w\u009b', origin: 'o\u001b' }],
        },
      ],
      expectations: [
        { file: 'x.writ', range: range(0, 0, 1), test: 't\u009b\u202e', text: 'e\u001b', outcome: 'held' },
      ],
    };
    const shown = render(reportPretty, [evil], { lineText: () => '\u001b[31m' });
    assert.doesNotMatch(shown.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
    assert.match(shown, /a\\u001B\[2Jb\\nc/);
  });
});

describe('github', () => {
  it('is one workflow command for each finding, and a line of counts', () => {
    assert.equal(
      render(reportGithub, [desk], { folder: 'access' }),
      `::error file=access/desk.writ,line=2,endLine=2,col=8,endColumn=19,title=unknown-role::no role \`Desk Agnt\`%0Aorg.writ:1: a role of this name, 50%25 alike
::error file=access/desk.writ,line=3,endLine=3,col=1,endColumn=31,title=failed-expectation::this fails
::warning file=access/desk.writ,line=4,endLine=5,title=unused-role::nobody holds \`A\`
::notice file=access/gone.writ,line=1,endLine=1,col=1,endColumn=1,title=lost-sight::lost
::notice file=access/org.writ,line=1,endLine=1,col=1,endColumn=5,title=vague-name::vague
2 errors, 1 warning, 1 info, 1 hint in 2 files; 2 of 3 expectations hold, 6 of 7 queries answered
`,
    );
  });

  it('names files from the root of the repository', async () => {
    const files = { '/repo/access/desk/writ.json': '{ "no": 1 }' };
    const machine = { cwd: '/repo/access', env: { GITHUB_WORKSPACE: '/repo/' } };
    const { out } = await writ(['check', 'desk', '--format', 'github'], files, machine);
    assert.match(out, /^::error file=access\/desk\/writ\.json,line=1,/);
  });

  it('lets no name end a command or begin another', () => {
    const finding = {
      rule: 'r',
      severity: 'error',
      message: 'a%\n::error::b\r',
      file: 'x,y:z\n.writ',
      range: range(0, 0, 1),
    } as const;
    assert.equal(
      render(reportGithub, [{ root: '../other', files: 1, findings: [finding] }], { folder: 'a/b' }).split('\n')[0],
      '::error file=a/other/x%2Cy%3Az\\n.writ,line=1,endLine=1,col=1,endColumn=2,title=r::a%25\\n::error::b\\r',
    );
  });
});

describe('json', () => {
  it('is the values themselves', () => {
    assert.deepEqual(JSON.parse(render(reportJson, [desk])), { version: 1, asOf: '2026-11-21', projects: [desk] });
  });
});
