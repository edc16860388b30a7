// What words look like: `^^^ look` stands under each that has one, and nothing else has.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { semanticTokens, semanticTokensBetween, type TokenForm } from '../../server/src/ide/semantic-tokens.ts';
import { joined, noGap } from '../../server/src/ide/tokens/encode.ts';
import { tokenEdit } from '../../server/src/ide/tokens/token-edit.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import { fixture, inputOf, snapshotOf } from '../support/fixture.ts';
import { decodeTokens, tokensOf } from './token-text.ts';

const path = 'main.writ';

function shown(snapshot: Snapshot, form: TokenForm = 'names', file = path): string[] {
  const text = snapshot.source(file)?.text ?? '';
  return tokensOf(snapshot, file, form).map(({ start, end, look }) => `${text.slice(start, end)} ${look}`);
}

function checkTokens(marked: string, today?: string): void {
  const { snapshot, markers, files } = fixture(marked, today === undefined ? {} : { today });
  const found = [...files.keys()].flatMap((file) =>
    tokensOf(snapshot, file, 'names').map(({ start, end, look }) => `${file} ${start}-${end} ${look}`),
  );
  const wanted = markers.map((each) => `${each.path} ${each.span.start}-${each.span.end} ${each.text}`);
  assert.deepEqual(found.sort(), wanted.sort());
}

/** The words of a state, looked at after another one, with what the editor is told to change. */
function follow(before: string, after: string, form: TokenForm = 'names') {
  const first = createSnapshot(inputOf(new Map([[path, before]]), 20778));
  const old = semanticTokens(first, path, form);
  const next = createSnapshot(inputOf(new Map([[path, after]]), 20778), first);
  const now = semanticTokens(next, path, form, old);
  const edit = tokenEdit(old?.stretches ?? [], now?.stretches ?? []);
  const data = joined(old?.stretches ?? [], noGap).data;
  if (edit !== undefined) data.splice(edit.start, edit.deleteCount, ...edit.data);
  return { old, now, edit, data, cold: joined(semanticTokens(next, path, form)?.stretches ?? [], noGap).data };
}

