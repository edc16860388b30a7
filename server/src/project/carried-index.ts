// The access index of each state of a project, carried over from the state before where no more than declarations changed.
import type { AccessIndex } from '../access/index/access-index.ts';
import { changeBetween } from '../access/index/change.ts';
import { compile } from '../access/index/compile.ts';
import { updated } from '../access/index/update.ts';
import type { Model } from '../model/model.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from './sources.ts';
import type { FileContent, ProjectInput } from './types.ts';

type Files = ReadonlyMap<string, SourceFile>;

interface Made {
  readonly index: AccessIndex;
  readonly files: Files;
}

/** What the next state may build upon: never more than one index, the last that was asked for. */
export interface CarriedIndex {
  made: Made | undefined;
}

/** What there is of the state before that is right for this one up to its declarations; nothing where more may differ. */
export function carriedFrom(
  before: CarriedIndex | undefined,
  previous: ProjectInput | undefined,
  input: ProjectInput,
): CarriedIndex {
  const isUsable = previous !== undefined && isSameElsewhere(previous, input);
  return { made: isUsable ? before?.made : undefined };
}

/** The index of the model, and what the next state builds upon from now on. */
export function indexOf(carried: CarriedIndex, model: Model, files: Files, today: number): AccessIndex {
  const { made } = carried;
  const index =
    made === undefined ? compile(model, today) : updated(made.index, model, changeBetween(made.files, files));
  carried.made = { index, files };
  return index;
}

function isSameElsewhere(a: ProjectInput, b: ProjectInput): boolean {
  return (
    a.today === b.today &&
    isSame(a.settings, b.settings) &&
    a.directories.size === b.directories.size &&
    [...a.directories].every(([path, content]) => isSame(content, b.directories.get(path)))
  );
}

function isSame(a: FileContent | undefined, b: FileContent | undefined): boolean {
  return a === b || (textOf(a) !== undefined && textOf(a) === textOf(b));
}
