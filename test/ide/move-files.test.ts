// Files and folders with other paths: what names them, afterwards.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { editsForMoves, type Move } from '../../server/src/ide/move-files.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { fixture } from '../support/fixture.ts';

const text = `--- file: writ.json
{ "exclude": ["old", "./drafts/**", "*.bak.writ", "archive/2020/a.writ"] }
--- file: a.writ
directory "people.json" // everybody
directory "./hr/staff.json"
--- file: hr/b.writ
directory "../people.json"
directory "extra/more.json"
--- file: people.json
[]
--- file: hr/staff.json
[]
--- file: hr/extra/more.json
[]
`;

/** The lines that change, by file. */
function changed(...moves: readonly Move[]): string[] {
  const { snapshot } = fixture(text);
  const after = editedSnapshot(snapshot, editsForMoves(snapshot, moves));
  const texts = (of: typeof snapshot) =>
    [['writ.json', of.input.settings], ...of.input.files] as readonly (readonly [string, { readonly text?: string }])[];
  const now = new Map(after === undefined ? [] : texts(after));
  return texts(snapshot).flatMap(([path, { text: before = '' }]) => {
    const lines = (now.get(path)?.text ?? '').split('\n');
    return before.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [`${path}: ${lines[i]}`]));
  });
}

describe('moving files', () => {
  it('rewrites the paths of a directory file, from wherever it is named', () => {
    assert.deepEqual(changed({ from: 'people.json', to: 'hr/all people.json' }), [
      'a.writ: directory "hr/all people.json" // everybody',
      'hr/b.writ: directory "all people.json"',
    ]);
    assert.deepEqual(changed({ from: 'hr/staff.json', to: 'staff.json' }), ['a.writ: directory "./staff.json"']);
  });

  it('rewrites the paths in a file that moves', () => {
    assert.deepEqual(changed({ from: 'a.writ', to: 'org/people/a.writ' }), [
      'a.writ: directory "../../people.json" // everybody',
      'a.writ: directory "../../hr/staff.json"',
    ]);
    assert.deepEqual(changed({ from: 'a.writ', to: 'b.writ' }), []);
  });

  it('rewrites what leads into and out of a folder, and nothing within it', () => {
    assert.deepEqual(changed({ from: 'hr', to: 'team/hr' }), [
      'a.writ: directory "./team/hr/staff.json"',
      'hr/b.writ: directory "../../people.json"',
    ]);
    assert.deepEqual(changed({ from: 'hr/extra', to: 'hr/other' }), ['hr/b.writ: directory "other/more.json"']);
  });

  it('takes several at once', () => {
    assert.deepEqual(changed({ from: 'a.writ', to: 'hr/a.writ' }, { from: 'people.json', to: 'hr/people.json' }), [
      'a.writ: directory "./staff.json"',
      'hr/b.writ: directory "people.json"',
    ]);
  });

  it('rewrites what settings leave out by its name', () => {
    assert.deepEqual(changed({ from: 'old', to: 'older' }), [
      'writ.json: { "exclude": ["older", "./drafts/**", "*.bak.writ", "archive/2020/a.writ"] }',
    ]);
    assert.deepEqual(changed({ from: 'drafts', to: 'notes/drafts' }, { from: 'archive', to: 'past' }), [
      'writ.json: { "exclude": ["old", "./notes/drafts/**", "*.bak.writ", "past/2020/a.writ"] }',
    ]);
    assert.deepEqual(changed({ from: 'old', to: 'o[l]d' }), []);
  });

  it('leaves alone what leaves the project', () => {
    assert.deepEqual(changed({ from: 'people.json', to: undefined }, { from: 'old', to: undefined }), []);
  });
});
