// Who may import whom: the order of the layers, packages and modules of Node, and no cycles, types included.
import { strict as assert } from 'node:assert';
import { isBuiltin } from 'node:module';
import { describe, it } from 'mocha';
import { layerOf, type Source, sources } from './sources.ts';

/** A layer imports itself and those before it; layers that stand together never import each other. */
const order: readonly (readonly string[])[] = [
  ['text'],
  ['catalogue'],
  ['syntax'],
  ['model'],
  ['condition'],
  ['access'],
  ['rules', 'exchange'],
  ['project'],
  ['ide'],
  ['lsp', 'cli'],
  ['client'],
];

/** Imports between layers that stand together, each with its reason. */
const allowed: ReadonlySet<string> = new Set([
  // `writ lsp` is the language server of the command line.
  'server/src/cli/commands/lsp.ts -> server/src/lsp/node.ts',
]);

const rank = (layer: string) => order.findIndex((each) => each.includes(layer));

/** What each package is for: the folders that may import it. */
const packages: Readonly<Record<string, RegExp>> = {
  chevrotain: /^server\/src\/syntax\//,
  diff: /^server\/src\/ide\//,
  'fastest-levenshtein': /^server\/src\/text\//,
  'jsonc-parser': /^server\/src\/(?:project|exchange)\//,
  picomatch: /^server\/src\/project\//,
  ajv: /^server\/src\/cli\/merge\//,
  commander: /^server\/src\/cli\//,
  '@modelcontextprotocol/server': /^server\/src\/cli\/mcp\//,
  picocolors: /^server\/src\/cli\//,
  sax: /^server\/src\/cli\/merge\//,
  // Types alone.
  sarif: /^server\/src\/cli\/(?:merge|reporters)\//,
  vscode: /^client\//,
  'vscode-languageclient': /^client\//,
  'vscode-languageserver': /^server\/src\/lsp\//,
  'vscode-languageserver-textdocument': /^server\/src\/lsp\//,
  'vscode-languageserver-types': /^server\/src\/lsp\//,
  'vscode-uri': /^(?:server\/src\/lsp|client)\//,
};

const packageOf = (specifier: string) =>
  specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/', 1)[0] ?? '');

/** Modules that may touch a disk, a process or the clock. */
const mayTouchNode =
  /^(?:server\/src\/(?:cli\/|lsp\/(?:node|start|code-cache|workspace-disk)\.ts$)|client\/src\/node\.ts$)/;

function violations(check: (source: Source, specifier: string, file: string | undefined) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ specifier, file }) => !check(source, specifier, file))
      .map(({ specifier, file }) => `${source.path} -> ${file ?? specifier}`),
  );
}

describe('guard: layers', () => {
  it('every module is of a layer that the order names', () => {
    const strays = sources.filter(({ path }) => rank(layerOf(path) ?? '') < 0).map(({ path }) => path);
    assert.deepEqual(strays, []);
  });

  it('left never imports right, and peers never import each other', () => {
    const wrong = violations((source, _, file) => {
      if (file === undefined || allowed.has(`${source.path} -> ${file}`)) return true;
      const [from, to] = [layerOf(source.path), layerOf(file)];
      // A bundle takes what it ships beside the sources, such as package.json.
      if (to === undefined) return from === 'cli' || from === 'lsp' || from === 'client';
      return from === to || rank(to) < rank(from ?? '');
    });
    assert.deepEqual(wrong, []);
  });

  it('the client knows the server by its protocol alone', () => {
    const wrong = violations(
      (source, _, file) =>
        layerOf(source.path) !== 'client' ||
        file === undefined ||
        /^client\/|^server\/src\/lsp\/protocol(?:-[a-z]+)?\.ts$/.test(file),
    );
    assert.deepEqual(wrong, []);
  });

  it('a package is imported only where it belongs', () => {
    const wrong = violations((source, specifier, file) => {
      if (file !== undefined || isBuiltin(specifier)) return true;
      return packages[packageOf(specifier)]?.test(source.path) === true;
    });
    assert.deepEqual(wrong, []);
  });

  it('modules of Node are imported only at the edge', () => {
    assert.deepEqual(
      violations((source, specifier) => !isBuiltin(specifier) || mayTouchNode.test(source.path)),
      [],
    );
  });

  it('what is for Node or for browsers alone is imported where each begins', () => {
    const begins: Readonly<Record<string, RegExp>> = {
      node: /^(?:client\/src\/node|server\/src\/lsp\/start)\.ts$/,
      browser: /^(?:client\/src|server\/src\/lsp)\/browser\.ts$/,
    };
    const wrong = violations((source, specifier) => {
      const [, platform = ''] = /^vscode-language[a-z]+\/(.+)$/.exec(specifier) ?? [];
      return begins[platform]?.test(source.path) ?? true;
    });
    assert.deepEqual(wrong, []);
  });

  it('relative imports name the file, and it exists', () => {
    const known = new Set(sources.map(({ path }) => path));
    const wrong = violations((_, _specifier, file) => file === undefined || known.has(file) || file.endsWith('.json'));
    assert.deepEqual(wrong, []);
  });

  it('there are no import cycles, types included', () => {
    const next = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const each of next.get(file) ?? []) visit(each, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of next.keys()) visit(file, []);
    assert.deepEqual(cycles, []);
  });
});
