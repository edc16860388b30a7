// Every template of a new project is a project as one should be: formatted, without findings, and as its tests expect.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { fill } from '../../server/src/project/templates/fill.ts';
import { templates } from '../../server/src/project/templates/registry.ts';
import type { Template } from '../../server/src/project/templates/template.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { format, twoSpaces } from '../../server/src/syntax/print.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { nasty } from '../support/nasty.ts';

const day = (text: string): number => parseDate(text) ?? assert.fail(text);
const made = day('2026-11-21');

interface Making {
  readonly name?: string;
  readonly today?: number;
  readonly on?: number;
}

/** The project as it is made of a template on a day, looked at on that day or another. */
function project(template: Template, { name = 'Acme', today = made, on }: Making = {}): Snapshot {
  const texts = fill(template, { name, today }).map(({ path, text }) => [path, { text }] as const);
  const files = new Map(texts.filter(([path]) => path.endsWith('.writ')));
  const settings = new Map(texts).get('writ.json');
  assert.ok(settings !== undefined);
  return createSnapshot({ files, settings, directories: new Map(), today: on ?? today });
}

const foundIn = ({ findings }: Snapshot) =>
  findings.filter(({ severity }) => severity !== 'hint').map(({ rule, message }) => `${rule}: ${message}`);

const failedOf = ({ outcomes }: Snapshot) =>
  outcomes.filter(({ outcome }) => outcome.outcome !== 'held').map(({ outcome }) => outcome.reason);

describe('templates of new projects', () => {
  it('have ids of their own, a title, and a sentence of one line', () => {
    const ids = templates.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, title, description } of templates) {
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(title, /^[A-Z].{5,40}[^.]$/);
      assert.match(description, /^[A-Z].{20,85}\.$/);
    }
  });

  for (const template of templates) {
    describe(template.id, () => {
      it('begins with a file that it has, and says who runs the organization where all templates do', () => {
        const paths = fill(template, { name: 'Acme', today: made }).map(({ path }) => path);
        assert.ok(paths.includes(template.main));
        assert.ok(paths.includes('organization.writ'));
        assert.equal(paths[0], 'writ.json');
        for (const path of paths) assert.match(path, /^(?:[a-z-]+\.writ|writ\.json)$/);
      });

      it('is formatted', () => {
        for (const { path, text } of fill(template, { name: 'Acme', today: made })) {
          if (path.endsWith('.writ')) assert.deepEqual(format(parseFile(text), twoSpaces).edits, [], path);
        }
      });

      it('has no place left that was to be filled in', () => {
        for (const { path, text } of fill(template, { name: 'Acme', today: made }))
          assert.doesNotMatch(text, /@[A-Z]+@/, path);
      });

      it('has no findings but hints, answers, and tests that hold', () => {
        const snapshot = project(template);
        assert.deepEqual(foundIn(snapshot), []);
        assert.deepEqual(failedOf(snapshot), []);
        assert.ok(snapshot.outcomes.length > 0);
        assert.ok(snapshot.answers.length > 0);
      });

      it('is the same on whatever day it is made, and its tests hold when time has passed', () => {
        for (const today of ['2027-02-28', '2028-02-29', '2031-12-31'].map(day)) {
          assert.deepEqual(foundIn(project(template, { today })), []);
          assert.deepEqual(failedOf(project(template, { today })), []);
          assert.deepEqual(failedOf(project(template, { today, on: today + 1000 })), []);
        }
      });

      it('takes any name for the organization', () => {
        for (const name of ['', '   ', 'A "quoted" name', 'back\\slash', '@END@', '$& $1', ...Object.values(nasty)]) {
          const snapshot = project(template, { name });
          assert.deepEqual(foundIn(snapshot), [], name);
          assert.deepEqual(failedOf(snapshot), [], name);
        }
      });
    });
  }

  it('call the organization what it is called', () => {
    const called = (name: string) =>
      /^organization (.*) \{$/m.exec(
        fill(templates[0], { name, today: made })
          .map(({ text }) => text)
          .join(''),
      )?.[1];
    assert.equal(called('Acme'), '"Acme"');
    assert.equal(called(' Tall "Grass"\n& Co '), String.raw`"Tall \"Grass\" & Co"`);
    assert.equal(called('\u202e'), '"My Organization"');
    assert.equal(called('$& @END@'), '"$& @END@"');
  });
});