describe('semantic tokens', () => {
  it('tell people, groups and accounts apart, whoever is external, inactive or the platform’s', () => {
    checkTokens(`user alice "a@x.com"
     ^^^^^ variable.declaration
user dana "d@x.com" { external inactive Region "EU" }
     ^^^^ variable.declaration.deprecated.external
                                        ^^^^^^ property.declaration
group Team { members alice, dana, nobody }
      ^^^^ type.declaration
                     ^^^^^ variable
                            ^^^^ variable.deprecated.external
app Desk {
    ^^^^ class.declaration
  policy P { to Team, "Internal Users", Bot }
         ^ function.declaration
                ^^^^ type
                      ^^^^^^^^^^^^^^^^ type.defaultLibrary
                                        ^^^ variable.serviceAccount
  service account Bot { usable by Team }
                  ^^^ variable.declaration.serviceAccount
                                  ^^^^ type
  service account Off { inactive }
                  ^^^ variable.declaration.deprecated.serviceAccount
}`);
  });

  it('tell what the platform brings from what is declared, and what is over from what is in force', () => {
    const text = `role Old { description "d" grants READ_RECORDS, view on Records, NOPE expires 2026-11-20 }
     ^^^ interface.declaration.deprecated
                                  ^^^^^^^^^^^^ enumMember.readonly.defaultLibrary
                                                        ^^^^^^^ enum.defaultLibrary
managed role "Admin" { members "External Users" }
             ^^^^^^^ interface.declaration.defaultLibrary
                               ^^^^^^^^^^^^^^^^ type.defaultLibrary
app Desk {
    ^^^^ class.declaration
  role Own { description "d" grants READ_RECORDS auto-share on watch, nope expires 2026-11-21 }
       ^^^ interface.declaration
                                    ^^^^^^^^^^^^ enumMember.readonly.defaultLibrary
                                                               ^^^^^ enumMember.defaultLibrary
  auto-share records on group-assign, share
                        ^^^^^^^^^^^^ enumMember.defaultLibrary
  service account Bot { roles Own, organization.Old }
                  ^^^ variable.declaration.serviceAccount
                              ^^^ interface
                                                ^^^ interface.deprecated
}`;
    checkTokens(text);
    // A day later the other role is over, too.
    const later = text
      .replace(
        '^^^ interface.declaration\n                        ',
        '^^^ interface.declaration.deprecated\n                        ',
      )
      .replace('^^^ interface\n', '^^^ interface.deprecated\n');
    checkTokens(later, '2026-11-22');
  });

  it('tell fields, options and people in conditions and records, where text is only text', () => {
    checkTokens(`user alice "a@x.com"
     ^^^^^ variable.declaration
app Desk {
    ^^^^ class.declaration
  field Status: choice("New", "Old")
        ^^^^^^ property.declaration
                       ^^^^^ enumMember.declaration
                              ^^^^^ enumMember.declaration
  field Title: text
        ^^^^^ property.declaration
  field Owner: user
        ^^^^^ property.declaration
  policy P { to alice when Status is one of ("New", "Odd") and Title is "New" and Owner is "alice" or Title is current user.Region }
         ^ function.declaration
                ^^^^^ variable
                           ^^^^^^ property
                                             ^^^^^ enumMember
                                                               ^^^^^ property
                                                                                  ^^^^^ property
                                                                                           ^^^^^^^ variable
                                                                                                      ^^^^^ property
                                                                                                                            ^^^^^^ property
}
record r in Desk { Status "Old" Title "Old" Owner alice watched by alice }
       ^ variable.declaration.readonly
            ^^^^ class
                   ^^^^^^ property
                          ^^^^^ enumMember
                                ^^^^^ property
                                            ^^^^^ property
                                                  ^^^^^ variable
                                                                   ^^^^^ variable`);
  });

  it('tell steps, triggers, questions and tests', () => {
    checkTokens(`--- file: a.writ
organization "Acme" { }
             ^^^^^^ namespace.declaration
app Desk {
    ^^^^ class.declaration
  field N: number
        ^ property.declaration
  automation A { trigger createRecord built by ann action updateField in Desk where N > 3 action nope }
             ^ function.declaration
                         ^^^^^^^^^^^^ event.defaultLibrary
                                               ^^^ variable
                                                          ^^^^^^^^^^^ function.defaultLibrary
                                                                         ^^^^ class
                                                                                    ^ property
  agent G { built by ann tool searchAspect }
        ^ function.declaration
                     ^^^ variable
                              ^^^^^^^^^^^^ function.defaultLibrary
}
--- file: b.writ
user ann "ann@x.com"
     ^^^ variable.declaration
query ann can READ_RECORDS in Desk with { N 3 }
      ^^^ variable
              ^^^^^^^^^^^^ enumMember.readonly.defaultLibrary
                              ^^^^ class
                                          ^ property
test "t" {
     ^^^ function.declaration
  record r in Desk { N 1 }
         ^ variable.declaration.readonly
              ^^^^ class
                     ^ property
  expect ann can READ_RECORDS on r
         ^^^ variable
                 ^^^^^^^^^^^^ enumMember.readonly.defaultLibrary
                                 ^ variable.readonly
}`);
  });

  it('are everything for an editor without a grammar: keywords, texts, numbers, comments line by line', () => {
    const text =
      '// first\nuser al\u{1F600}i "a@x.com" /* one\r\ntwo\n\n*/\r\napp is { field not: number policy P { to nobody-here when not >= 3 and N is "x" } } // end';
    assert.deepEqual(shown(snapshotOf(text), 'all'), [
      '// first comment',
      'user keyword',
      'al variable.declaration',
      'i variable',
      '"a@x.com" string',
      '/* one comment',
      'two comment',
      '*/ comment',
      'app keyword',
      'is class.declaration',
      'field keyword',
      'not property.declaration',
      'number keyword',
      'policy keyword',
      'P function.declaration',
      'to keyword',
      'nobody-here variable',
      'when keyword',
      'not property',
      '>= operator',
      '3 number',
      'and keyword',
      'N variable',
      'is keyword',
      '"x" string',
      '// end comment',
    ]);
  });

  it('survive empty files, files of comments alone and files that are not there', () => {
    assert.deepEqual(shown(snapshotOf('')), []);
    assert.deepEqual(shown(snapshotOf('\n// a\n')), []);
    assert.deepEqual(shown(snapshotOf('\n// a\n'), 'all'), ['// a comment']);
    assert.deepEqual(shown(snapshotOf('\u{1F600}/* open\nuser a'), 'all'), ['/* open comment', 'user a comment']);
    assert.equal(semanticTokens(snapshotOf(''), 'none.writ', 'names'), undefined);
    assert.deepEqual(semanticTokensBetween(snapshotOf(''), 'none.writ', 'names', { start: 0, end: 9 }), []);
  });

  it('of a range are those of the file that touch it', () => {
    const text =
      '/* a */\n\nuser ann "a@x.com"\r\ngroup A { members ann }\napp D {\n  field N: number\n  field M: text\n}\n// z';
    const snapshot = snapshotOf(text);
    for (const form of ['names', 'all'] as const) {
      const all = tokensOf(snapshot, path, form);
      for (let start = 0; start <= text.length; start += 3)
        for (let end = start; end <= text.length; end += 5) {
          const data = semanticTokensBetween(snapshot, path, form, { start, end });
          const wanted = all.filter((each) => each.end >= start && each.start <= end);
          assert.deepEqual(decodeTokens(data, text), wanted, `${form} ${start}-${end}`);
        }
    }
  });
});

