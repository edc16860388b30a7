// Answers as trees: what is assumed, what would allow what is refused and is written so, and questions written down.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type AnswerLine, answerTree, remedyEdits } from '../../../server/src/ide/answer/answer-tree.ts';
import { assuming, findAssumptions } from '../../../server/src/ide/answer/assumptions.ts';
import { type InsertedAs, insertionEdits } from '../../../server/src/ide/answer/insertion.ts';
import { type EvaluationRequest, questionText } from '../../../server/src/ide/evaluate.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import { editedSnapshot } from '../../../server/src/project/edited.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { writeName } from '../../../server/src/syntax/keywords.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { diskProject } from '../../support/snapshot.ts';

const desk = `user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "All" members bob }
role Auditor { description "Reads" members bob grants READ_ROLES }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "Works" members Agents grants READ_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
}
`;
const snapshot = snapshotOf(desk);

const read = { principal: 'alice', permission: 'READ_RECORDS', place: '"Service Desk"', record: [] };
const question = questionText(read);

function textsOf(lines: readonly AnswerLine[], depth = 0): string[] {
  return lines.flatMap(({ text, state, place, children }) => [
    `${'  '.repeat(depth)}${text}${state === undefined ? '' : ` (${state})`}${place === undefined ? '' : ` @${place.file}`}`,
    ...textsOf(children, depth + 1),
  ]);
}

