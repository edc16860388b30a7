// Indexes that are carried over through edits against indexes that are made from nothing.
import { strict as assert } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'mocha';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { type Change, changeBetween } from '../../../server/src/access/index/change.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide } from '../../../server/src/access/index/decide.ts';
import { updated } from '../../../server/src/access/index/update.ts';
import { parseFile } from '../../../server/src/syntax/parse.ts';
import type { SourceFile, Unit } from '../../../server/src/syntax/source-file.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';
import { share } from '../../support/share.ts';
import { cases, caseText, decision, questionsOf, verdictOf } from './questions.ts';
import { reread } from './reread.ts';
import { bindSource, makeWorld, recordsOf, today, type World } from './worlds.ts';

/** One change of a declaration: mostly a sound one of a role or a policy. */
const edits: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.replace(/grants READ_RECORDS/, 'grants UPDATE_RECORDS'),
  (text) => text.replace(/grants (\w+)/, 'grants CREATE_RECORDS, $1'),
  (text, random) => text.replace(/members \w+/, `members ${random.pick(['ada', 'bo', 'Sales', '"Internal Users"'])}`),
  (text, random) => text.replace(/ to \w+/, ` to ${random.pick(['ada', 'Support', 'Orders.bot'])}`),
  (text) => text.replace(/when .*\}/, '}'),
  (text) => text.replace(/when /, 'when Total is not empty or '),
  (text) => text.replace(/when (\w)/, 'when No$1'),
  (text) => text.replace(/policy "P0" \{.*\}/, ''),
  (text) => text.replace(/expires [\d-]+/, ''),
  (text) => text.replace(/auto-share on \w+/, 'auto-share on share'),
  (text) => text.replace(/auto-share records on \w+/, 'auto-share records on watch'),
  (text) => text.replace(/roles [^}]*\}/, 'roles Worker inactive }'),
  (text) => text.replace(/service account bot/, 'service account other'),
  (text) => text.replace(/field Total: number/, 'field Sum: number'),
  (text) => text.replace(/role Worker/, 'role Clerk'),
  (text) => text.replace(/role Helper/, 'role Auditor'),
  (text) => text.replace(/user ada/, 'user ann'),
  (text) => text.replace(/group Sales \{ members \w+/, 'group Sales { members flo'),
  (text) => text.replace(/as assignee/, ''),
  (text) => text.replace(/watched by \w+/, 'watched by eve'),
  (text) => `role Fresh { members ada grants READ_RECORDS }\n${text}`,
  (text) => text.replace(/app Desk \{/, 'app Desk { role Extra { members cy grants READ_RECORDS }'),
];

/** Edits the declaration behind a random place, or before it where there is nothing to change. */
function edited(random: Random, text: string): string {
  const edit = random.pick(edits);
  const at = random.below(text.length);
  const behind = edit(text.slice(at), random);
  return text.slice(0, at) + behind === text ? edit(text, random) : text.slice(0, at) + behind;
}

function assertSame(index: AccessIndex, fresh: AccessIndex, world: World, what: string): void {
  for (const each of cases(fresh, recordsOf(world, 'full').slice(0, 5))) {
    const [question] = questionsOf(fresh, each);
    const [again] = questionsOf(index, each);
    assert.deepEqual(again, question, what);
    const answer = decide(fresh, question);
    if (decide(index, again) !== answer) assert.equal(decide(index, again), answer, `${what} ${caseText(each)}`);
    if (each.facts === undefined) assert.equal(answer, verdictOf(decision(fresh, each)), what);
  }
}

const changeOf = (before: SourceFile, after: SourceFile): Change =>
  changeBetween(new Map([['world.writ', before]]), new Map([['world.writ', after]]));

describe('access index: update', () => {
  it('is what it would be from nothing, through chains of edits', () => {
    let kept = 0;
    for (let seed = 0; seed < share(12); seed++) {
      const random = randomOf('update', seed);
      let { source, model, ...world } = makeWorld('update', seed);
      let index = compile(model, today);
      for (let step = 0; step < 12; step++) {
        const after = reread(source, edited(random, source.text));
        const change = changeOf(source, after);
        model = bindSource(after, model.semantics);
        const next = updated(index, model, change);
        const facts = [...model.records.values()].flatMap((record) => record.facts ?? []);
        assertSame(next, compile(model, today), { ...world, source, model, full: facts }, `${seed} ${step}`);
        kept += next.objects.filter((object, i) => object.table === index.objects[i]?.table).length;
        index = next;
        source = after;
      }
    }
    assert.ok(kept > share(100), `${kept} objects were kept`);
  });

  it('is made from nothing where files, directories or settings are others', () => {
    const { source, model } = makeWorld('elsewhere');
    const files = new Map([['a.writ', source]]);
    assert.equal(changeBetween(files, new Map([['b.writ', source]])).elsewhere, true);
    assert.equal(changeBetween(files, new Map()).elsewhere, true);
    assert.deepEqual(changeBetween(files, files), { declarations: [], elsewhere: false });
    const index = compile(model, today);
    const next = updated(index, bindSource(source, model.semantics), { declarations: [], elsewhere: true });
    assert.notEqual(next.people.memberships, index.people.memberships);
  });

  it('counts all that moved as changed', () => {
    const before = parseFile('user a "a@b.cc"\nuser b "b@b.cc"\nrole R { grants READ_RECORDS }\n');
    const [a, b, r] = before.units;
    assert.ok(a !== undefined && b !== undefined && r !== undefined);
    const kinds = (units: readonly Unit[]) =>
      changeOf(before, { ...before, units }).declarations.map((declaration) => declaration?.kind);
    assert.deepEqual(kinds([b, a, r]), ['user', 'user', 'user', 'user']);
    assert.deepEqual(kinds([a, b]), ['role']);
    assert.deepEqual(kinds([a, b, r]), []);
  });

  it('holds on to nothing of the model before', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const carried = carriedOver();
    for (let round = 0; round < 5 && carried.before.deref() !== undefined; round++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      collect();
    }
    assert.equal(carried.before.deref(), undefined);
    assert.ok(carried.index.objects.length > 0);
  });
});

/** An index after an edit of a query, and the users of the model before, which nothing else holds on to. */
function carriedOver(): { readonly index: AccessIndex; readonly before: WeakRef<object> } {
  const { source, model } = makeWorld('memory');
  const index = compile(model, today);
  for (const each of cases(index, [undefined])) decide(index, questionsOf(index, each)[1]);
  const change: Change = { declarations: [], elsewhere: false };
  const next = updated(index, bindSource(parseFile(source.text), model.semantics), change);
  return { index: next, before: new WeakRef(model.users) };
}
