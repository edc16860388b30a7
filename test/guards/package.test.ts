// What package.json offers has code, and what the code offers or asks for stands in package.json.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { animate } from '../../scripts/animate.ts';
import { at as pathOf } from '../../scripts/places.ts';
import { hintKinds } from '../../server/src/ide/hints/hint.ts';
import { lensSwitches } from '../../server/src/ide/lenses/lens.ts';
import { tokenModifiers, tokenTypes } from '../../server/src/ide/tokens/legend.ts';
import { type Node, read, type Source, sources, walk } from './sources.ts';

type Json = { readonly [key: string]: Json } & readonly Json[] & string;
const manifest: Json = JSON.parse(read('package.json'));
const contributes = manifest['contributes'];

const client = sources.filter((source) => source.path.startsWith('client/'));
const commandModules = client.filter((source) => /^client\/src\/commands\/(?!all\.ts$)/.test(source.path));
const listed = [...(contributes?.['commands'] ?? [])].map((row) => String(row['command']));
const settings = Object.keys(contributes?.['configuration']?.['properties'] ?? {});

const stringOf = (node: unknown): string | undefined =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string'
    ? node.value
    : undefined;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The `id` of the command that a module exports. */
function commandIds(source: Source): string[] {
  return [...walk(source.program)].flatMap(({ node }) => {
    const key = node['key'];
    const isId = node.type === 'Property' && isNode(key) && key['name'] === 'id';
    const id = isId ? stringOf(node['value']) : undefined;
    return id?.startsWith('writ.') === true ? [id] : [];
  });
}

const calleeName = (node: Node): unknown => {
  const callee = node['callee'];
  if (!isNode(callee)) return undefined;
  return isNode(callee['property']) ? callee['property']['name'] : callee['name'];
};

const argumentsOf = (node: Node): readonly unknown[] => (Array.isArray(node['arguments']) ? node['arguments'] : []);

/** `writ.a.b` for each `getConfiguration('writ').get('a.b')`. */
function askedSettings(source: Source): string[] {
  return [...walk(source.program)].flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || calleeName(node) !== 'get') return [];
    const callee = node['callee'];
    const inner = isNode(callee) ? callee['object'] : undefined;
    if (!isNode(inner) || calleeName(inner) !== 'getConfiguration') return [];
    const section = stringOf(argumentsOf(inner)[0]);
    return [[section, stringOf(argumentsOf(node)[0])].filter((part) => part !== undefined).join('.')];
  });
}

/** Settings that a library reads by their names. */
const readElsewhere: ReadonlySet<string> = new Set([
  // vscode-languageclient: `<id of the client>.trace.server`.
  'writ.trace.server',
  // The language server, which asks for the section. Answers are shown by the client, in its own way.
  ...hintKinds.filter((kind) => kind !== 'answers').map((kind) => `writ.inlayHints.${kind}`),
  ...lensSwitches.map((each) => `writ.codeLens.${each}`),
]);

/** What the protocol names itself. */
const standardModifiers: ReadonlySet<string> = new Set(Object.values(SemanticTokenModifiers));

