// Draws what a session begins with: projects of the corpus on a disk, some of their texts as other systems and writers leave them.
import type { FileContent } from '../../../server/src/project/types.ts';
import type { CorpusProject } from '../corpus.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import type { ClientKind, DiskFile, Start } from './world.ts';

const clients: readonly ClientKind[] = ['full', 'plain', 'modern', 'pulling', 'bytes', 'characters'];

export function drawStart(corpus: readonly CorpusProject[], random: Random): Start {
  const files = new Map<string, DiskFile>();
  put(files, '/desk', random.pick(corpus), random);
  const isTwo = random.chance(0.3);
  if (isTwo) put(files, random.pick(['/shop', '/desk/sub']), random.pick(corpus), random);
  return {
    client: random.pick(clients),
    folders: isTwo && files.has('/shop/writ.json') ? ['/desk', '/shop'] : ['/desk'],
    settings: {},
    files: [...files],
  };
}

function put(files: Map<string, DiskFile>, folder: string, { input }: CorpusProject, random: Random): void {
  const texts = [...input.files, ...input.directories].flatMap(([path, content]) => textIn(path, content));
  for (const [path, text] of texts) files.set(`${folder}/${path}`, drawn(text, random));
  if (random.chance(0.9)) files.set(`${folder}/writ.json`, textIn('', input.settings)[0]?.[1] ?? '{}');
}

function textIn(path: string, content: FileContent | undefined): [string, string][] {
  return content !== undefined && 'text' in content ? [[path, content.text]] : [];
}

function drawn(text: string, random: Random): string {
  let drawn = text;
  if (random.chance(0.15)) drawn = drawn.replaceAll(/\r?\n/g, random.pick(['\r\n', '\r']));
  // A name that UTF-16 writes as pairs, wherever it stands.
  if (random.chance(0.2))
    drawn = drawn.replaceAll('"Service Desk"', '"Sérvice 😀 Desk"').replaceAll('Status', '"St😀"');
  if (random.chance(0.2)) drawn = mutate(drawn, random).toWellFormed();
  return random.chance(0.1) ? `\ufeff${drawn}` : drawn;
}