describe('an answer as a tree', () => {
  it('has lines that lead to what they speak of', () => {
    const tree = answerTree(snapshot, { request: { ...read, principal: 'bob' } });
    assert.ok(tree);
    assert.deepEqual(
      [tree.question, tree.headline, tree.state],
      ['bob can READ_RECORDS in "Service Desk"', 'allowed when `Status is "Open"`', 'unknown'],
    );
    assert.deepEqual(textsOf(tree.lines).slice(0, 2), [
      '`READ_RECORDS` is granted (true) @main.writ',
      '  role `Agent` of `Service Desk` through `Agents` (true) @main.writ',
    ]);
    assert.deepEqual(tree.remedies, []);
  });

  it('has no line that leads nowhere, where nothing is broken: a comparison to where it is written, a group to what it is in', async () => {
    const placeless = (lines: readonly AnswerLine[]): string[] =>
      lines.flatMap(({ text, place, children }) => [...(place === undefined ? [text] : []), ...placeless(children)]);
    for (const sample of ['service-desk', 'contractors', 'read-only-reporting', 'cross-app']) {
      const project = await diskProject('samples', sample);
      const { users, objects, records } = project.model;
      const places = [
        ...[...objects.keys()].map((each) => `in ${writeName(each)}`),
        ...[...records.keys()].map((each) => `on ${writeName(each)}`),
      ];
      for (const where of places)
        for (const who of [...users.keys()].slice(0, 5)) {
          const asked = `${writeName(who)} can DELETE_RECORDS ${where}`;
          const tree = answerTree(project, { request: { question: asked } });
          assert.deepEqual(placeless([...(tree?.lines ?? []), ...(tree?.remedies ?? [])]), [], `${asked} in ${sample}`);
        }
    }
    const tree = answerTree(snapshot, { request: { ...read, principal: 'bob' } });
    const comparison = tree?.lines.flatMap(({ children }) => children.flatMap((each) => each.children))[0];
    assert.ok(comparison?.place);
    const { span } = comparison.place;
    assert.equal(desk.slice(span.start, span.end), 'Status is "Open"');
  });

  it('leads into the text as it is, whatever is assumed', () => {
    const assume = ['add `alice` to group `Agents`'];
    const tree = answerTree(snapshot, { request: read, assume });
    const all = (lines: readonly AnswerLine[]): AnswerLine[] => lines.flatMap((each) => [each, ...all(each.children)]);
    const found = all(tree?.lines ?? []).map(({ place }) => place && desk.slice(place.span.start, place.span.end));
    assert.ok(found.includes('"Open ones"'), found.join());
    assert.ok(found.includes('Status is "Open"'), found.join());
    assert.ok(
      found.every((each) => each === undefined || /^[\w" ]+$/.test(each)),
      found.join(),
    );
  });

  it('has what would allow what is refused, and what of it can be written', () => {
    const tree = answerTree(snapshot, { request: { ...read, permission: 'READ_ROLES', place: 'organization' } });
    assert.ok(tree);
    assert.equal(tree.headline, 'refused: no role grants it');
    assert.ok(
      tree.remedies.some(({ key }) => key === 'add `alice` to role `Auditor`'),
      JSON.stringify(tree.remedies),
    );
  });

  it('assumes what somebody says, one thing after the other', () => {
    const assume = ['add `alice` to group `Agents`'];
    const tree = answerTree(snapshot, { request: read, assume });
    assert.equal(tree?.headline, 'allowed when `Status is "Open"`');
    assert.deepEqual(tree.assumed, assume);
    const more = answerTree(snapshot, {
      request: read,
      assume: [...assume, 'name `alice` in policy `Open ones` of `Service Desk`'],
    });
    assert.equal(more?.headline, 'allowed when `Status is "Open"`');
    const open = answerTree(snapshot, {
      request: read,
      assume: [...assume, 'add a policy of `Service Desk` for `alice`'],
    });
    assert.equal(open?.headline, 'allowed');
    assert.equal(answerTree(snapshot, { request: read, assume: ['add `alice` to group `Nobody`'] }), undefined);
    assert.equal(answerTree(snapshot, { request: read })?.headline, 'refused: no role grants it');
  });

  it('knows what may be assumed of a question, by words of it', () => {
    const of = (text: string) => findAssumptions(snapshot, question, text).assumptions;
    assert.ok(of('').length > 5);
    assert.deepEqual(of('group agents'), ['add `alice` to group `Agents`']);
    assert.deepEqual(of('policy open'), ['name `alice` in policy `Open ones` of `Service Desk`']);
    assert.deepEqual(findAssumptions(snapshot, 'bob can READ_RECORDS in organization', 'grant').assumptions, [
      'grant `READ_RECORDS` in role `Auditor`',
    ]);
    assert.deepEqual(of('nothing like it'), []);
    assert.deepEqual(findAssumptions(snapshot, 'who can READ_RECORDS in "Service Desk"', '').assumptions, []);
    assert.deepEqual(findAssumptions(snapshot, 'no question', '').assumptions, []);
  });

  it('says how many more there are', () => {
    const groups = Array.from({ length: 200 }, (_, i) => `group G${i} { description "x" members bob }`).join('\n');
    const found = findAssumptions(snapshotOf(`${desk}${groups}\n`), question, 'add group');
    assert.deepEqual([found.assumptions.length, found.more], [50, 151]);
  });

  for (const sample of ['service-desk', 'contractors', 'read-only-reporting'])
    it(`can be assumed as it is said, and written so that it is allowed: ${sample}`, async () => {
      const project = await diskProject('samples', sample);
      const { assumed, written } = tryAll(project);
      assert.ok(assumed > 10 && written > 0, `${assumed} assumed, ${written} written`);
    });
});

/** Everything that may be assumed of some questions, and every remedy of them that can be written. */
function tryAll(project: Snapshot): { assumed: number; written: number } {
  let [assumed, written] = [0, 0];
  const principals = [...project.model.users.values()].filter(({ inactive }) => !inactive).slice(-2);
  for (const place of [
    'organization',
    ...[...project.model.objects.keys()].slice(0, 1).map((each) => JSON.stringify(each)),
  ])
    for (const { name } of principals)
      for (const permission of ['READ_RECORDS', 'DELETE_RECORDS']) {
        const request: EvaluationRequest = { principal: JSON.stringify(name), permission, place, record: [] };
        const asked = questionText(request);
        for (const each of findAssumptions(project, asked, '').assumptions) {
          const state = assuming(project, asked, [each]);
          if (state === undefined) continue;
          assumed++;
          const { answer } = askQuestion(state, asked);
          assert.ok(answer.kind === 'decision' && answer.decision.doubts.length === 0, `${asked}: ${each}`);
        }
        for (const { key } of answerTree(project, { request })?.remedies ?? []) {
          if (key === undefined) continue;
          const edits = remedyEdits(project, request, key);
          assert.ok(edits, `${asked}: ${key}`);
          written++;
          assert.equal(answerTree(edited(project, edits), { request })?.headline, 'allowed', `${asked}: ${key}`);
        }
      }
  return { assumed, written };
}

function edited(project: Snapshot, edits: Parameters<typeof editedSnapshot>[1]): Snapshot {
  const after = editedSnapshot(project, edits);
  assert.ok(after);
  return after;
}

describe('a question that was asked is written down', () => {
  /** The text that is put in, and what the question or expectation there comes to. */
  const inserted = (request: EvaluationRequest, as: InsertedAs): string => {
    const edits = insertionEdits(snapshot, { request, as, near: 'main.writ' });
    if ('problem' in edits) return edits.problem;
    const after = edited(snapshot, edits);
    assert.deepEqual(
      after.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    for (const { outcome } of after.outcomes) assert.equal(outcome.outcome, 'held');
    return edits.map(({ text }) => text.trim()).join();
  };

  it('as a query', () => {
    assert.equal(inserted(read, 'query'), 'query alice can READ_RECORDS in "Service Desk"');
    const record = [{ field: 'Status', value: '"Open"' }];
    assert.equal(
      inserted({ ...read, record }, 'query'),
      'query alice can READ_RECORDS in "Service Desk" with { Status "Open" }',
    );
    assert.equal(inserted({ question: 'who can' }, 'query'), 'the question cannot be read');
  });

  it('as an expectation of what holds today', () => {
    const bob = { ...read, principal: 'bob' };
    assert.equal(inserted(read, 'expect'), 'expect alice cannot READ_RECORDS in "Service Desk"');
    assert.equal(inserted(bob, 'expect'), 'expect bob can READ_RECORDS in "Service Desk" when Status is "Open"');
    const open = [{ field: 'Status', value: '"Open"' }];
    assert.equal(
      inserted({ ...bob, record: open }, 'expect'),
      'expect bob can READ_RECORDS in "Service Desk" with { Status "Open" }',
    );
    assert.equal(
      inserted({ ...read, permission: 'READ_ROLES', place: 'organization' }, 'expect'),
      'expect alice cannot READ_ROLES in organization',
    );
    assert.equal(
      inserted({ question: 'who can ADMIN in organization' }, 'expect'),
      'nothing is sure that could be expected',
    );
  });

  it('as a record', () => {
    const record = [{ field: 'Status', value: '"Open"' }];
    assert.equal(inserted({ ...read, record }, 'record'), 'record example in "Service Desk" { Status "Open" }');
    assert.equal(inserted(read, 'record'), 'nothing is said of a record');
  });

  it('not where no file is', () => {
    const edits = insertionEdits(snapshot, { request: read, as: 'query', near: 'other.writ' });
    assert.deepEqual(edits, { problem: '`other.writ` is no file of the project that can be written' });
  });
});
