// One state of a project: everything derived from its files, each part when first asked for.

import { readDirectory } from '../exchange/scim.ts';
import { bindAll } from '../model/bind.ts';
import { type DirectoryContent, directoryPath } from '../model/bind-directories.ts';
import type { BindInput, Bound } from '../model/bound.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import { rebind } from '../model/rebind.ts';
import type { Finding, Place } from '../rules/finding.ts';
import { ruleNamed } from '../rules/registry.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { type Suppression, suppressions } from '../syntax/suppressions.ts';
import { lazy } from '../text/lazy.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import { notesOn } from '../text/notes.ts';
import { answersOf, outcomesOf } from './asked.ts';
import { type CarriedFindings, partFinder } from './carried-findings.ts';
import { type CarriedIndex, carriedFrom, indexOf } from './carried-index.ts';
import { type BareContext, finder } from './find-all.ts';
import { type ReadSettings, settingsOf, settingsPath } from './settings-report.ts';
import { readSources, type Sources, textOf } from './sources.ts';
import type { FileContent, ProjectInput, Snapshot } from './types.ts';
import { type CarriedPositions, startsIn } from './unit-starts.ts';

/** What each state was parsed to, for the next one. */
const parsedBefore = notesOn<Snapshot, Sources>();
const carriedBefore = notesOn<Snapshot, Carried>();

interface Carried {
  readonly index: CarriedIndex;
  readonly findings: CarriedFindings;
  readonly positions: CarriedPositions;
  /** The model that was last asked for, in this state or one before. */
  bound: Bound | undefined;
}

/**
 * A state of a project. What `previous` derived from the same text is carried over: parsed declarations, directories and
 * what of the access index no edit touched.
 */
export function createSnapshot(input: ProjectInput, previous?: Snapshot): Snapshot {
  // Nothing below may hold on to `previous`: each state would keep all before it.
  const parsed = readSources(input.files, previous === undefined ? undefined : parsedBefore.get(previous));
  rememberDirectories(input, previous);
  const before = previous && carriedBefore.get(previous);
  const carried = {
    index: carriedFrom(before?.index, previous?.input, input),
    bound: before?.bound,
    findings: { made: before?.findings.made },
    positions: before?.positions ?? new Map(),
  };
  const derived = derive(input, parsed, carried);
  const snapshot: Made = Object.assign(Object.create(members), {
    input,
    source: (path: string) => parsed.get(path)?.source,
    lines: derived.lines,
    place: derived.place,
    findingsOf: (id: string) => {
      const rule = ruleNamed(id);
      return rule === undefined ? [] : derived.finder.of(rule);
    },
    fixesOf: (finding: Finding) => derived.finder.fixesOf(finding),
    [derivedKey]: derived,
  });
  parsedBefore.set(snapshot, parsed);
  carriedBefore.set(snapshot, carried);
  return snapshot;
}

const derivedKey = Symbol('derived');

interface Made extends Snapshot {
  readonly [derivedKey]: ReturnType<typeof derive>;
}

/**
 * What is found when it is asked for. All states share it: an engine keeps what an accessor of one object alone speaks of until
 * all of the memory is looked through.
 */
const members: Omit<Snapshot, 'input' | 'source' | 'lines' | 'place' | 'findingsOf' | 'fixesOf'> & ThisType<Made> = {
  get settings() {
    return this[derivedKey].settings().settings;
  },
  get directoryPaths() {
    return this[derivedKey].directoryPaths();
  },
  get model() {
    return this[derivedKey].model();
  },
  get accessIndex() {
    return this[derivedKey].index();
  },
  get findings() {
    return this[derivedKey].finder.all();
  },
  get suppressed() {
    return this[derivedKey].finder.suppressed();
  },
  get answers() {
    return this[derivedKey].answers();
  },
  get outcomes() {
    return this[derivedKey].outcomes();
  },
};

