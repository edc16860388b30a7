// What a client knows of itself: its disk, its open documents, its folders and settings. A server that is started on it is cold.
import type { ClientCapabilities } from 'vscode-languageserver';
import { pathOfUri } from '../../../server/src/lsp/paths.ts';
import { type Encoding, encodingOf } from '../../../server/src/lsp/position-encoding.ts';
import type { MemoryFile } from '../../lsp/memory-files.ts';
import { fullCapabilities } from '../../lsp/session.ts';

/** As JSON can say it. */
export type DiskFile =
  | string
  | { readonly bytes: readonly number[] }
  | { readonly locked: 'file' }
  | { readonly link: string };

export interface ClientDocument {
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** What a session begins with. */
export interface Start {
  readonly client: ClientKind;
  readonly folders: readonly string[];
  readonly settings: object;
  readonly files: readonly (readonly [path: string, content: DiskFile])[];
}

export interface World {
  readonly client: ClientKind;
  folders: readonly string[];
  settings: object;
  /** Milliseconds since the session began, as of when nothing was under way. */
  passed: number;
  readonly disk: Map<string, DiskFile>;
  /** By path, or by URI where it has none, in the order in which they were opened. */
  readonly open: Map<string, ClientDocument>;
  /** The versions of open documents as they were opened or last saved, by path. */
  readonly saved: Map<string, number>;
  /** Paths of open documents of which the server heard that their files went, while nothing in them was left to save. */
  readonly deleted: Set<string>;
}

export function worldOf({ client, folders, settings, files }: Start): World {
  return {
    client,
    folders,
    settings,
    passed: 0,
    disk: new Map(files),
    open: new Map(),
    saved: new Map(),
    deleted: new Set(),
  };
}

/** The server hears that something has happened to files or folders: open documents below them have a file or have none. */
export function noteDeleted({ open, saved, deleted, disk }: World, told: readonly string[]): void {
  for (const [path, { version }] of open) {
    if (!path.startsWith('/') || !told.some((each) => path === each || path.startsWith(`${each}/`))) continue;
    if (!disk.has(targetOf({ disk }, path)) && version === saved.get(path)) deleted.add(path);
    else deleted.delete(path);
  }
}

export function memoryFile(content: DiskFile): MemoryFile {
  return typeof content === 'object' && 'bytes' in content ? Uint8Array.from(content.bytes) : content;
}

export function memoryDisk({ disk }: World): Record<string, MemoryFile> {
  return Object.fromEntries([...disk].map(([path, content]) => [path, memoryFile(content)]));
}

/** A file as an editor opens it: whatever its bytes are, less a byte order mark. */
export function diskText({ disk }: Pick<World, 'disk'>, path: string): string | undefined {
  const content = disk.get(targetOf({ disk }, path));
  if (content === undefined || typeof content === 'string') return content?.replace(/^\ufeff/, '');
  return 'bytes' in content ? new TextDecoder().decode(Uint8Array.from(content.bytes)) : undefined;
}

/** Where a link leads, or the path itself; links of links lead nowhere. */
export function targetOf({ disk }: Pick<World, 'disk'>, path: string): string {
  const content = disk.get(path);
  return typeof content === 'object' && 'link' in content ? content.link : path;
}

/** The text that the server's positions in a document are of: directory files count as they are saved. */
export function textOf({ open, disk }: World, uri: string): string | undefined {
  const path = pathOfUri(uri) ?? uri;
  const document = open.get(path);
  const isFollowed = document?.languageId === 'writ' || /\.writ$|(?:^|\/)writ\.json$/.test(path) || !disk.has(path);
  return (isFollowed ? document?.text : undefined) ?? diskText({ disk }, path);
}

export type ClientKind = 'full' | 'plain' | 'modern' | 'pulling' | 'bytes' | 'characters';

const { textDocument, workspace } = fullCapabilities;
const links = { linkSupport: true };

/** A client that takes all that there is, as late as it can. */
const modern: ClientCapabilities = {
  workspace: {
    ...workspace,
    configuration: true,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    ...textDocument,
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    declaration: links,
    typeDefinition: links,
    implementation: links,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        commitCharactersSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ['documentation'] },
      },
      completionList: { itemDefaults: ['data', 'editRange', 'commitCharacters'] },
    },
    signatureHelp: {
      signatureInformation: { activeParameterSupport: true, parameterInformation: { labelOffsetSupport: true } },
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } },
    foldingRange: { rangeLimit: 5 },
    documentLink: { tooltipSupport: true },
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: [], augmentsSyntaxTokens: true },
  },
  experimental: {
    writRulePages: true,
    writCommands: [
      'writ.showReferences',
      'writ.showRule',
      'writ.showEffectivePermissions',
      'writ.evaluateAccess',
      'writ.explainQuery',
      'writ.renameAt',
    ],
  },
};

export const capabilitiesOf: Readonly<Record<ClientKind, ClientCapabilities>> = {
  full: fullCapabilities,
  plain: { workspace: { workspaceFolders: true } },
  modern,
  bytes: { ...fullCapabilities, general: { positionEncodings: ['utf-8', 'utf-16'] } },
  characters: { ...modern, general: { positionEncodings: ['utf-32', 'utf-16'] } },
  pulling: { ...modern, workspace: { ...modern.workspace, configuration: false } },
};

/** In what the client counts columns. */
export function encodingIn({ client }: World): Encoding {
  return encodingOf(capabilitiesOf[client]);
}

/** What the client tells at the start: settings where the server cannot ask for them. */
export function optionsOf({ client, settings }: Pick<World, 'client' | 'settings'>): object {
  return client === 'pulling' ? { ...settings, diagnostics: 'pull' } : settings;
}
