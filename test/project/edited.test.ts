// A project as it would be after edits: the same as one that is read from the edited texts.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Fix } from '../../server/src/rules/finding.ts';
import { fixture } from '../support/fixture.ts';

const text = `--- file: a.writ
user alice "alice@x.com"
group Team { members $0alice }
role R { description "d" members Team$0 grants READ_RECORDS }
--- file: b.writ
user bob "bob@x.com"
app Desk { policy P { to $0bob } }
`;

/** At each cursor in turn. */
function inserted(...texts: readonly string[]): { readonly edits: Fix['edits']; readonly made: string } {
  const { snapshot, cursors } = fixture(text);
  const edits = texts.map((each, i) => {
    const { path, offset } = cursors[i % cursors.length] ?? { path: '', offset: 0 };
    return { place: { file: path, span: { start: offset, end: offset } }, text: each };
  });
  const after = editedSnapshot(snapshot, edits);
  assert.ok(after);
  const cold = createSnapshot(after.input);
  const said = ({ findings }: Snapshot) => findings.map(({ rule, message, place }) => ({ rule, message, place }));
  assert.deepEqual(said(after), said(cold));
  assert.deepEqual([...after.model.roles.keys()], [...cold.model.roles.keys()]);
  return { edits, made: ['a.writ', 'b.writ'].map((path) => after.source(path)?.text).join('\n') };
}

describe('an edited project', () => {
  it('is what its texts say, whatever the order of the edits and however many', () => {
    assert.equal(
      inserted('bob, ', ', bob', 'alice, ').made,
      `user alice "alice@x.com"
group Team { members bob, alice }
role R { description "d" members Team, bob grants READ_RECORDS }
user bob "bob@x.com"
app Desk { policy P { to alice, bob } }
`,
    );
    const many = Array.from({ length: 30 }, (_, i) => `/* ${i} */ `);
    assert.match(inserted(...many).made, /members \/\* 0 \*\/ \/\* 3 \*\/ \/\* 6 \*\//);
    assert.match(inserted(...many.slice(0, 9)).made, /members \/\* 0 \*\/ \/\* 3 \*\/ \/\* 6 \*\/ alice/);
  });

  it('does not exist where the edits overlap or reach out of a text', () => {
    const { snapshot } = fixture(text);
    const edit = (start: number, end: number) => ({ place: { file: 'a.writ', span: { start, end } }, text: '' });
    assert.equal(editedSnapshot(snapshot, [edit(0, 5), edit(3, 8)]), undefined);
    assert.equal(editedSnapshot(snapshot, [edit(0, 9999)]), undefined);
    assert.equal(
      editedSnapshot(snapshot, [{ ...edit(0, 1), place: { file: 'c.writ', span: { start: 0, end: 0 } } }]),
      undefined,
    );
  });
});
