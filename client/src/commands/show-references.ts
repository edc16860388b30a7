// What lenses lead to: the places that name what they stand above, or places that they say themselves, in the editor's own list.
import { commands, Position, Uri } from 'vscode';
import type { Command, Writ } from '../writ.ts';

/** A place as the protocol writes it; the client's converter knows it. */
type WireLocation = Parameters<Writ['client']['protocol2CodeConverter']['asLocation']>[0];

/** Called with `{ uri, line, character }`, and perhaps with `places` to show in place of the references. Gives what it shows. */
export const showReferences: Command = {
  id: 'writ.showReferences',
  async run(writ, argument) {
    const place = readPlace(argument);
    if (place === undefined) return undefined;
    const { uri, position, places } = place;
    const found = places ?? (await referencesTo(writ, uri, position));
    const locations = found.flatMap((each) => writ.client.protocol2CodeConverter.asLocation(each) ?? []);
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position, locations);
    return locations;
  },
};

async function referencesTo({ client }: Writ, uri: string, { line, character }: Position): Promise<WireLocation[]> {
  const params = { textDocument: { uri }, position: { line, character }, context: { includeDeclaration: false } };
  return (await client.sendRequest<WireLocation[] | null>('textDocument/references', params)) ?? [];
}

interface Given {
  readonly uri: string;
  readonly position: Position;
  readonly places: readonly WireLocation[] | undefined;
}

function readPlace(argument: unknown): Given | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const all = new Map<string, unknown>(Object.entries(argument));
  const [uri, line, character, places] = ['uri', 'line', 'character', 'places'].map((name) => all.get(name));
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri, position: new Position(line, character), places: Array.isArray(places) ? places : undefined };
}