describe('guard: package.json', () => {
  it('explains the modifiers of colours that are Writ’s own, and only those', () => {
    const explained = [...(contributes?.['semanticTokenModifiers'] ?? [])].map((row) => String(row['id']));
    assert.deepEqual(
      explained,
      tokenModifiers.filter((each) => !standardModifiers.has(each)),
    );
  });

  it('needs no types of colours but the protocol’s', () => {
    const standard: ReadonlySet<string> = new Set(Object.values(SemanticTokenTypes));
    assert.deepEqual(
      tokenTypes.filter((each) => !standard.has(each)),
      [],
    );
  });

  it('has an icon that is there, of the size that the marketplace shows', () => {
    const icon = readFileSync(pathOf(String(manifest['icon'])));
    assert.deepEqual([icon.toString('latin1', 1, 4), icon.readUInt32BE(16), icon.readUInt32BE(20)], ['PNG', 128, 128]);
  });

  it('has an animation in its README, of pictures of one kind, that is soon there', () => {
    const made = readFileSync(pathOf('docs', 'images', 'access.png'));
    const at = made.indexOf('acTL');
    assert.ok(read('README.md').includes('(docs/images/access.png)') && made.length < 500_000);
    assert.ok(at > 0 && at < made.indexOf('IDAT') && made.readUInt32BE(at + 4) > 2);
    const still = readFileSync(pathOf('docs', 'images', 'editor.png'));
    const twice = animate([still, still]);
    assert.deepEqual([twice.readUInt32BE(twice.indexOf('acTL') + 4), twice.indexOf('fdAT') > 0], [2, true]);
    assert.throws(() => animate([still, readFileSync(pathOf('images', 'icon.png'))]), /not of one kind/);
    assert.throws(() => animate([Buffer.from('GIF89a')]), /no PNG/);
  });

  it('has the modules of commands, which have one command each', () => {
    assert.notEqual(commandModules.length, 0);
    for (const source of commandModules) assert.equal(commandIds(source).length, 1, source.path);
  });

  it('names every command that there is, and only those', () => {
    assert.deepEqual([...listed].sort(), commandModules.flatMap(commandIds).sort());
  });

  it('has commands in files of their names', () => {
    for (const source of commandModules) {
      const [id = ''] = commandIds(source);
      const kebab = id.replace(/^writ\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      assert.equal(source.path, `client/src/commands/${kebab}.ts`);
    }
  });

  it('registers commands in one place, from their list', () => {
    const registering = client
      .filter((source) =>
        [...walk(source.program)].some(
          ({ node }) => node.type === 'CallExpression' && calleeName(node) === 'registerCommand',
        ),
      )
      .map((source) => source.path);
    assert.deepEqual(registering, ['client/src/commands/all.ts']);
    const all = client.find((source) => source.path === 'client/src/commands/all.ts');
    const imported = all?.imports.flatMap(({ file }) => file ?? []) ?? [];
    assert.deepEqual(
      commandModules.filter((source) => !imported.includes(source.path)).map((source) => source.path),
      [],
    );
  });

  it('puts only its own commands into menus', () => {
    const rows = Object.values(contributes?.['menus'] ?? {}).flatMap((menu) => [...menu]);
    for (const row of rows) assert.ok(listed.includes(String(row['command'])), String(row['command']));
  });

  it('gives every command a title and the category', () => {
    for (const row of [...(contributes?.['commands'] ?? [])]) {
      assert.ok(String(row['title']).length > 3, String(row['command']));
      assert.equal(row['category'], 'Writ');
    }
  });

  it('names every setting that is read, and only those', () => {
    const asked = new Set([...client.flatMap(askedSettings), ...readElsewhere]);
    assert.deepEqual([...settings].sort(), [...asked].sort());
  });

  it('describes every setting, with a default', () => {
    for (const name of settings) {
      const row = contributes?.['configuration']?.['properties']?.[name];
      assert.notEqual(row?.['markdownDescription'] ?? row?.['description'], undefined, name);
      assert.notEqual(row?.['default'], undefined, name);
    }
  });

  it('has every setting, and every command of the palette, in docs/editors.md', () => {
    const page = read('docs/editors.md');
    for (const name of settings) assert.ok(page.includes(`| \`${name}\` |`), name);
    const named = [...page.matchAll(/^\| `(writ\.[\w.]+)` \|/gm)].map(([, name = '']) => name);
    assert.deepEqual(named.sort(), [...settings].sort());
    const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
    const hidden = [...(contributes?.['menus']?.['commandPalette'] ?? [])]
      .filter((row) => String(row['when']) === 'false')
      .map((row) => String(row['command']));
    for (const row of [...(contributes?.['commands'] ?? [])]) {
      if (hidden.includes(String(row['command']))) continue;
      const title = english[String(row['title']).slice(1, -1)];
      assert.ok(page.includes(`*Writ: ${title}*`), title);
    }
  });

  it('has pictures of every step of the walkthrough, which are small', () => {
    const steps = [...(contributes?.['walkthroughs'] ?? [])].flatMap((walkthrough) => [
      ...(walkthrough['steps'] ?? []),
    ]);
    assert.ok(steps.length > 4);
    for (const step of steps) {
      const picture = read(String(step['media']?.['svg']));
      assert.ok(picture.length < 10_000 && picture.startsWith('<svg '), String(step['id']));
      // The page that it is put into takes no style but its own.
      assert.doesNotMatch(picture, /<style|style=|class=/, String(step['id']));
      // No colour of its own where the theme has one: it is read in the dark, too.
      for (const [, color = ''] of picture.matchAll(/(?:fill|stroke)[:=] ?"?([^;">]+)/g))
        assert.match(color, /^(?:var\(--vscode-|none$)/, String(step['id']));
      for (const event of [...(step['completionEvents'] ?? [])])
        assert.ok(!/^onCommand:writ\./.test(String(event)) || listed.includes(String(event).slice(10)), String(event));
    }
  });

  it('leads from its welcomes and walkthroughs to commands that there are', () => {
    const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
    const led = Object.values(english).flatMap((text) => [...text.matchAll(/\(command:(writ\.\w+)/g)]);
    assert.ok(led.length > 5);
    for (const [, command = ''] of led) assert.ok(listed.includes(command), command);
  });

  it('names files that exist, or that the build makes', () => {
    const names = JSON.stringify(contributes).match(/"\.\/[^"]+"/g) ?? [];
    for (const name of names.map((each) => each.slice(3, -1)))
      assert.ok(name.startsWith('dist/') || existsSync(pathOf(...name.split('/'))), name);
  });

  it('has no dependency that ships beside the bundles, and exact versions', () => {
    assert.equal(manifest['dependencies'], undefined);
    for (const [name, version] of Object.entries(manifest['devDependencies'] ?? {}))
      assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
  });

  it('runs every script by the one door, and each file exists', () => {
    for (const [name, command] of Object.entries(manifest['scripts'] ?? {})) {
      const [, file = ''] = /^node scripts\/run\.mjs (\S+)/.exec(String(command)) ?? [];
      assert.notEqual(file, '', name);
      // Not every stage is there from the start.
      if (path.posix.dirname(file) === 'scripts') assert.ok(existsSync(pathOf(...file.split('/'))), file);
    }
  });
});
