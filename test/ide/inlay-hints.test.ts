// Hints inside of lines: what levels include, what names resolve to, answers and how they grow old.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { levelGrants, permissionGroups } from '../../server/src/catalogue/permissions.ts';
import type { PermissionGroup, PlaceKind } from '../../server/src/catalogue/types.ts';
import { answerHints } from '../../server/src/ide/hints/answers.ts';
import { type HintKind, hintKinds, type InlayHint } from '../../server/src/ide/hints/hint.ts';
import { inlayHints } from '../../server/src/ide/inlay-hints.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { writeName } from '../../server/src/syntax/keywords.ts';
import { fixture, snapshotOf } from '../support/fixture.ts';

const all: ReadonlySet<HintKind> = new Set(hintKinds);
const whole = { start: 0, end: Number.MAX_SAFE_INTEGER };

function hintsOf(snapshot: Snapshot, path = 'main.writ', range = whole, kinds = all): InlayHint[] {
  return inlayHints(snapshot, path, range, kinds);
}

/** The text with each hint where it stands. */
function shown(text: string, hints: readonly InlayHint[]): string {
  return hints.reduceRight((sum, { offset, label }) => `${sum.slice(0, offset)}⟨${label}⟩${sum.slice(offset)}`, text);
}

/** Takes a text with its hints in `⟨⟩`. */
function check(expected: string): void {
  const text = expected.replace(/⟨[^⟩]*⟩/g, '');
  assert.equal(shown(text, hintsOf(snapshotOf(text))), expected);
}

const people = `organization { domains "x.com" }
user ann "a@x.com"
user bob "b@x.com" { inactive }
user eve "e@y.com" { external }
group Team { description "d" members ann⟨⟩, bob⟨inactive⟩ }
group None { description "d" }
group Dynamic { domain "x.com" }
`.replace('⟨⟩', '');

describe('inlay hints', () => {
  it('say what a level includes', () => {
    check('role R { grants view on Attachments⟨READ_ATTACHMENTS⟩ }');
    check('role R { grants admin on Attachments⟨4 permissions: READ_ATTACHMENTS, CREATE_ATTACHMENTS, …⟩, READ_ROLES }');
    const [hint] = hintsOf(snapshotOf('role R { grants admin on Attachments }'));
    assert.match(hint?.tooltip() ?? '', /Includes 4 permissions: .*DELETE\\_ATTACHMENTS/);
  });

  it('go by the place', () => {
    const count = (group: PermissionGroup, place: PlaceKind) => levelGrants(group, 'admin', place).length;
    const group = permissionGroups.find((each) => count(each, 'object') !== count(each, 'organization'));
    const grant = `role R { grants admin on ${writeName(group?.name ?? '')} }`;
    const [here] = hintsOf(snapshotOf(grant));
    const [there] = hintsOf(snapshotOf(`app A { ${grant} }`));
    assert.notEqual(here?.label, there?.label);
  });

  it('say what a name resolves to', () => {
    check(
      `${people}role R { members Team⟨2 people, 1 inactive⟩, ann, eve⟨external⟩, None⟨nobody⟩, Dynamic⟨1 person⟩ }`,
    );
    check(`${people}query Team⟨2 people, 1 inactive⟩ can READ_ROLES in organization`);
    check(`${people}query who can READ_ROLES in organization`);
  });

  it('say it of quoted and qualified names, in conditions and bodies', () => {
    check(`${people}app "D k" {
  field U: user
  role Old { expires 2020-01-01 }
  service account Bot { inactive roles Old⟨expired on 2020-01-01⟩ usable by "Internal Users"⟨1 person⟩ }
  policy P { to organization.Team⟨2 people, 1 inactive⟩, "D k".Bot⟨inactive⟩ when U is in Team⟨2 people, 1 inactive⟩ or U is bob⟨inactive⟩ }
}
record r in "D k" { U eve⟨external⟩ watched by Team⟨2 people, 1 inactive⟩ }`);
  });

  it('say what a directory brings, and lead there', () => {
    const text = `--- file: main.writ
directory "people.json"
role R { members Staff }
--- file: people.json
[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "erin", "active": false },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "2", "displayName": "Staff", "members": [ { "value": "1" } ] } ]`;
    const [hint] = hintsOf(fixture(text).snapshot);
    assert.equal(hint?.label, '1 person, 1 inactive, from the directory');
    assert.equal(hint.target?.()?.file, 'people.json');
    assert.match(hint.tooltip(), /- `erin`, inactive/);
  });

  it('lead to declarations in other files', () => {
    const { snapshot, files } = fixture(`--- file: a.writ
role R { members Team }
--- file: b.writ
user ann "a@x.com"
group Team { members ann }`);
    const place = hintsOf(snapshot, 'a.writ')[0]?.target?.();
    assert.equal(place?.file, 'b.writ');
    assert.equal(files.get('b.writ')?.slice(place.span.start, place.span.end), 'Team');
  });

  it('stand in the stretch that is wanted, and are of the kinds that are wanted', () => {
    const text = `${people.replace(/⟨[^⟩]*⟩/g, '')}role R { members Team grants view on Attachments }\nrole S { members None }`;
    const snapshot = snapshotOf(text);
    const labels = (range: typeof whole, kinds = all) =>
      hintsOf(snapshot, 'main.writ', range, kinds).map(({ label }) => label);
    const at = text.indexOf('role R');
    assert.deepEqual(labels({ start: at, end: text.indexOf('role S') }), ['2 people, 1 inactive', 'READ_ATTACHMENTS']);
    assert.deepEqual(labels({ start: text.indexOf('None }'), end: text.length }), ['nobody']);
    assert.deepEqual(labels({ start: at, end: at }), []);
    assert.deepEqual(labels({ start: at, end: text.length }, new Set(['levels'] as const)), ['READ_ATTACHMENTS']);
    assert.deepEqual(labels(whole, new Set()), []);
    assert.deepEqual(hintsOf(snapshot, 'none.writ'), []);
  });

  it('say nothing of what is broken', () => {
    check('role R { members Nobody grants view on Nope, view on, view');
    check('group G { members } role R { members G⟨nobody⟩, , ');
    check('');
  });

  it('work with any line ends and characters beyond the BMP', () => {
    check(`user "😀" "s@x.com"\r\ngroup "T😀" { members "😀" }\r\nrole R {\r\n  members "T😀"⟨1 person⟩\r\n}\r\n`);
  });
});

