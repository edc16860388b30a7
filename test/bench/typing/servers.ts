// The language servers that are timed: Writ's own, an empty one, and others with text of the same organization.
import path from 'node:path';
import { at } from '../../../scripts/places.ts';
import { type BundleName, bundleOf } from '../peers/bundles.ts';
import type { TextKind } from './documents.ts';

export interface Server {
  readonly name: string;
  readonly bundle: BundleName;
  readonly args: readonly string[];
  readonly kind: TextKind;
  /** It finds something wrong in a text in which a word has lost a letter, or a syntax error alone; an empty one finds nothing. */
  readonly finds: 'words' | 'syntax' | 'nothing';
}

/** The modules of tree-sitter that are not JavaScript. */
function wasmFiles(): readonly string[] {
  const folder = path.join(at('test', 'bench', 'peers'), 'node_modules');
  return [
    path.join(folder, 'web-tree-sitter', 'web-tree-sitter.wasm'),
    path.join(folder, 'tree-sitter-json', 'tree-sitter-json.wasm'),
  ];
}

export const ours = 'Writ';
export const emptyServer = 'empty server';
export const tunedLangium = 'Langium, tuned scopes';
export const jsonService = 'JSON service';

export const servers = {
  writ: { name: ours, bundle: 'writ', args: ['--stdio'], kind: 'writ', finds: 'words' },
  empty: { name: emptyServer, bundle: 'empty', args: [], kind: 'writ', finds: 'nothing' },
  'tree-sitter': {
    name: 'tree-sitter, parse alone',
    bundle: 'tree-sitter',
    args: wasmFiles(),
    kind: 'json',
    finds: 'syntax',
  },
  json: { name: jsonService, bundle: 'json', args: [], kind: 'json', finds: 'words' },
  yaml: { name: 'YAML service', bundle: 'yaml', args: [], kind: 'yaml', finds: 'words' },
  langium: { name: tunedLangium, bundle: 'langium', args: ['tuned'], kind: 'writ', finds: 'words' },
  'langium-default': {
    name: 'Langium, default scopes',
    bundle: 'langium',
    args: ['default'],
    kind: 'writ',
    finds: 'words',
  },
} as const satisfies Readonly<Record<string, Server>>;

export type ServerId = keyof typeof servers;

export function isServerId(id: string): id is ServerId {
  return Object.hasOwn(servers, id);
}

/** How it is started, with the options of Node before it. */
export function commandOf({ bundle, args }: Server, options: readonly string[] = []): readonly string[] {
  return [...options, bundleOf(bundle), ...args];
}
