// What the fixes of one rule make of a project that is written as one text.
import { strict as assert } from 'node:assert';
import { titleOf } from '../../server/src/ide/fix-effect.ts';
import { proveFixes } from '../../server/src/project/proved-fix.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { type FixtureOptions, fixture } from '../support/fixture.ts';

interface Fixed {
  readonly fix: Fix;
  /** The file that it edits, afterwards; several one behind the other. */
  readonly text: string;
}

function fixedOf(files: ReadonlyMap<string, string>, fix: Fix): string {
  const paths = new Set(fix.edits.map(({ place }) => place.file));
  return [...paths]
    .map((path) => {
      const own = fix.edits.filter(({ place }) => place.file === path);
      return applyEdits(
        files.get(path) ?? '',
        own.map(({ place, text }) => ({ span: place.span, text })),
      );
    })
    .join('\n');
}

/** Every fix of every finding of the rule, in order. */
export function fixesOf(rule: string, text: string, options?: FixtureOptions): readonly Fixed[] {
  const { snapshot, files } = fixture(text, options);
  const findings: readonly Finding[] = snapshot.findings.filter((finding) => finding.rule === rule);
  return findings.flatMap((finding) => snapshot.fixesOf(finding).map((fix) => ({ fix, text: fixedOf(files, fix) })));
}

/** The titles of the fixes and what each makes of its file, in order. */
export function checkFixes(rule: string, text: string, wanted: Readonly<Record<string, string>>): void {
  const found = fixesOf(rule, text);
  assert.deepEqual(
    found.map(({ fix, text: fixed }) => [fix.title, fixed]),
    Object.entries(wanted),
  );
}

/** The one fix of the rule, what it makes of the file, and whether it is safe; a safe one is the finding's end. */
export function checkFix(
  rule: string,
  text: string,
  wanted: { readonly title: string; readonly text: string; readonly safe: boolean },
): void {
  const [found, ...more] = fixesOf(rule, text);
  assert.deepEqual(
    more.map(({ fix }) => fix.title),
    [],
  );
  assert.ok(found, `${rule} has no fix here`);
  assert.deepEqual({ title: found.fix.title, text: found.text, safe: found.fix.safe }, wanted);
  if (found.fix.unfinished === undefined && new Set(found.fix.edits.map(({ place }) => place.file)).size === 1)
    assert.deepEqual(fixesOf(rule, found.text), [], 'the finding is gone');
}

/** A text with `[-words that go-]` and `[+words that come+]`, as it is before and after. */
function twoTexts(marked: string): readonly [before: string, after: string] {
  return [
    marked.replace(/\[\+(.*?)\+\]/gs, '').replace(/\[-(.*?)-\]/gs, '$1'),
    marked.replace(/\[-.*?-\]/gs, '').replace(/\[\+(.*?)\+\]/gs, '$1'),
  ];
}

/**
 * The fixes that are offered for the findings of the rule, in order: each by its title with its effect, `safe: ` before it
 * where it is one, and by the file with what it takes and puts marked. Without any fix, the text alone.
 */
export function checkOffered(rule: string, wanted: Readonly<Record<string, string>> | string): void {
  const all = typeof wanted === 'string' ? [] : Object.entries(wanted);
  const befores = new Set(typeof wanted === 'string' ? [wanted] : all.map(([, marked]) => twoTexts(marked)[0]));
  const [text = '', ...others] = befores;
  assert.deepEqual(others, [], 'all are of one text');
  const { snapshot } = fixture(text);
  const findings = snapshot.findings.filter((finding) => finding.rule === rule);
  assert.notEqual(findings.length, 0, `${rule} reports something`);
  const offered = findings.flatMap((finding) => proveFixes(snapshot, finding));
  assert.deepEqual(
    offered.map((proved) => [
      `${proved.fix.safe ? 'safe: ' : ''}${titleOf(proved)}`,
      proved.after.source('main.writ')?.text,
    ]),
    all.map(([title, marked]) => [title, twoTexts(marked)[1]]),
  );
}
