// What a server is given to read: the made-up organization of so many lines as the text that it understands, in files.
import { importPeer } from '../peers/engine.ts';
import { organizationData, organizationJson } from './data.ts';
import { spread, writeOrganization } from './writing.ts';

export type TextKind = 'writ' | 'json' | 'yaml';

export interface Documents {
  readonly kind: TextKind;
  /** By path, relative to the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** `lines` are those of the Writ text; in other words the same organization may take more or fewer. */
export async function documentsOf(kind: TextKind, lines: number, files: number): Promise<Documents> {
  const written = writeOrganization(lines);
  if (kind === 'json') return { kind, files: new Map([['organization.json', organizationJson(written)]]) };
  if (kind === 'yaml') {
    const { stringify } = (await importPeer('yaml')) as { stringify(value: unknown, options: object): string };
    const options = { lineWidth: 0, aliasDuplicateObjects: false };
    return { kind, files: new Map([['organization.yaml', stringify(organizationData(written), options)]]) };
  }
  const text = written.declarations.join('');
  return { kind, files: files === 1 ? new Map([['organization.writ', text]]) : spread(written.declarations, files) };
}