/** Every derived fact as a question that is answered once. */
function derive(input: ProjectInput, parsed: Sources, carried: Carried) {
  const sources: ReadonlyMap<string, SourceFile> = new Map([...parsed].map(([path, { source }]) => [path, source]));
  const settings = lazy(() => settingsOf(input.settings));
  const directoryPaths = lazy(() => [...namedDirectories(sources)]);
  const directories = lazy(() => readDirectories(input, directoryPaths()));
  const model = lazy((): Model => {
    const bound = boundOf(
      carried.bound,
      bindInput(input, sources, { settings: settings(), directories: directories() }),
    );
    carried.bound = bound;
    return bound.model;
  });
  const index = lazy(() => indexOf(carried.index, model(), sources, input.today));
  const startOf = startsIn(sources, carried.positions);
  const place = (origin: Origin): Place => {
    const start = startOf(origin.file, origin.unit) ?? 0;
    return { file: origin.file, span: { start: start + origin.span.start, end: start + origin.span.end } };
  };
  const answers = lazy(() => answersOf({ model: model(), index, today: input.today, place }));
  const checked = lazy(() => outcomesOf({ model: model(), index, today: input.today }));
  const outcomes = lazy(() => checked().map((each) => ({ ...each, place: place(each.asked.origin) })));
  const settingsLines = lazy(() => linesOf(input.settings));
  const lines = (path: string) => parsed.get(path)?.lines() ?? (path === settingsPath ? settingsLines() : undefined);
  const context = lazy(
    (): BareContext => ({
      model: model(),
      sources,
      unreadable: unreadable(input),
      settingsProblems: settings().problems,
      duties: settings().settings.duties,
      outcomes: checked(),
      today: input.today,
      place,
      lines,
      suppressions: suppressionsOf(sources, lines),
    }),
  );
  const found = finder(
    context,
    () => settings().settings,
    (state) => partFinder(carried.findings, { ...state, startOf, settings: textOf(input.settings) }),
  );
  return { settings, directoryPaths, model, index, place, answers, outcomes, lines, finder: found };
}

const suppressedIn = notesOn<SourceFile, readonly Suppression[]>();

/** Of each file when first asked for: it is the same one for as long as its text is. */
function suppressionsOf(
  sources: ReadonlyMap<string, SourceFile>,
  lines: RuleContext['lines'],
): RuleContext['suppressions'] {
  return (file) => {
    const source = sources.get(file);
    if (source === undefined) return [];
    const known = suppressedIn.get(source) ?? suppressions(source, () => lines(file) ?? lineMap(''));
    suppressedIn.set(source, known);
    return known;
  };
}

function linesOf(content: FileContent | undefined): LineMap | undefined {
  const text = textOf(content);
  return text === undefined ? undefined : lineMap(text);
}

function* namedDirectories(files: ReadonlyMap<string, SourceFile>): Generator<string> {
  for (const [file, { units, notable }] of files)
    for (const at of notable) {
      const declaration = units[at]?.declaration;
      if (declaration?.kind !== 'directory' || declaration.path === undefined) continue;
      const path = directoryPath(file, declaration.path.text);
      if (path !== undefined) yield path;
    }
}

/** What was read of a directory file: it is large and seldom changes. */
const readBefore = notesOn<FileContent, DirectoryContent>();

/** The same text in another object is not read again. */
function rememberDirectories(input: ProjectInput, previous: Snapshot | undefined): void {
  for (const [path, content] of input.directories) {
    const before = previous?.input.directories.get(path);
    if (before === undefined || before === content || readBefore.get(content) !== undefined) continue;
    const read = textOf(before) === textOf(content) ? readBefore.get(before) : undefined;
    if (read !== undefined) readBefore.set(content, read);
  }
}

function readDirectories(input: ProjectInput, paths: readonly string[]): ReadonlyMap<string, DirectoryContent> {
  const found = new Map<string, DirectoryContent>();
  for (const path of new Set(paths)) {
    const content = input.directories.get(path);
    if (content === undefined) continue;
    const read =
      readBefore.get(content) ?? ('unreadable' in content ? content : { directory: readDirectory(content.text) });
    readBefore.set(content, read);
    found.set(path, read);
  }
  return found;
}

interface ModelParts {
  readonly settings: ReadSettings;
  readonly directories: ReadonlyMap<string, DirectoryContent>;
}

function boundOf(before: Bound | undefined, input: BindInput): Bound {
  return before === undefined ? bindAll(input) : rebind(before, input);
}

function bindInput(
  input: ProjectInput,
  files: ReadonlyMap<string, SourceFile>,
  { settings, directories }: ModelParts,
): BindInput {
  const incomplete =
    unreadable(input).size > 0 ||
    settings.problems.length > 0 ||
    [...files.values()].some((file) => file.problems.length > 0);
  return {
    files: [...files].map(([path, source]) => ({ path, source })),
    directories,
    semantics: settings.settings.semantics,
    incomplete,
  };
}

function unreadable(input: ProjectInput): Map<string, string> {
  const all = new Map<string, string>();
  for (const [path, content] of input.files) if ('unreadable' in content) all.set(path, content.unreadable);
  return all;
}