describe('what changed of semantic tokens', () => {
  const text =
    'user ann "a@x.com"\ngroup A { members ann }\n\napp D { field N: number }\nrecord r in D { N 1 }\nquery ann can READ_RECORDS on r\n';

  it('is nothing where nothing did, or only what has no colour', () => {
    assert.equal(follow(text, text).edit, undefined);
    assert.equal(follow(text, text.replace('a@x.com', 'b@x.com')).edit, undefined);
  });

  it('is one word where one came, and the first behind where lines did', () => {
    const added = follow(text, text.replace('members ann', 'members ann, ann'));
    assert.deepEqual(added.edit?.data.length, 5);
    assert.deepEqual(added.edit?.deleteCount, 0);
    const moved = follow(text, text.replace('\n\napp', '\n\n\n  app'));
    assert.deepEqual([moved.edit?.deleteCount, moved.edit?.data.slice(0, 2)], [5, [3, 6]]);
  });

  it('makes of the words before those of the text now', () => {
    const edits: readonly [string, string][] = [
      ['user ann', 'user anna'],
      ['"a@x.com"', '"a@x.com" { inactive }'],
      ['N 1', ''],
      ['N: number', 'M: number'],
      ['app D', '/*'],
      ['\n\n', ''],
      [text, ''],
      ['group A { members ann }', 'group A {\n\n\n members ann } // c'],
    ];
    for (const form of ['names', 'all'] as const)
      for (const [from, to] of edits) {
        const there = follow(text, text.replace(from, to), form);
        assert.deepEqual(there.data, there.cold, `${from} to ${to}`);
        const back = follow(text.replace(from, to), text, form);
        assert.deepEqual(back.data, back.cold, `${to} to ${from}`);
      }
  });

  it('does so, too, where comments, braces and lines come and go anywhere', () => {
    const sound = `/* lead */\n${text}// of B\ngroup B { }\n// of C\n\n// again\ngroup C { members ann }\n// end`;
    const pieces = ['/', '//', '/*', '*/', '\n', '\n  ', '}', '{', ' ann ', 'group D { }', 'role R { }', '"', '// x\n'];
    const tear = (torn: string, random: Random) => {
      const at = random.below(torn.length);
      return torn.slice(0, at) + random.pick(['', ...pieces]) + torn.slice(at + random.below(9));
    };
    for (let round = 0; round < 600; round++) {
      const random = randomOf('torn text', round);
      const torn = tear(sound, random);
      const edited = random.chance(0.5) ? tear(torn, random) : sound;
      const form = random.pick(['names', 'all'] as const);
      const { data, cold } = follow(torn, edited, form);
      assert.deepEqual(data, cold, `round ${round}: ${JSON.stringify(torn)} to ${JSON.stringify(edited)}`);
    }
  });

  it('takes over what no edit reaches, also where everything was bound anew', () => {
    const { old, now } = follow(text, text.replace('a@x.com', 'b@x.com'));
    const same = now?.stretches.filter((each) => old?.stretches.includes(each)).length;
    assert.equal(same, (now?.stretches.length ?? 0) - 1);
  });
});
