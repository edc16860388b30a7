// `--format junit`: well-formed XML whose counts are right.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { deskText } from './desk.ts';
import { type Files, writ } from './memory-host.ts';
import { readXml, type Xml } from './xml.ts';

async function suitesOf(files: Files, ...argv: string[]): Promise<readonly Xml[]> {
  const { out } = await writ([...(argv.length === 0 ? ['check'] : argv), '--format', 'junit'], files);
  const root = readXml(out);
  assert.equal(root.name, 'testsuites');
  const kinds = { failures: 'failure', errors: 'error' };
  const cases = root.children.flatMap(({ children }) => children);
  for (const { children, attributes } of [...root.children, { ...root, children: cases }]) {
    assert.equal(attributes['tests'], String(children.length), out);
    for (const [key, kind] of Object.entries(kinds)) {
      const count = children.filter((each) => each.children.some(({ name }) => name === kind)).length;
      assert.equal(attributes[key], String(count), out);
    }
  }
  return root.children;
}

/** Each case as `name`, with what it holds. */
function rows(suite: Xml | undefined): string[] {
  return (suite?.children ?? []).map(({ attributes, children }) =>
    [attributes['name'], ...children.map(({ name }) => name)].join(' | '),
  );
}

const desk = `${deskText}expect alice cannot READ_RECORDS in Desk
test "the desk" {
  expect bob can READ_RECORDS in Desk
  expect bob can READ_RECORDS in Desk when Status is "Open"
}
`;

describe('JUnit', () => {
  it('has expectations as the cases of their tests', async () => {
    const suites = await suitesOf({ 'desk.writ': desk });
    assert.deepEqual(
      suites.map(({ attributes }) => attributes['name']),
      ['expectations outside of tests', 'test "the desk"'],
    );
    assert.deepEqual(rows(suites[0]), ['expect alice cannot READ_RECORDS in Desk']);
    assert.deepEqual(rows(suites[1]), [
      'expect bob can READ_RECORDS in Desk | failure',
      'expect bob can READ_RECORDS in Desk when Status is "Open"',
    ]);
    const [failed] = suites[1]?.children ?? [];
    assert.deepEqual(
      ['classname', 'file', 'line'].map((key) => failed?.attributes[key]),
      ['desk.writ', 'desk.writ', '10'],
    );
    const text = failed?.children[0]?.text ?? '';
    assert.match(
      text,
      /^desk\.writ:10:3: .*\n {2}10 \| {3}expect bob can READ_RECORDS in Desk\n.*\^\^\^\n {2}counterexample: bob,/,
    );
  });

  it('has an expectation that cannot be evaluated as an error', async () => {
    const suites = await suitesOf({ 'a.writ': 'expect no can ADMIN in organization\n' });
    assert.deepEqual(rows(suites[0]), ['expect no can ADMIN in organization | error']);
  });

  it('has findings as a suite of their own, of which errors fail', async () => {
    const suites = await suitesOf({
      'writ.json': '{ "rules": { "unused-role": "warning" } }',
      'a.writ': 'role R { description "x"  grants READ_ROLES }\ngroup A { members no, no }\n',
    });
    assert.deepEqual(
      suites.map(({ attributes }) => attributes['name']),
      ['findings'],
    );
    const [first = '', second = '', ...others] = rows(suites[0]);
    assert.match(first, /^unused-role: .* \| system-out$/);
    assert.match(second, /^unknown-principal: .* \| failure$/);
    assert.ok(
      others.some((each) => / \(2\) \| failure$/.test(each)),
      others.join('\n'),
    );
  });

  it('of a project without anything is valid, and passes', async () => {
    assert.deepEqual(await suitesOf({ 'a.writ': '' }), []);
  });

  it('says what else fails a run', async () => {
    const files: Files = {
      'writ.json': '{ "rules": { "unused-role": "warning" } }',
      'a.writ': 'role R { description "x"  grants READ_ROLES }\n',
    };
    const most = async (n: string) => rows((await suitesOf(files, 'check', '--max-warnings', n)).at(-1));
    assert.deepEqual(await most('1'), ['at most 1 warning']);
    assert.deepEqual(await most('0'), ['at most 0 warnings | failure']);
    const unreadable = await suitesOf({ ...files, 'b.writ': new Uint8Array([0xff]) }, 'check', 'a.writ');
    assert.deepEqual(rows(unreadable.at(-1)), ['`b.writ` cannot be read: it is not UTF-8 | error']);
  });

  it('names the projects where there are several', async () => {
    const suites = await suitesOf({ 'a/writ.json': '{}', 'a/a.writ': desk, 'b/writ.json': '{}', 'b/b.writ': desk });
    assert.deepEqual(
      suites.map(({ attributes }) => attributes['name']),
      ['a', 'b'].flatMap((root) => [`${root}: expectations outside of tests`, `${root}: test "the desk"`]),
    );
    assert.equal(suites[3]?.children[0]?.attributes['file'], 'b/b.writ');
  });

  it('of `writ test` has expectations alone', async () => {
    const files = { 'desk.writ': `${desk}group A { members no }\n` };
    const suites = await suitesOf(files, 'test');
    assert.deepEqual(
      suites.map(({ attributes }) => attributes['name']),
      ['expectations outside of tests', 'test "the desk"'],
    );
  });
});
