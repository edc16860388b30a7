// Habits of the sources that a linter does not see, and those that must not be switched off file by file.
import { strict as assert } from 'node:assert';
import path from 'node:path';
import { describe, it } from 'mocha';
import { at, files, helpers, type Node, read, type Source, sourceOf, sources, walk } from './sources.ts';

const all = [...sources, ...helpers];
/** Data and tests may be long. */
const longestSource = 300;

function found(where: readonly Source[], isWrong: (node: Node) => boolean): string[] {
  return where.flatMap((source) =>
    [...walk(source.program)]
      .filter(({ node }) => isWrong(node))
      .map(({ node }) => `${at(source, node.start)} ${node.type}`),
  );
}

describe('guard: style', () => {
  it('there is no `any` and no `!`', () => {
    assert.deepEqual(
      found(all, (node) => node.type === 'TSAnyKeyword' || node.type === 'TSNonNullExpression'),
      [],
    );
  });

  it('there is no default export', () => {
    assert.deepEqual(
      found(all, (node) => node.type === 'ExportDefaultDeclaration'),
      [],
    );
  });

  it('there is no barrel: nothing is exported from elsewhere', () => {
    const isBarrel = (node: Node) =>
      node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node['source'] !== null);
    assert.deepEqual(found(all, isBarrel), []);
  });

  it('there are no enums, namespaces and decorators', () => {
    const types = new Set(['TSEnumDeclaration', 'TSModuleDeclaration', 'TSParameterProperty', 'Decorator']);
    assert.deepEqual(
      found(all, (node) => types.has(node.type)),
      [],
    );
  });

  it('classes are only those that a library asks for', () => {
    const names = all.flatMap((source) =>
      [...walk(source.program)].some(({ node }) => node.type === 'ClassDeclaration') ? [source.path] : [],
    );
    assert.deepEqual(
      names.filter((name) => !/^server\/src\/syntax\/parser(?:-[a-z]+)?\.ts$/.test(name)),
      [],
    );
  });

  it('no `WeakMap` outlives what it is about: states and their symbols have notes on themselves', () => {
    // Within something that is itself given up, it goes with that.
    const kept =
      /^(?:export )?const \w+ = new WeakMap<(?:Model|ObjectSymbol|RuleContext|Snapshot|FileContent|PartsByFile|SourceFile|ServiceAccount|AskedQuestion),/m;
    const isKept = (text: string) => kept.test(text);
    assert.ok(isKept('const known = new WeakMap<Model, string>();'));
    const wrong = sources.flatMap(({ path: name, text }) => (isKept(text) ? [name] : []));
    assert.deepEqual(wrong, []);
  });

  it('no comment silences a check or puts work off', () => {
    const silencing = /@ts-|biome-ignore|eslint-|\bc8 ignore|\b(?:TODO|FIXME|XXX|HACK)\b/;
    const wrong = all.flatMap((source) =>
      source.comments
        .filter(({ value }) => silencing.test(value))
        .map(({ start, value }) => `${at(source, start)}${value}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('every module opens with a comment that says what it is for', () => {
    const wrong = [
      ...all.map(({ path: name, text }) => ({ name, text })),
      ...files('scripts/*.mjs').map((name) => ({ name, text: read(name) })),
    ]
      .filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S.{10,}/.test(text))
      .map(({ name }) => name);
    assert.deepEqual(wrong, []);
  });

  it('modules are short', () => {
    const long = sources
      .filter(({ path: name, text }) => !name.endsWith('.generated.ts') && text.split('\n').length - 1 > longestSource)
      .map(({ path: name, text }) => `${name}: ${text.split('\n').length - 1} lines`);
    assert.deepEqual(long, []);
  });

  it('files are named in kebab-case', () => {
    const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:generated|test|schema|scim))*\.[a-z-]+$/;
    const wrong = files('{server,client,scripts,test,samples}/**/*').filter((name) => {
      const base = path.posix.basename(name);
      return !plain.test(base) && !base.startsWith('.') && !/^[A-Z]+\.md$/.test(base) && !/tmLanguage/.test(base);
    });
    assert.deepEqual(wrong, []);
  });

  it('permissions are not listed in code: they are rows of the catalogue', () => {
    const known = /^(?:CREATE|READ|UPDATE|DELETE|BULK)_[A-Z_]+$/;
    const perFile = sources
      .map((source) => {
        const named = new Set(
          [...walk(source.program)].flatMap(({ node }) =>
            node.type === 'Literal' && typeof node['value'] === 'string' && known.test(node['value'])
              ? [node['value']]
              : [],
          ),
        );
        return { path: source.path, count: named.size };
      })
      .filter(({ count }) => count > 5);
    assert.deepEqual(perFile, []);
  });

  it('sees what it forbids', () => {
    const wrong = {
      TSAnyKeyword: 'export const a: any = 1;',
      TSNonNullExpression: 'export const a = b!;',
      ExportDefaultDeclaration: 'export default 1;',
      ExportAllDeclaration: "export * from './a.ts';",
      TSEnumDeclaration: 'enum A { B }',
      TSModuleDeclaration: 'namespace A {}',
      ClassDeclaration: 'class A {}',
    };
    for (const [type, text] of Object.entries(wrong))
      assert.deepEqual(
        found([sourceOf('a.ts', text)], (node) => node.type === type).map((each) => each.split(' ')[1]),
        [type],
      );
  });
});
