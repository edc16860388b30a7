// The core gets time and files as arguments: below `lsp` and `cli` nothing reads the clock, the platform or the network.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { at, layerOf, type Node, type Source, sourceOf, sources, walk } from './sources.ts';

/** Names of the platform that the core must not use. */
const banned: ReadonlySet<string> = new Set([
  ...['console', 'process', 'Buffer', 'require', 'global', 'globalThis', 'window', 'self', 'document', 'navigator'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB', 'URL'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['performance', 'crypto', 'Intl', 'eval', 'Function'],
]);

const core = sources.filter(({ path }) => !['lsp', 'cli', 'client'].includes(layerOf(path) ?? ''));

/** True where an identifier names a value, and not a property, a key or a type. */
function isValue(parent: Node, key: string): boolean {
  if (parent.type.startsWith('TS') && parent.type !== 'TSAsExpression' && parent.type !== 'TSSatisfiesExpression')
    return false;
  if (key === 'property' && parent['computed'] !== true) return false;
  return !(key === 'key' && parent['computed'] !== true);
}

const nameOf = (node: unknown): string =>
  typeof node === 'object' && node !== null && 'name' in node && typeof node.name === 'string' ? node.name : '';

const binding: ReadonlySet<string> = new Set(['id', 'params', 'local', 'param', 'left']);

/** Names that a module declares somewhere: those are its own, not the platform's. */
function declared(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node, parent, key } of walk(source.program)) {
    if (node.type !== 'Identifier') continue;
    const isProperty = parent.type === 'Property' && key === 'value' && parent['shorthand'] === true;
    if ((binding.has(key) && parent.type !== 'BinaryExpression') || isProperty) names.add(nameOf(node));
  }
  return names;
}

function uses(source: Source, isUse: (node: Node, parent: Node, key: string) => boolean): string[] {
  return [...walk(source.program)]
    .filter(({ node, parent, key }) => isUse(node, parent, key))
    .map(({ node }) => `${at(source, node.start)} ${source.text.slice(node.start, node.end).split('\n', 1)[0]}`);
}

/** Values of the platform that a module names. */
function platform(source: Source, names: ReadonlySet<string>): string[] {
  const own = declared(source);
  return uses(
    source,
    (node, parent, key) =>
      node.type === 'Identifier' && names.has(nameOf(node)) && !own.has(nameOf(node)) && isValue(parent, key),
  );
}

const clock: ReadonlySet<string> = new Set(['Date']);
const isRandom = (node: Node) =>
  node.type === 'MemberExpression' && nameOf(node['object']) === 'Math' && nameOf(node['property']) === 'random';
const isLocale = (node: Node) => node.type === 'Identifier' && /^(?:localeCompare|toLocale\w*)$/.test(nameOf(node));
const isScheme = (node: Node) =>
  node.type === 'Literal' && /^(?:file|untitled|vscode)[\w-]*:/.test(String(node['value']));

describe('guard: purity', () => {
  it('the core names nothing of a platform', () => {
    assert.deepEqual(
      core.flatMap((source) => platform(source, banned)),
      [],
    );
  });

  it('the core reads no clock and throws no dice', () => {
    const found = core.flatMap((source) => [...platform(source, clock), ...uses(source, isRandom)]);
    assert.deepEqual(found, []);
  });

  it('the core compares texts by code units, not by the locale of the machine', () => {
    assert.deepEqual(
      core.flatMap((source) => uses(source, isLocale)),
      [],
    );
  });

  it('the core knows no URI scheme', () => {
    const written = core.filter(({ path }) => !path.endsWith('.generated.ts'));
    assert.deepEqual(
      written.flatMap((source) => uses(source, isScheme)),
      [],
    );
  });

  it('nobody but the command line writes to the console', () => {
    const others = sources.filter(({ path }) => layerOf(path) !== 'cli');
    assert.deepEqual(
      others.flatMap((source) => platform(source, new Set(['console']))),
      [],
    );
  });

  it('sees what it forbids', () => {
    const lines = [
      'const a = process.env;',
      'console.log(a.process, { console: 1 });',
      'const b: Date = new Date();',
      'const c = Math.random() + Date.now();',
      'b.toLocaleString();',
      "const d = 'file:///x';",
      'setTimeout(() => fetch(d), c);',
    ];
    const source = sourceOf('a.ts', lines.join('\n'));
    assert.deepEqual(platform(source, banned), [
      'a.ts:1 process',
      'a.ts:2 console',
      'a.ts:7 setTimeout',
      'a.ts:7 fetch',
    ]);
    assert.deepEqual(platform(source, clock), ['a.ts:3 Date', 'a.ts:4 Date']);
    assert.deepEqual(uses(source, isRandom), ['a.ts:4 Math.random']);
    assert.deepEqual(uses(source, isLocale), ['a.ts:5 toLocaleString']);
    assert.deepEqual(uses(source, isScheme), ["a.ts:6 'file:///x'"]);
    assert.deepEqual(platform(sourceOf('a.ts', 'function f(self: string) { return self; }'), banned), []);
  });
});
