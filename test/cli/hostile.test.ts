// Names and texts that try to be more than text: every format of `check` and `test` shows them, and obeys none.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import { reporters, testReporters } from '../../server/src/cli/reporters/registry.ts';
import { nasty } from '../support/nasty.ts';
import { type Files, writ } from './memory-host.ts';
import { readSarif } from './sarif-schema.ts';
import { readXml, type Xml } from './xml.ts';

/** A project that says the text wherever a project can: in names, questions, tests, reasons of suppressions and edits. */
function projectWith(text: string, file = 'a.writ'): Files {
  const name = JSON.stringify(text);
  const comment = text.replace(/[\r\n\u2028\u2029]/g, ' ');
  return {
    'writ.json': JSON.stringify({ exclude: [text], [text]: 1 }),
    [file]: `user ${name} "a@acme.com"
user ${name} "b@acme.com"
role ${name} { grants READ_ROLES }
// writ-ignore unused-role: ${comment}
role R2 { description ${name}  grants READ_ROLES }
group G { members ${JSON.stringify(`${text}x`)} }
app App { field ${name}: choice(${name}, "b")  policy P { to ${name} when ${name} is ${JSON.stringify(`${text}x`)} } }
query who can READ_RECORDS in ${name}
query who can READ_RECORDS in App
test ${name} {
  expect ${name} can READ_RECORDS in App
}
`,
  };
}

const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]|\p{Cs}/u;

function checkText(format: string, out: string): void {
  const lines = out.split('\n');
  for (const line of lines) {
    assert.doesNotMatch(line, unseen, `${format}: ${JSON.stringify(line)}`);
    assert.doesNotMatch(line, /##[a-z]*\[/i, format);
    if (format !== 'github') assert.doesNotMatch(line, /^\s*::/, format);
  }
}

function checkGithub(out: string): void {
  const lines = out.trimEnd().split('\n').slice(0, -1);
  for (const line of lines) {
    assert.match(line, /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*::[^\r\n]*$/);
    assert.doesNotMatch(line.replace(/%(?:25|0A|0D|3A|2C)/g, ''), /%/);
  }
}

/** All texts of a document of XML, attributes included. */
function textsOf({ attributes, children, text }: Xml): string[] {
  return [...Object.values(attributes), text, ...children.flatMap(textsOf)];
}

describe('hostile text', () => {
  for (const [what, text] of Object.entries(nasty)) {
    it(`is harmless in every format: ${what}`, async () => {
      const files = projectWith(text);
      for (const format of reporters.keys()) {
        const { out, err } = await writ(['check', '--format', format], files);
        assert.ok(out.length > 200, format);
        checkText(format, out);
        checkText('standard error', err);
        if (format === 'github') checkGithub(out);
        if (format === 'sarif') readSarif(out);
        if (format === 'junit') readXml(out);
      }
      for (const format of testReporters.keys()) {
        const { out, err } = await writ(['test', '--format', format], files);
        checkText(`test ${format}`, out + err);
        if (format === 'junit') readXml(out);
      }
    });
  }

  it('is harmless as the name of a file', async () => {
    for (const text of Object.values(nasty)) {
      const name = `${text.replaceAll('/', '_')}.writ`;
      const files = projectWith('x', name);
      for (const format of reporters.keys()) {
        const { out } = await writ(['check', '--format', format], files);
        checkText(format, out);
        if (format === 'github') checkGithub(out);
        if (format === 'sarif') readSarif(out);
        if (format === 'junit') readXml(out);
      }
    }
  });

  it('keeps its value in JSON, and in the edits of SARIF', async () => {
    for (const text of Object.values(nasty)) {
      const { out } = await writ(['check', '--format', 'json'], projectWith(text));
      const { projects }: CheckResult = JSON.parse(out);
      if (/\p{Cs}/u.test(text)) continue;
      assert.equal(projects[0]?.expectations?.[0]?.test, text);
      const sarif = readSarif((await writ(['check', '--format', 'sarif'], projectWith(text))).out);
      const edits = sarif.runs[0]?.results?.flatMap(({ fixes = [] }) =>
        fixes.flatMap(({ artifactChanges }) =>
          artifactChanges.flatMap(({ replacements }) =>
            replacements.map(({ insertedContent }) => insertedContent?.text),
          ),
        ),
      );
      const written = edits?.filter((each) => each?.startsWith('"')).map((each) => JSON.parse(each ?? ''));
      assert.ok(written?.includes(text), JSON.stringify([text, edits]));
    }
  });

  it('is seen where it is not kept', async () => {
    const xml = textsOf(readXml((await writ(['test', '--format', 'junit'], projectWith('a\u0001\ufffeb'))).out)).join();
    assert.ok(xml.includes('a\\u0001\\uFFFEb'), xml);
    const markup = textsOf(readXml((await writ(['test', '--format', 'junit'], projectWith('<b>&amp;::'))).out)).join();
    assert.ok(markup.includes('test "<b>&amp;::"'), markup);
    const { out } = await writ(['test'], projectWith('##[group]\n::x'));
    assert.ok(out.includes('test "#\\u0023[group]\\n::x"'), out);
  });

  it('makes no link in SARIF', async () => {
    const { out } = await writ(['check', '--format', 'sarif'], projectWith('[click](https://example.com)'));
    const messages = readSarif(out).runs[0]?.results?.map(({ message }) => message.text ?? '') ?? [];
    assert.ok(messages.some((text) => text.includes('\\[click](https://example.com)')));
    for (const text of messages) assert.doesNotMatch(text, /(?<!\\)\[[^\]]*\]\(/);
  });
});
