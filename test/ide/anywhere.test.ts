// Whatever the text and wherever the cursor: nothing throws, and every range lies inside its document.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { grantedBy, grantItemAt, grantsTo } from '../../server/src/ide/call-hierarchy.ts';
import { codeLenses } from '../../server/src/ide/code-lens.ts';
import { declaration } from '../../server/src/ide/declaration.ts';
import { definition } from '../../server/src/ide/definition.ts';
import { documentLinks } from '../../server/src/ide/document-links.ts';
import { explainQueryAt } from '../../server/src/ide/explanation-document.ts';
import { folding } from '../../server/src/ide/folding.ts';
import { answerHints } from '../../server/src/ide/hints/answers.ts';
import { hintKinds, type InlayHint } from '../../server/src/ide/hints/hint.ts';
import { hover } from '../../server/src/ide/hover.ts';
import { implementation } from '../../server/src/ide/implementation.ts';
import { inlayHints } from '../../server/src/ide/inlay-hints.ts';
import { inlineAnswers } from '../../server/src/ide/inline-answers.ts';
import { lensSwitches } from '../../server/src/ide/lenses/lens.ts';
import { lensText } from '../../server/src/ide/lenses/title.ts';
import { linkedEditing } from '../../server/src/ide/linked-editing.ts';
import type { OutlineNode } from '../../server/src/ide/outline.ts';
import { highlights, references } from '../../server/src/ide/references.ts';
import { selectionRanges } from '../../server/src/ide/selection-ranges.ts';
import { signatureHelp } from '../../server/src/ide/signature-help.ts';
import { documentSymbols, workspaceSymbols } from '../../server/src/ide/symbols.ts';
import { typeDefinition } from '../../server/src/ide/type-definition.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { covers, type Span } from '../../server/src/text/span.ts';
import { snapshotOf } from '../support/fixture.ts';
import { tokensOf } from './token-text.ts';

const path = 'main.writ';

const sample = `organization "Acmé\u{1F600}" { domains "a.com" }\r
directory "none.json"
user ann "a@a.com" { Region "EU" } /* c
c */ group Team { description "d" members ann, "nobody" }
role R { description "d" members Team grants READ_RECORDS, view on Records, NOPE auto-share on watch expires 2026-13-40 }
app "D\u{1F600}k" {
\tfield S: choice("N", "O")
  field U: user as assignee
  managed role "App Admin" { members ann }
  default policy
  policy P { to Team when S is "N" and not (U is current user) }
  auto-share records on watch, wach
  service account Bot { roles R usable by ann }
  automation A { trigger createRecord runs as Bot built by ann action updateField where S is "N" action createRecord in "D\u{1F600}k" }
  agent G { built by ann tool searchAspect runs as current user }
}
record r in "D\u{1F600}k" { S "N" U ann watched by ann }
query ann can READ_RECORDS on r
query who can READ_RECORDS in "D\u{1F600}k" when S is "O"
query what can "D\u{1F600}k".Bot do in "D\u{1F600}k" with { S "N" }
query ann can use "D\u{1F600}k".Bot
test "t" { expect only ann can ADMIN in organization as of 2026-01-01 expect ann can }
expect nobody but Team can READ_RECORDS in "D\u{1F600}k"
`;

function checkEverywhere(text: string, step: number): void {
  const snapshot = snapshotOf(text);
  const isInside = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
  const check = (span: Span, what: string) => assert.ok(isInside(span), `${what} ${span.start}-${span.end}`);
  for (let offset = 0; offset <= text.length; offset += step) checkAt(snapshot, offset, check);
  const visit = (node: OutlineNode) => {
    check(node.span, 'outline');
    check(node.selection, 'selection');
    assert.notEqual(node.name, '');
    node.children.forEach(visit);
  };
  documentSymbols(snapshot, path).forEach(visit);
  for (const { span } of workspaceSymbols(snapshot, 'a')) check(span, 'symbol');
  for (const { span, lineEnd, short } of inlineAnswers(snapshot, path)) {
    check(span, 'answer');
    check({ start: span.end, end: lineEnd }, 'line end');
    assert.doesNotMatch(short, /[\r\n]/);
  }
  for (const { span } of documentLinks(snapshot, path)) check(span, 'link');
  for (const form of ['names', 'all'] as const) checkTokens(snapshot, text, form);
  const all = { start: 0, end: text.length };
  for (const hint of inlayHints(snapshot, path, all, new Set(hintKinds))) checkHint(hint, check);
  for (const hint of answerHints(snapshot, path, all, new Map()).hints) checkHint(hint, check);
  for (const { kind, span } of codeLenses(snapshot, path, new Set(lensSwitches))) {
    check(span, 'lens');
    assert.notEqual(lensText(snapshot, path, span.start, kind)?.title, '');
  }
  const lines = snapshot.lines(path)?.lineCount ?? 0;
  for (const { start, end } of folding(snapshot, path)) assert.ok(0 <= start && start < end && end < lines);
}

