// A state of a project as those look at it who edit its text.
import type { EditContext } from '../rules/rule.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { suppressions } from '../syntax/suppressions.ts';
import { lazy } from '../text/lazy.ts';
import type { Snapshot } from './types.ts';

export function editContextOf(snapshot: Snapshot): EditContext {
  const sources = lazy(
    () =>
      new Map(
        [...snapshot.input.files.keys()].flatMap((path): [string, SourceFile][] => {
          const source = snapshot.source(path);
          return source === undefined ? [] : [[path, source]];
        }),
      ),
  );
  return {
    get model() {
      return snapshot.model;
    },
    get sources() {
      return sources();
    },
    place: (origin) => snapshot.place(origin),
    lines: (file) => snapshot.lines(file),
    suppressions(file) {
      const [source, lines] = [snapshot.source(file), snapshot.lines(file)];
      return source === undefined || lines === undefined ? [] : suppressions(source, () => lines);
    },
  };
}
