// Why something keeps its name: it is the platform's or a directory's, or it may be named where nothing can be read.
import { directoryPath } from '../../model/bind-directories.ts';
import { said } from '../../model/draft.ts';
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import { attributesOf, originIn } from '../../model/profiles.ts';
import type { Organization, User } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { childrenOf, nodesBelow } from '../../syntax/ast-path.ts';
import type { SourceFile, Unit } from '../../syntax/source-file.ts';
import { covers, type Span, shift, touches } from '../../text/span.ts';
import type { AnySymbol } from '../all-symbols.ts';
import { nameOf, placesOf, type Target } from './target.ts';

/** Undefined where nothing is in the way of another name, whichever it is. */
export function refusalOf(snapshot: Snapshot, target: Target): string | undefined {
  return ownerOf(snapshot, target) ?? unreadIn(snapshot, target);
}

function ownerOf(snapshot: Snapshot, target: Target): string | undefined {
  if (target.kind === 'symbol') return ownerOfSymbol(snapshot.model, target.symbol);
  if (target.kind === 'option') return undefined;
  const holder = [...snapshot.model.users.values()].find((user) => isBrought(snapshot.model, user, target.name));
  return holder && `the attribute ${said(target.name)} of ${said(holder.name)} comes from a directory file`;
}

function ownerOfSymbol(model: Model, symbol: AnySymbol): string | undefined {
  switch (symbol.kind) {
    case 'user':
    case 'group':
      if (symbol.kind === 'group' && symbol.system !== undefined)
        return `${said(symbol.name)} is a group of the platform`;
      return symbol.declared ? undefined : `${said(symbol.name)} comes from ${directoryOf(originIn(model, symbol))}`;
    case 'role':
      return symbol.managed ? `${said(symbol.name)} is a managed role: its name is the platform's` : undefined;
    case 'policy':
      return symbol.isDefault ? 'the default policy is the platform’s and has no name' : undefined;
    case 'organization':
      return hasName(symbol) ? undefined : 'the organization has no name here';
    default:
      return undefined;
  }
}

function hasName({ origin }: Organization): boolean {
  const declaration = origin?.unit.declaration;
  return declaration?.kind === 'organization' && declaration.name !== undefined;
}

function directoryOf(origin: Origin | undefined): string {
  const declaration = origin?.unit.declaration;
  const written = declaration?.kind === 'directory' ? declaration.path?.text : undefined;
  const path = origin === undefined || written === undefined ? undefined : directoryPath(origin.file, written);
  return path === undefined ? 'a directory file' : `the directory file ${said(path)}`;
}

/** True of an attribute that a user has without having it written. */
function isBrought(model: Model, user: User, name: string): boolean {
  const declaration = originIn(model, user)?.unit.declaration;
  const items = declaration?.kind === 'user' ? declaration.items : [];
  return (
    attributesOf(model, user).has(name) && !items.some((item) => item.kind === 'attribute' && item.name.text === name)
  );
}

/** The name may stand where text is broken, and would stay behind there. */
function unreadIn(snapshot: Snapshot, target: Target): string | undefined {
  const { input, model, source } = snapshot;
  const name = nameOf(target);
  const unreadable = [...input.files].find(([, content]) => 'unreadable' in content)?.[0];
  if (unreadable !== undefined) return `${said(unreadable)} cannot be read and may name ${said(name)}`;
  const known = placesOf(snapshot, target);
  const wrong = new Map<Unit, Span[]>();
  for (const { origin } of model.problems) wrong.set(origin.unit, [...(wrong.get(origin.unit) ?? []), origin.span]);
  for (const file of input.files.keys()) {
    const text = source(file);
    if (text === undefined) continue;
    const places = known.filter((place) => place.file === file).map(({ span }) => span);
    const at = lostIn(text, { name, places, wrong });
    if (at === undefined) continue;
    const line = (snapshot.lines(file)?.position(at).line ?? 0) + 1;
    return `${said(name)} also stands in ${file}:${line}, where the text cannot be read`;
  }
  return undefined;
}

interface Sought {
  readonly name: string;
  /** Where it is known to stand, in the file. */
  readonly places: readonly Span[];
  /** What the model finds wrong in units. */
  readonly wrong: ReadonlyMap<Unit, readonly Span[]>;
}

/** Where the name stands in something broken that nothing was made of. */
function lostIn({ text, units, starts, comments }: SourceFile, { name, places, wrong }: Sought): number | undefined {
  for (const [i, unit] of units.entries()) {
    if (unit.problems.length === 0 && !wrong.has(unit)) continue;
    const start = starts[i] ?? 0;
    const end = start + unit.length;
    const read = readIn(unit, wrong.get(unit) ?? []).map((span) => shift(span, start));
    for (const span of wordsIn(text.slice(start, end), name).map((each) => shift(each, start))) {
      const isIn = (all: readonly Span[]) => all.some((each) => covers(each, span));
      if (!isIn(places) && !isIn(comments) && !isIn(read)) return span.start;
    }
  }
  return undefined;
}

/** What something was made of, less names that nothing was said of: what stands around them is broken. */
function readIn(unit: Unit, wrong: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const node of unit.declaration === undefined ? [] : nodesBelow(unit.declaration)) {
    if ('kind' in node && node.kind === 'ref') {
      const isSaid = wrong.some((span) => touches(span, node.span.start) || covers(span, node.span));
      if (isSaid) found.push(node.span);
    } else if (childrenOf(node).length === 0) found.push(node.span);
  }
  return found;
}

/** Where a text has the name as a whole word or quoted. */
function wordsIn(text: string, name: string): Span[] {
  const found: Span[] = [];
  const quoted = JSON.stringify(name);
  // Nothing as a name stands in quotes alone, and between any two characters otherwise.
  for (const word of name === '' ? [quoted] : [quoted, name])
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const isWhole = !isLetter(text[at - 1]) && !isLetter(text[end]);
      if (word === quoted || isWhole) found.push({ start: at, end });
    }
  return found;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
}
