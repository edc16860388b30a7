// The matrix says of each cell what the question about it is answered, of sound text and of broken.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { answerQuestion } from '../../../server/src/access/answer-question.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { principalAt } from '../../../server/src/access/index/people.ts';
import { absent, type Cell, cellOf, doubted } from '../../../server/src/access/matrix/cell.ts';
import { openPlace, rowOf, sheetOf } from '../../../server/src/access/matrix/sheet.ts';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { Principal } from '../../../server/src/model/symbols.ts';
import { parseFile } from '../../../server/src/syntax/parse.ts';
import { randomOf } from '../../fuzz/random.ts';
import { share } from '../../support/share.ts';
import { damaged } from '../index/damaged.ts';
import { askedPermissions, bindSource, makeWorld, today } from '../index/worlds.ts';

type Tally = Map<string, number>;

/** Some that roles of the worlds grant, one that none does, and one that only an organization has. */
const asked: readonly Permission[] = [
  ...askedPermissions,
  ...permissions.filter(({ scopes }) => !scopes.includes('object')).slice(0, 1),
  ...permissions.filter(({ constant }) => constant === 'DELETE_RECORDS'),
];

function expected(
  model: Model,
  principal: Principal,
  permission: Permission,
  place: ReturnType<typeof openPlace>,
): Cell {
  if (!permission.scopes.includes(place.kind)) return absent;
  const question = {
    kind: 'can',
    principal,
    negated: false,
    permissions: [permission],
    place,
    asOf: undefined,
  } as const;
  const answer = answerQuestion(model, question, today);
  if (answer.kind === 'decision') return cellOf(answer.decision);
  assert.equal(answer.reason, `\`${principalPath(principal)}\` is declared with an error`);
  return doubted(absent, answer.reason);
}

function compareAll(model: Model, tally: Tally, what: string): void {
  const index = compile(model, today);
  for (const object of [undefined, ...index.objects]) {
    const sheet = sheetOf(index, object?.number);
    assert.ok(sheet !== undefined);
    const place = openPlace(object);
    for (let at = 0; at < index.people.flags.length; at++) {
      const principal = principalAt(index.people, at);
      assert.ok(principal !== undefined);
      rowOf(sheet, at, asked).forEach((cell, i) => {
        const permission = asked[i];
        assert.ok(permission !== undefined);
        const right = expected(model, principal, permission, place);
        const where = `${principalPath(principal)} ${permission.constant} ${object?.symbol.name ?? 'organization'}\n${what}`;
        assert.deepEqual(cell, right, where);
        tally.set(cell.verdict, (tally.get(cell.verdict) ?? 0) + 1);
      });
    }
  }
}

const verdicts = ['absent', 'allowed', 'allowed-when', 'refused'];

function assertSeen(tally: Tally, seen: readonly string[]): void {
  for (const each of seen) assert.ok((tally.get(each) ?? 0) > share(50), JSON.stringify([...tally]));
}

describe('matrix of a place', () => {
  it('says what questions are answered', () => {
    const tally: Tally = new Map();
    for (let seed = 0; seed < share(40); seed++) {
      const { model, text } = makeWorld('matrix', seed);
      compareAll(model, tally, `${seed}\n${text}`);
    }
    assertSeen(tally, verdicts);
  });

  it('says what questions are answered of broken text, and never that it is sure', () => {
    const tally: Tally = new Map();
    for (let seed = 0; seed < share(60); seed++) {
      const random = randomOf('broken matrix', seed);
      const world = makeWorld('broken matrix', seed);
      const text = damaged(random, damaged(random, world.text));
      compareAll(bindSource(parseFile(text), world.model.semantics), tally, `${seed}\n${text}`);
    }
    assertSeen(tally, [...verdicts, 'error']);
  });

  it('makes the rows that are asked for, and one for each time', () => {
    const { model } = makeWorld('matrix', 1);
    const index = compile(model, today);
    const sheet = sheetOf(index, 0);
    assert.ok(sheet !== undefined);
    assert.equal(sheetOf(index, 0), sheet);
    assert.equal(sheet.made, 0);
    for (const at of [2, 4]) assert.equal(rowOf(sheet, at).length, sheet.permissions.length);
    assert.equal(sheet.made, 2);
    assert.equal(sheetOf(index, index.objects.length), undefined);
  });
});