/** Words one behind the other, each on one line. */
function checkTokens(snapshot: Snapshot, text: string, form: 'names' | 'all'): void {
  let last = 0;
  for (const { start, end } of tokensOf(snapshot, path, form)) {
    assert.ok(last <= start && start < end && end <= text.length, `${form} ${start}-${end}`);
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
    last = end;
  }
}

function checkHint({ label, offset, target, tooltip }: InlayHint, check: (span: Span, what: string) => void): void {
  check({ start: offset, end: offset }, 'hint');
  assert.match(label, /^[^\r\n]+$/);
  assert.notEqual(tooltip().trim(), '');
  const place = target?.();
  if (place?.file === path) check(place.span, 'target of a hint');
}

function checkAt(snapshot: Snapshot, offset: number, check: (span: Span, what: string) => void): void {
  const shown = hover(snapshot, path, offset);
  if (shown !== undefined) {
    check(shown.span, 'hover');
    assert.ok(shown.span.start <= offset && offset <= shown.span.end, 'a hover speaks of what it is over');
    assert.ok(shown.markdown.trim() !== '');
  }
  for (const find of [definition, declaration, typeDefinition, implementation]) {
    const found = find(snapshot, path, offset);
    for (const span of found === undefined ? [] : [found.from, ...found.to.map((place) => place.span)])
      check(span, find.name);
  }
  for (const span of selectionRanges(snapshot, path, offset)) check(span, 'selection');
  for (const span of linkedEditing(snapshot, path, offset)?.spans ?? []) check(span, 'linked');
  const granting = grantItemAt(snapshot, path, offset);
  for (const { item, at: places } of granting === undefined
    ? []
    : [...grantedBy(snapshot, granting), ...grantsTo(snapshot, granting)]) {
    for (const span of [item.place.span, item.whole, ...places.map((place) => place.span)]) check(span, 'granting');
    assert.ok(item.name !== '' && covers(item.whole, item.place.span));
  }
  for (const { span } of references(snapshot, path, offset, true)) check(span, 'reference');
  for (const { span } of highlights(snapshot, path, offset)) check(span, 'highlight');
  explainQueryAt(snapshot, path, offset);
  for (const { label, parameters } of signatureHelp(snapshot, path, offset)?.signatures ?? [])
    for (const { span } of parameters) assert.ok(0 <= span.start && span.start < span.end && span.end <= label.length);
}

describe('anywhere', () => {
  it('in a text with every kind of thing, sound and broken', () => checkEverywhere(sample, 1));

  it('in a text cut off anywhere', () => {
    for (let end = 0; end < sample.length; end += 23) checkEverywhere(sample.slice(0, end), 17);
  });

  it('in a text with a piece taken out or put in', () => {
    const at = fc.nat(sample.length);
    const piece = fc.constantFrom(
      '',
      '{',
      '}',
      '"',
      '(',
      ',',
      ' can ',
      '\n',
      '/*',
      '\u{1F600}',
      'in organization',
      'user ann',
    );
    fc.assert(
      fc.property(at, fc.nat(30), piece, (start, length, put) => {
        checkEverywhere(sample.slice(0, start) + put + sample.slice(start + length), 29);
      }),
      { numRuns: 60 },
    );
  });

  it('outside of the text and in files that are not there', () => {
    const snapshot = snapshotOf(sample);
    for (const offset of [-1, sample.length + 1, Number.MAX_SAFE_INTEGER]) {
      hover(snapshot, path, offset);
      definition(snapshot, path, offset);
      references(snapshot, path, offset, true);
    }
    assert.equal(hover(snapshot, 'none.writ', 0), undefined);
    assert.equal(definition(snapshot, 'none.writ', 0), undefined);
    assert.deepEqual(documentSymbols(snapshot, 'none.writ'), []);
    assert.deepEqual(folding(snapshot, 'none.writ'), []);
  });
});