describe('answers as hints', () => {
  const base = 'user ann "a@x.com"\nmanaged role "Admin" { members ann }\napp D { field S: text }\n';
  const line = 'query ann can DELETE_RECORDS in D';
  const read = (text: string, last = new Map()) => answerHints(snapshotOf(text), 'main.writ', whole, last);

  it('stand at the ends of lines', () => {
    const text = `${base}${line} // why\n`;
    assert.equal(shown(text, read(text).hints), `${base}${line} // why⟨✓ allowed⟩\n`);
  });

  it('grow old where the text cannot be read, and say so', () => {
    const { last } = read(`${base}${line}\n`);
    const broken = `${base}// moved\n${line}\nrole R { grants\napp {`;
    const { hints, last: kept } = read(broken, new Map(last));
    assert.equal(shown(broken, hints), `${base}// moved\n${line}⟨✓ allowed (old)⟩\nrole R { grants\napp {`);
    assert.match(hints[0]?.tooltip() ?? '', /^Of the text as it last could be read: allowed$/);
    assert.equal(kept.size, 1);
  });

  it('are not given for a question that is another one now, nor for a text that never could be read', () => {
    const { last } = read(`${base}${line}\n`);
    assert.deepEqual(read(`${base}query ann can READ_RECORDS in D\napp {`, new Map(last)).hints, []);
    assert.deepEqual(read(`${base}${line}\napp {`).hints, []);
  });

  it('tell apart questions that are written alike', () => {
    const test = (name: string, status: string) =>
      `test "${name}" {\n  record r in D { S "${status}" }\n  expect eve can READ_RECORDS on r\n}\n`;
    const open =
      'user eve "e@x.com"\napp D { role R { members eve grants READ_RECORDS } policy P { to eve when S is "a" } }\n';
    const text = base + open + test('t', 'a') + test('u', 'b');
    const { last } = read(text);
    const labels = read(`${text}app {`, new Map(last)).hints.map(({ label }) => label);
    assert.equal(labels.length, 2);
    assert.equal(labels[0], '✓ held (old)');
    assert.match(labels[1] ?? '', /^✗ failed.*\(old\)$/);
  });

  it('are given for the stretch that is wanted', () => {
    const text = `${base}${line}\n${line}\n`;
    const at = text.lastIndexOf(line);
    const { hints } = answerHints(snapshotOf(text), 'main.writ', { start: at, end: at + 3 }, new Map());
    assert.deepEqual(
      hints.map(({ offset }) => offset),
      [text.length - 1],
    );
    assert.deepEqual(answerHints(snapshotOf(text), 'none.writ', whole, new Map()).hints, []);
  });
});
