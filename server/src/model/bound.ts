// What binding takes and gives: the files of a project, and the model with what the next state may build upon.
import type { SourceFile } from '../syntax/source-file.ts';
import type { DirectoryContent } from './bind-directories.ts';
import type { Draft } from './draft.ts';
import type { Model, Semantics } from './model.ts';
import type { Naming } from './named.ts';
import type { PartsByFile } from './parts.ts';

export interface BindInput {
  /** Sorted by path: of two declarations of a name the first stands. */
  readonly files: readonly { readonly path: string; readonly source: SourceFile }[];
  /** By path from the project's root. */
  readonly directories: ReadonlyMap<string, DirectoryContent>;
  readonly semantics: Semantics;
  /** A file or the settings could not be read: what they might say is open. */
  readonly incomplete: boolean;
}

export interface Bound {
  readonly model: Model;
  readonly input: BindInput;
  readonly parts: PartsByFile;
  readonly naming: Naming;
  readonly people: Draft['people'];
  /** With how many names unknown ones were compared, in this state and in those that it takes over. */
  readonly compared: number;
}
