// The core gets time and files as arguments: below `lsp` and `cli` nothing reads the clock, the platform or the network.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { at, layerOf, type Node, type Source, sources, walk } from './sources.ts';

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

function uses(source: Source, isUse: (node: Node, parent: Node, key: string) => boolean): string[] {
  return [...walk(source.program)]
    .filter(({ node, parent, key }) => isUse(node, parent, key))
    .map(({ node }) => `${at(source, node.start)} ${source.text.slice(node.start, node.end).split('\n', 1)[0]}`);
}

describe('guard: purity', () => {
  it('the core names nothing of a platform', () => {
    const found = core.flatMap((source) =>
      uses(
        source,
        (node, parent, key) => node.type === 'Identifier' && banned.has(nameOf(node)) && isValue(parent, key),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('the core reads no clock and throws no dice', () => {
    const found = core.flatMap((source) =>
      uses(source, (node, parent, key) => {
        if (node.type === 'Identifier' && nameOf(node) === 'Date') return isValue(parent, key);
        return (
          node.type === 'MemberExpression' && nameOf(node['object']) === 'Math' && nameOf(node['property']) === 'random'
        );
      }),
    );
    assert.deepEqual(found, []);
  });

  it('the core compares texts by code units, not by the locale of the machine', () => {
    const found = core.flatMap((source) =>
      uses(source, (node) => node.type === 'Identifier' && /^(?:localeCompare|toLocale\w*)$/.test(nameOf(node))),
    );
    assert.deepEqual(found, []);
  });

  it('the core knows no URI scheme', () => {
    const found = core
      .filter(({ path }) => !path.endsWith('.generated.ts'))
      .flatMap((source) =>
        uses(
          source,
          (node) => node.type === 'Literal' && /^(?:file|untitled|vscode)[\w-]*:/.test(String(node['value'])),
        ),
      );
    assert.deepEqual(found, []);
  });

  it('nobody but the command line writes to the console', () => {
    const found = sources
      .filter(({ path }) => layerOf(path) !== 'cli')
      .flatMap((source) =>
        uses(
          source,
          (node, parent, key) => node.type === 'Identifier' && nameOf(node) === 'console' && isValue(parent, key),
        ),
      );
    assert.deepEqual(found, []);
  });
});
