// Hovers, rendered: the page hovers.md, hostile names, broken text.
import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { after, describe, it } from 'mocha';
import { hover } from '../../server/src/ide/hover.ts';
import { fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';

const page = new URL('./hovers.md', import.meta.url);

function hoverAt(text: string): string {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  return hover(made.snapshot, path, offset)?.markdown ?? '(none)';
}

interface Section {
  readonly title: string;
  /** Words of the project with the cursor in them. */
  readonly probe: string;
  readonly expected: string;
}

function readPage(text: string): { project: string; sections: Section[] } {
  const project = /```writ\n(.*?)```\n/s.exec(text)?.[1] ?? '';
  const sections = [...text.matchAll(/^### ([^\n]+)\n\n`([^\n]+)`\n\n~~~\n(.*?)\n~~~$/gms)].map(
    ([, title = '', probe = '', expected = '']): Section => ({ title, probe, expected }),
  );
  return { project, sections };
}

describe('hover', () => {
  const text = readFileSync(page, 'utf8');
  const { project, sections } = readPage(text);
  let updated = text;

  it('has a page', () => assert.ok(sections.length > 40));
  for (const { title, probe, expected } of sections) {
    it(`of ${title}`, () => {
      const words = probe.replace('$0', '');
      assert.equal(project.split(words).length, 2, `\`${words}\` must stand once in the project`);
      const actual = hoverAt(project.replace(words, probe));
      updated = updated.replace(`\`${probe}\`\n\n~~~\n${expected}\n~~~`, () => `\`${probe}\`\n\n~~~\n${actual}\n~~~`);
      if (process.env['UPDATE'] !== '1') assert.equal(actual, expected);
      assert.ok(actual.split('\n').length <= 40, 'a hover is no document');
    });
  }
  after(() => {
    if (process.env['UPDATE'] === '1') writeFileSync(page, updated);
  });
});

describe('hover of what a directory brings', () => {
  const people = `--- file: main.writ
directory "people.json"
role Reader { description "Reads" members Staff grants READ_GROUPS }
expect er$0in can READ_GROUPS in organization
--- file: people.json
[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "erin", "emails": [ { "value": "erin@acme.com" } ] },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "2", "displayName": "Staff", "members": [ { "value": "1" } ] } ]`;

  it('says where a user comes from', () => {
    assert.match(hoverAt(people), /^In `Internal Users`, `Staff`\. From the directory\.$/m);
  });

  it('counts what the file brings', () => {
    const text = hoverAt(people.replace('er$0in', 'erin').replace('"people', '"peo$0ple'));
    assert.equal(
      text,
      '```writ\ndirectory "people.json"\n```\n\nBrings 1 user and 1 group that nobody declares.\n\n`erin`',
    );
  });
});

describe('hover of hostile names', () => {
  const name = '[x](http://evil.example) <img src=x onerror=alert(1)> `a` ``` **b** \\n\\n# c &lt; | ![i](u)';
  const text = `
user "${name}" "a@acme.com" { "${name}" "${name}" }
group "${name} g" { description "${name}" members "${name}" }
role "${name}" { description "${name}" members "${name} g" grants READ_RECORDS }
app "${name}" {
  field "${name}": choice("${name}")
  policy "${name}" { to "${name}" when "${name}" is "${name}" }
  service account "${name} s" { purpose "${name}" usable by "${name}" }
  automation "${name}" { trigger createRecord runs as "${name} s" built by "${name}" action updateField where "${name}" is "${name}" }
}
record "${name}" in "${name}" { "${name}" "${name}" }
query "${name}" can READ_RECORDS in "${name}"
query who can READ_RECORDS in "${name}"
query "${name}" can FOO in "${name}"
expect "${name}" cannot READ_RECORDS on "${name}"
`;

  /** Markdown without its code: what a renderer could still act on. */
  function outsideCode(markdown: string): string {
    return markdown
      .replace(/^(`{3,})writ\n.*?\n\1$/gms, '')
      .replace(/(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)/gs, '')
      .replace(/\\[!-/:-@[-`{-~]/g, '');
  }

  it('shows them as they are and nothing of them as markup', () => {
    const snapshot = snapshotOf(text);
    const seen = new Set<string>();
    for (let offset = 0; offset <= text.length; offset++)
      seen.add(hover(snapshot, 'main.writ', offset)?.markdown ?? '');
    assert.ok(seen.size > 12);
    for (const markdown of seen) {
      const rest = outsideCode(markdown);
      assert.doesNotMatch(rest, /[<>[\]`|&]|https?:|\bevil\b.*\bevil\b/, markdown);
      assert.doesNotMatch(rest.replaceAll('**', ''), /\*|^#/m, markdown);
    }
  });
});

describe('hover in broken text', () => {
  it('says what can be said', () => {
    assert.match(hoverAt('role R { description "d" grants READ_REC$0ORDS'), /\*\*View Records\*\*/);
    assert.match(hoverAt('app A { field S: choice("x"\n policy P { to $0'), /none/);
    assert.equal(hoverAt('user al$0ice'), hoverAt('user ali$0ce'));
    assert.equal(hoverAt('role R { grants NO_SUCH$0 }'), '(none)');
    assert.equal(hoverAt('// com$0ment'), '(none)');
    assert.equal(
      hoverAt('user a "a@x.com"\nqu$0ery a can READ_RECORD in organization'),
      '! **the question or what it names is broken**\n\n- unknown permission `READ_RECORD`; did you mean `READ_RECORDS`?',
    );
    assert.equal(hoverAt('$0'), '(none)');
  });
});
