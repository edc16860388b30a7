// What stands at the ends of the lines of queries and expectations.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { inlineAnswers, longestShort } from '../../server/src/ide/inline-answers.ts';
import { snapshotOf } from '../support/fixture.ts';

const project = `organization { domains "x.com" invites allowed-domains }
user ann "a@x.com"
user bob "b@x.com"
user zed "z@x.com" { inactive }
group Team { description "d" members ann, bob }
managed role "Admin" { members bob }
role Host { description "d" members ann grants CREATE_ORGANIZATION_USERS }
app Desk {
  field Status: choice("New", "Open")
  field Owner: user as assignee
  role Agent { description "d" members Team grants READ_RECORDS, UPDATE_RECORDS }
  role Cleaner { description "d" members ann grants DELETE_RECORDS }
  policy P { to ann when Status is "Open" }
  service account Bot { usable by bob }
}
`;

/** Each question with the state and the short text of its answer. */
function check(lines: readonly (readonly [question: string, answer: string])[]): void {
  const text = project + lines.map(([question]) => `${question}\n`).join('');
  const answers = inlineAnswers(snapshotOf(text), 'main.writ');
  assert.deepEqual(
    answers.map(({ state, short, lineEnd }) => {
      const start = text.lastIndexOf('\n', lineEnd - 1) + 1;
      return [text.slice(start, lineEnd), `${state}: ${short}`];
    }),
    lines,
  );
}

describe('inline answers', () => {
  it('tell the decisions apart', () => {
    check([
      ['query bob can DELETE_RECORDS in Desk', 'allowed: allowed'],
      ['query ann can READ_RECORDS in Desk', 'conditional: allowed when Status is "Open"'],
      ['query zed can READ_RECORDS in Desk', 'refused: refused: inactive'],
      ['query Team can DELETE_RECORDS in Desk', 'refused: refused: no role grants it'],
      ['query ann can READ_RECORDS in Desk with { Status "New" }', 'refused: refused: no data access'],
      ['query ann can invite "e@y.com"', 'refused: refused: the invite policy does not take this address'],
      ['query ann can use Desk.Bot', 'refused: refused: not usable by ann'],
      ['query ann can FOO in Desk', 'error: the question or what it names is broken'],
    ]);
  });

  it('say lists in one line', () => {
    check([
      ['query who can DELETE_RECORDS in Desk', 'list: 2 people: bob always; ann when Status is "Open"'],
      ['query who can UPDATE_ROLES in organization', 'list: 1 person: bob'],
      ['query what can Team do in organization', 'list: nothing'],
      ['query what can ann do in organization', 'list: 1 permission: CREATE_ORGANIZATION_USERS'],
    ]);
  });

  it('tell held, failed and what could not be evaluated', () => {
    check([
      ['expect bob can DELETE_RECORDS in Desk', 'held: held'],
      ['expect ann can READ_RECORDS in Desk', 'failed: failed for Status "New": allowed when Status is "Open"'],
      ['expect zed can READ_RECORDS in Desk', 'failed: failed: refused: zed is inactive'],
      ['expect ann can READ_RECORDS in Nowhere', 'error: error: the expectation or what it names is broken'],
    ]);
  });

  it('stand at the end of the last line of what they answer', () => {
    const text = `${project}query ann can READ_RECORDS\r\n  in Desk // so\r\nuser last "l@x.com"`;
    const [answer] = inlineAnswers(snapshotOf(text), 'main.writ');
    assert.equal(answer?.lineEnd, text.indexOf('\r\nuser last'));
    assert.equal(text.slice(answer?.span.start, answer?.span.end), 'query ann can READ_RECORDS\r\n  in Desk');
  });

  it('are cut, and whole beside it', () => {
    const options = Array.from({ length: 40 }, (_, i) => `"option ${i}"`).join(', ');
    const text = `user a "a@x.com"
app A {
  field F: choice(${options}, "last")
  role R { description "d" members a grants READ_RECORDS }
  policy P { to a when F is one of (${options}) }
}
query a can READ_RECORDS in A`;
    const [answer] = inlineAnswers(snapshotOf(text), 'main.writ');
    assert.equal(answer?.short.length, longestShort);
    assert.ok(answer.short.endsWith('…'));
    assert.ok(answer.full.startsWith(answer.short.slice(0, -1)) && answer.full.includes('option 39'));
  });

  it('belong to their file', () => {
    const snapshot = snapshotOf(
      '--- file: a.writ\nuser a "a@x.com"\n--- file: b.writ\nquery a can READ_RECORDS in organization',
    );
    assert.equal(inlineAnswers(snapshot, 'a.writ').length, 0);
    assert.equal(inlineAnswers(snapshot, 'b.writ').length, 1);
    assert.deepEqual(inlineAnswers(snapshot, 'none.writ'), []);
  });
});
