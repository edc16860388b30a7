// Documentation that is true: generated pages are current, links lead somewhere, what is named exists, and code shown works.
import { strict as assert } from 'node:assert';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { generatedDocs } from '../../scripts/generate-docs.mjs';
import { at, root } from '../../scripts/places.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { withTables } from '../bench/docs.ts';
import { suites } from '../bench/suites.ts';
import { writ } from '../cli/memory-host.ts';
import { inputOf } from '../support/fixture.ts';

const documents = globSync(['*.md', 'docs/*.md', 'samples/*/README.md', 'server/src/rules/*.md'], { cwd: root }).sort();
/** Those that tell a reader what to type. */
const guides = documents.filter((file) => !file.startsWith('server') && !file.startsWith('samples'));

function read(file: string): string {
  return readFileSync(at(file), 'utf8');
}

/** Without fenced code, where brackets are no links. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** The anchor that a heading gets. */
function anchor(heading: string): string {
  const plain = heading.trim().toLowerCase().replaceAll('`', '');
  return plain.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
}

function anchors(file: string): ReadonlySet<string> {
  return new Set([...prose(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading)));
}

/** Why a link of a document leads nowhere; nothing where it does, or leads to another site. */
function linkProblem(file: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [to = '', fragment] = link.split('#');
  const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
  if (target.startsWith('..') || !existsSync(at(target))) return `${file}: ${link}`;
  if (fragment === undefined || !target.endsWith('.md')) return undefined;
  return anchors(target).has(fragment) ? undefined : `${file}: ${link} has no such heading`;
}

function linkProblems(file: string): string[] {
  const links = [...prose(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.flatMap((link) => linkProblem(file, link) ?? []);
}

interface Block {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

/** The fenced blocks of a page; a file is named by the line that it begins on, unless the fence names it. */
function blocks(file: string): Block[] {
  const page = read(file);
  return [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, language = '', name, text = ''] = match;
    const line = page.slice(0, match.index).split('\n').length + 1;
    return { language, file: name ?? `line-${String(line).padStart(4, '0')}.writ`, text };
  });
}

/** Every first group of a pattern, with the document that it stands in. */
function mentions(pattern: RegExp): { file: string; name: string }[] {
  return guides.flatMap((file) => [...read(file).matchAll(pattern)].map(([, name = '']) => ({ file, name })));
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: { readonly commands?: readonly { readonly title: string; readonly category?: string }[] };
}

const manifest: Manifest = JSON.parse(read('package.json'));

/** Names of the commands of the command line, as its help lists them. */
async function commandNames(): Promise<ReadonlySet<string>> {
  const { out } = await writ(['--help']);
  const [, list = ''] = out.split('Commands:');
  return new Set([...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name));
}

describe('documentation', () => {
  for (const { file, text } of generatedDocs)
    it(`${path.relative(root, file)} is current: \`npm run docs\` brings it up to date`, () => {
      assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : undefined, text);
    });

  it('links to what is there', () => {
    assert.deepEqual(documents.flatMap(linkProblems), []);
  });

  it('names files that exist', () => {
    const found = mentions(/`((?:[\w.-]+\/)+[\w-]+\.(?:ts|mjs|json|lua))`/g);
    const places = ['.', 'docs', 'server/src'];
    assert.deepEqual(
      found.filter(({ name }) => !places.some((place) => existsSync(at(place, name)))),
      [],
    );
  });

  it('names scripts of package.json', () => {
    const found = mentions(/`npm run ([\w:]+)/g);
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter(({ name }) => manifest.scripts[name] === undefined),
      [],
    );
  });

  it('names commands of the command line', async () => {
    const known = await commandNames();
    const found = mentions(/(?:^|[`(])(?:npx )?writ ([a-z]+)/gm);
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter(({ name }) => !known.has(name)),
      [],
    );
  });

  it('names commands of the palette', () => {
    const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
    const shownTitle = (key: string) => texts[key.slice(1, -1)] ?? key;
    const known = (manifest.contributes.commands ?? []).map(({ title, category }) =>
      category === undefined ? shownTitle(title) : `${category}: ${shownTitle(title)}`,
    );
    const found = mentions(/\*(Writ: [^*]+)\*/g);
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter(({ name }) => !known.includes(name)),
      [],
    );
  });
});

describe('docs/performance.md', () => {
  const page = read('docs/performance.md');

  it('has a place for each benchmark', () => {
    const [cpu, cores, node] = ['a processor', 2, 'v24.0.0'];
    const results = suites.map(({ name }) => ({ suite: name, loadBefore: 1, loadAfter: 1, figures: [], checks: [] }));
    const filled = withTables(page, suites, { cpu, cores, node, effort: 'full', results });
    for (const { name } of suites)
      assert.ok(filled.includes(`Made by \`npm run bench -- ${name}\` on 2 × a processor`));
    assert.equal(withTables(filled, suites, { cpu, cores, node, effort: 'full', results }), filled);
    assert.equal(withTables(page, suites, { cpu, cores, node, effort: 'full', results: [] }), page);
  });

  it('says of each table which command made it', () => {
    const sections = [...page.matchAll(/<!-- begin: (\w+) -->\n+([^\n]*)/g)];
    assert.deepEqual(
      sections.map(([, name]) => name),
      suites.map(({ name }) => name),
    );
    for (const [, name = '', first = ''] of sections) assert.ok(first.startsWith(`Made by \`npm run bench -- ${name}`));
  });
});

describe('docs/language.md', () => {
  const shown = blocks('docs/language.md');
  const policies = shown.filter(({ language }) => language === 'writ');

  it('shows code', () => {
    assert.ok(policies.length >= 10);
  });

  for (const { file, text } of policies)
    it(`${file} parses`, () => {
      assert.deepEqual(
        syntaxProblems(parseFile(text)).map(({ message }) => message),
        [],
      );
    });

  it('shows one project, in which nothing is wrong and every expectation holds', () => {
    const directories = shown.filter(({ language, file }) => language === 'json' && !file.endsWith('.writ'));
    const files = new Map([...policies, ...directories].map(({ file, text }) => [file, text]));
    const snapshot = createSnapshot(inputOf(files, parseDate('2026-11-21') ?? 0));
    const errors = snapshot.findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ place, rule, message }) => `${place.file}: ${rule}: ${message}`),
      [],
    );
    assert.ok(snapshot.outcomes.length >= 5);
    assert.deepEqual(
      snapshot.answers.filter(({ answer }) => answer.kind === 'error').map(({ place }) => place.file),
      [],
    );
  });
});
