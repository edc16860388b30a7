// What edits leave behind, whoever makes them: formatted text stays formatted, no block is left empty that may be left out, and no
// comment goes but with what it speaks of.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { lackOf } from '../../server/src/access/remedies/candidates.ts';
import type { Wish } from '../../server/src/access/remedies/types.ts';
import { permission } from '../../server/src/catalogue/permissions.ts';
import { editsOf } from '../../server/src/ide/answer/change-edits.ts';
import { insertionEdits } from '../../server/src/ide/answer/insertion.ts';
import { ignoreHere } from '../../server/src/ide/ignore-here.ts';
import { prove } from '../../server/src/ide/refactor/prove.ts';
import { selectionIn } from '../../server/src/ide/refactor/refactoring.ts';
import { offersAt } from '../../server/src/ide/refactor/registry.ts';
import type { Model } from '../../server/src/model/model.ts';
import type { BoundCan } from '../../server/src/model/question.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { fixAll } from '../../server/src/project/fix-all.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { textOf } from '../../server/src/project/sources.ts';
import type { FileContent, ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import type { Fix } from '../../server/src/rules/finding.ts';
import { writeName } from '../../server/src/syntax/keywords.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { formatText } from '../../server/src/syntax/print.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { readCorpus } from '../fuzz/corpus.ts';
import { tokenSpans } from '../fuzz/mutate.ts';
import { pages, projectOf } from '../rules/page.ts';
import { fixture } from '../support/fixture.ts';

/** The project with its files formatted: with line ends of Windows, or indented by tabs, where that is asked for. */
function formatted(input: ProjectInput, restyled: (text: string) => string = (text) => text): Snapshot {
  const files = new Map<string, FileContent>();
  for (const [path, content] of input.files)
    files.set(path, 'text' in content ? { text: restyled(formatText(content.text)) } : content);
  return createSnapshot({ ...input, files });
}

function faultsOf(before: Snapshot, edits: Fix['edits']): string[] {
  const after = editedSnapshot(before, edits);
  if (after === undefined) return ['the edits cannot be made'];
  const faults: string[] = [];
  for (const path of new Set(edits.map(({ place }) => place.file))) {
    const [old, now] = [textOf(before.input.files.get(path)), textOf(after.input.files.get(path))];
    if (old === undefined || now === undefined) continue;
    const style = old.includes('\n\t') ? { indent: '\t', tabSize: 4 } : undefined;
    if (formatText(old, style) === old && formatText(now, style) !== now) faults.push(`not formatted:\n${now}`);
    if (emptyUsers(now) > emptyUsers(old)) faults.push(`an empty block:\n${now}`);
    if (/\n\s*\n\s*\n/.test(now) && !/\n\s*\n\s*\n/.test(old)) faults.push(`two blank lines:\n${now}`);
  }
  return [...faults, ...lostComments(before, after, edits).map((comment) => `lost: ${comment}`)];
}

function emptyUsers(text: string): number {
  const blocks = parseFile(text).units.filter(({ declaration }) => declaration?.kind === 'user' && declaration.braces);
  return blocks.filter(({ declaration }) => declaration && 'items' in declaration && declaration.items.length === 0)
    .length;
}

function commentsOf({ text, comments }: SourceFile): string[] {
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** Those that are nowhere afterwards, and stood apart from all that was taken out. */
function lostComments(before: Snapshot, after: Snapshot, edits: Fix['edits']): string[] {
  const sources = (snapshot: Snapshot) =>
    [...snapshot.input.files.keys()].flatMap((path) => snapshot.source(path) ?? []);
  const left = sources(after).flatMap(commentsOf);
  return [...before.input.files.keys()].flatMap((file) => {
    const source = before.source(file);
    return (source?.comments ?? []).flatMap(({ start, end }) => {
      const comment = source?.text.slice(start, end).trimEnd() ?? '';
      const at = left.indexOf(comment);
      if (at >= 0) left.splice(at, 1);
      const isWithCode = edits.some(
        ({ place }) =>
          place.file === file &&
          place.span.start <= start &&
          end <= place.span.end &&
          tokenSpans(source?.text.slice(place.span.start, place.span.end) ?? '').length > 0,
      );
      return at >= 0 || isWithCode ? [] : [comment];
    });
  });
}

function check(what: string, before: Snapshot, edits: Fix['edits'] | undefined): void {
  if (edits !== undefined) assert.deepEqual(faultsOf(before, edits), [], what);
}

/** A suppression that nothing needs is a comment and goes alone. */
function checkFixes(snapshot: Snapshot, where: string): number {
  const findings = snapshot.findings.filter(({ rule }) => rule !== 'unused-suppression');
  const fixes = findings.flatMap((finding) => snapshot.fixesOf(finding).map((fix) => ({ finding, fix })));
  for (const { finding, fix } of fixes) check(`${finding.rule}: ${fix.title} in ${where}`, snapshot, fix.edits);
  return fixes.length;
}

/** Of each object as a whole, and of each of its records. */
function placesIn({ objects, records }: Model): BoundCan['place'][] {
  return [...objects.values()].flatMap((object): BoundCan['place'][] => [
    {
      kind: 'object',
      object,
      facts: { object, values: new Map(), relations: new Map() },
      record: undefined,
      given: false,
      when: undefined,
    },
    ...[...records.values()].flatMap((record): BoundCan['place'][] =>
      record.object !== object || record.facts === undefined
        ? []
        : [{ kind: 'object', object, facts: record.facts, record, given: true, when: undefined }],
    ),
  ]);
}

/** Every change that may be a part of a remedy: of users and accounts, for a permission of records and one of the organization. */
function checkRemedies(snapshot: Snapshot, where: string): number {
  const { model, input } = snapshot;
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const permissions = ['UPDATE_RECORDS', 'READ_ROLES'].flatMap((constant) => permission(constant) ?? []);
  let count = 0;
  for (const place of placesIn(model))
    for (const principal of [...model.users.values(), ...accounts]) {
      const wish: Wish = { kind: 'can', principal, permissions, place, today: input.today };
      for (const { change } of lackOf(model, wish).candidates) {
        check(`${change.kind} for ${principal.name} in ${where}`, snapshot, editsOf(snapshot, [change]));
        count++;
      }
    }
  return count;
}

/** What is offered at names, one of `every` so many. */
function checkRefactorings(snapshot: Snapshot, where: string, every: number): number {
  let count = 0;
  for (const path of snapshot.input.files.keys()) {
    const spans = tokenSpans(snapshot.source(path)?.text ?? '');
    for (const { start } of spans.filter((_, i) => i % every === 0)) {
      const selected = selectionIn(snapshot, path, { start, end: start });
      for (const offer of selected === undefined ? [] : offersAt(selected)) {
        const found = selected === undefined ? undefined : prove(selected, offer);
        if (found === undefined || 'refused' in found) continue;
        check(`${offer.title} in ${where}`, snapshot, found.edits);
        count++;
      }
    }
  }
  return count;
}

/** What is written down of questions, findings that are ignored, and all safe fixes at once. */
function checkWritten(snapshot: Snapshot, where: string): number {
  let count = 0;
  const [near = ''] = snapshot.input.files.keys();
  for (const object of snapshot.model.objects.keys())
    for (const as of ['query', 'expect', 'record'] as const)
      for (const user of snapshot.model.users.keys()) {
        const request = {
          principal: writeName(user),
          permission: 'DELETE_RECORDS',
          place: writeName(object),
          record: [],
        };
        const edits = insertionEdits(snapshot, { request, as, near });
        if ('problem' in edits) continue;
        check(`${as} in ${where}`, snapshot, edits);
        count++;
      }
  for (const finding of snapshot.findings) {
    const ignoring = ignoreHere(snapshot, finding);
    if (ignoring === undefined) continue;
    check(`ignoring ${finding.rule} in ${where}`, snapshot, ignoring.edits);
    count++;
  }
  const { after } = fixAll(snapshot, { covers: () => true, isWanted: () => true });
  for (const path of after.input.files.keys()) {
    const text = after.source(path)?.text ?? '';
    if (formatText(snapshot.source(path)?.text ?? '') === snapshot.source(path)?.text)
      assert.equal(formatText(text), text, where);
  }
  return count;
}

/** A project in which much is inactive, long, and commented. */
const crowded = `organization "Acme" { domains "acme.com" }

user ann "ann@acme.com" { inactive }
user bob "bob@acme.com" { inactive } // on leave until the summer
user cyd "cyd@acme.com" {
  // since the merger
  inactive
}
user dan "dan@acme.com" { external  inactive }
user eve "eve@acme.com" {
  inactive
}
user "a person with a very long name" "a.person.with.a.very.long.name@a.domain.with.a.long.name.acme.com"
group Team { members bob } // all of us

role Reader { members "a person with a very long name", bob, dan grants READ_RECORDS, READ_MESSAGES }

app Desk {
  field Owner: user
  field Status: choice("New", "Open")
  role Agent { members ann, bob, cyd, dan, eve grants READ_RECORDS, UPDATE_RECORDS, CREATE_RECORDS, READ_MESSAGES }
  policy "The team sees what is open" { to Team when Status is "Open" and (Owner is current user or Owner is empty) }
  service account Bot { purpose "Sorts" inactive }
  automation Sort {
    trigger createRecord
    runs as Bot
    built by ann
    action updateField where Status is "New"
  }
}

record one in Desk { Status "New"  Owner ann  watched by "a person with a very long name", ann, bob, cyd  mentions dan }
`;

describe('what edits leave behind', () => {
  it('of fixes of the pages', () => {
    for (const { id, blocks } of pages())
      for (const block of blocks)
        checkFixes(formatted(projectOf(block).snapshot.input), `${id}, ${block.section} ${block.index}`);
  });

  it('of fixes of the samples and the agreed examples', async () => {
    let count = 0;
    for (const { name, input } of await readCorpus()) count += checkFixes(formatted(input), name);
    assert.ok(count > 50, `${count} fixes`);
  });

  const restyled: Readonly<Record<string, (text: string) => string>> = {
    'two blanks': (text) => text,
    tabs: (text) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2)),
    'the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  };
  for (const [style, restyle] of Object.entries(restyled))
    it(`of everything in a crowded project, with ${style}`, () => {
      const snapshot = formatted(fixture(crowded).input, restyle);
      assert.ok(checkFixes(snapshot, style) > 3);
      assert.ok(checkRemedies(snapshot, style) > 50);
      assert.ok(checkRefactorings(snapshot, style, 1) > 5);
      assert.ok(checkWritten(snapshot, style) > 5);
    });

  it('of remedies and refactorings of samples', async () => {
    const chosen = (await readCorpus()).filter(({ name }) => ['desk', 'service-desk', 'contractors'].includes(name));
    assert.equal(chosen.length, 3);
    for (const { name, input } of chosen) {
      const snapshot = formatted(input);
      assert.ok(checkRemedies(snapshot, name) > 50, name);
      checkRefactorings(snapshot, name, 5);
      assert.ok(checkWritten(snapshot, name) > 5, name);
    }
  });

  it('is as it was written where that was not formatted, but for a block that is empty', () => {
    const { snapshot } = fixture('user   ann "ann@acme.com"   { inactive }\ngroup Team { members   ann }');
    const ann = snapshot.model.users.get('ann');
    assert.ok(ann);
    const edits = editsOf(snapshot, [{ kind: 'activate', who: ann }]);
    const after = edits && editedSnapshot(snapshot, edits);
    assert.equal(after?.source('main.writ')?.text, 'user   ann "ann@acme.com"\ngroup Team { members   ann }');
  });
});
