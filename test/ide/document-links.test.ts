// What leads out of a file: `^^^ where` stands under each link.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { documentLinks } from '../../server/src/ide/document-links.ts';
import { fixture, snapshotOf } from '../support/fixture.ts';

function checkLinks(text: string): void {
  const { snapshot, markers, files } = fixture(text);
  const found = [...files.keys()].flatMap((path) =>
    documentLinks(snapshot, path).map(({ span, to, tooltip }) => {
      const where = to.kind === 'file' ? to.path : to.kind === 'rule' ? to.rule : to.address;
      assert.ok(tooltip.includes(where));
      return `${path} ${span.start}-${span.end} ${to.kind} ${where}`;
    }),
  );
  assert.deepEqual(
    found,
    markers.map(({ path, span, text: words }) => `${path} ${span.start}-${span.end} ${words}`),
  );
}

describe('document links', () => {
  it('lead to the directory files that are there', () => {
    checkLinks(`--- file: sub/a.writ
directory "../people.json"
           ^^^^^^^^^^^^^^ file people.json
directory "none.json"
directory "../../out.json"
directory ""
directory
--- file: people.json
[]`);
  });

  it('lead from a suppression to the pages of its rules', () => {
    checkLinks(`// writ-ignore unused-role, no-such-rule,missing-description: later
//             ^^^^^^^^^^^ rule unused-role
//                                       ^^^^^^^^^^^^^^^^^^^ rule missing-description
role R { grants READ_RECORDS } // writ-ignore unused-role
                                              ^^^^^^^^^^^ rule unused-role
// writ-ignored unused-role: no`);
  });

  it('lead from addresses in comments, not in texts', () => {
    checkLinks(`// \u{1F600} see https://example.com/a?b=c#d, (http://x.example/).
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ address https://example.com/a?b=c#d
//                                      ^^^^^^^^^^^^^^^^^ address http://x.example/
user a "https://example.com" /* https://y.example */
                                ^^^^^^^^^^^^^^^^^ address https://y.example
// https:// nothttps://z.example`);
  });

  it('are none of a file that is not there', () => {
    assert.deepEqual(documentLinks(snapshotOf(''), 'none.writ'), []);
    assert.deepEqual(documentLinks(snapshotOf(''), 'main.writ'), []);
  });
});
