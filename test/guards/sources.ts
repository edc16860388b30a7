// The project's own files for the guards: their texts, and for modules their syntax trees and imports.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from '../../scripts/places.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path of the module in the repository; undefined for a package or a module of Node. */
  readonly file: string | undefined;
}

/** A node of the syntax tree, as far as the guards look at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Source {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly { readonly type: string; readonly value: string; readonly start: number }[];
  /** Static, dynamic and type imports, and exports from elsewhere. */
  readonly imports: readonly Import[];
}

const skipped = new Set(['node_modules', 'dist', 'dist-test', '.cache', '.git', '.vscode-test']);

/** Paths of the repository's files that fit a pattern, less what is installed, built or ignored. */
export function files(pattern: string): readonly string[] {
  const exclude = (entry: { readonly name: string }) => skipped.has(entry.name);
  return (
    globSync(pattern, { cwd: root, exclude, withFileTypes: true })
      // In a second work tree of a repository `.git` is a file.
      .filter((entry) => entry.isFile() && !/^\.git$|\.(?:vsix|log)$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort()
  );
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below one, each with the node around it and the name under which it stands there. */
export function* walk(node: Node): Generator<{ readonly node: Node; readonly parent: Node; readonly key: string }> {
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      yield { node: child, parent: node, key };
      yield* walk(child);
    }
  }
}

function resolve(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : undefined;
}

const importing = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'TSImportType',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
]);

function importsOf(file: string, program: Node): Import[] {
  return [...walk(program)].flatMap(({ node }) => {
    if (!importing.has(node.type)) return [];
    const source = node['source'] ?? node['argument'];
    const specifier = isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined;
    return specifier === undefined ? [] : [{ specifier, file: resolve(file, specifier) }];
  });
}

/** A module as the guards see it. */
export function sourceOf(file: string, text: string): Source {
  const { program, comments, errors } = parseSync(file, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${file}: no tree`);
  return { path: file, text, program: tree, comments, imports: importsOf(file, tree) };
}

/** Modules of the product: server and client. */
export const sources: readonly Source[] = [...files('server/src/**/*.ts'), ...files('client/src/**/*.ts')].map((file) =>
  sourceOf(file, read(file)),
);

/** Modules of the tests and scripts. */
export const helpers: readonly Source[] = [...files('test/**/*.ts'), ...files('scripts/**/*.ts')].map((file) =>
  sourceOf(file, read(file)),
);

/** `server/src/syntax/parse.ts` is of `syntax`, a module of the client of `client`. */
export function layerOf(file: string): string | undefined {
  if (file.startsWith('client/src/')) return 'client';
  return /^server\/src\/([^/]+)\//.exec(file)?.[1];
}

/** `file:line`, for messages. */
export function at(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`;
}
