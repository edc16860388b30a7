// One state of a project: everything derived from its files, each part when first asked for.

import type { Answer, Outcome } from '../access/answer.ts';
import { answerQuestion } from '../access/answer-question.ts';
import { checkExpectation } from '../access/expectation.ts';
import { readDirectory } from '../exchange/scim.ts';
import { bind } from '../model/bind.ts';
import { type DirectoryContent, directoryPath } from '../model/bind-directories.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Finding, Place } from '../rules/finding.ts';
import { ruleNames } from '../rules/registry.ts';
import type { Report, RuleContext } from '../rules/rule.ts';
import { parseFile, type SourceFile, type Unit } from '../syntax/parse.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import { findAll } from './find-all.ts';
import { lazy } from './lazy.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import type { FileContent, ProjectInput, Snapshot } from './types.ts';

/** Path of the settings, as findings name it. */
export const settingsPath = 'writ.json';

/**
 * A state of a project. What `previous` derived from the same text is carried over: parsed files and directories.
 */
export function createSnapshot(input: ProjectInput, previous?: Snapshot): Snapshot {
  const parse = parsedFiles(input, previous);
  const settings = lazy(() => settingsOf(input.settings));
  const directoryPaths = lazy(() => [...namedDirectories(parse.all())]);
  const directories = lazy(() => readDirectories(input, directoryPaths(), previous));
  const model = lazy(() => modelOf(input, parse.all(), { settings: settings(), directories: directories() }));
  const unitStarts = lazy(() => startsOf(parse.all()));
  const place = (origin: Origin): Place => {
    const start = unitStarts().get(origin.unit) ?? 0;
    return { file: origin.file, span: { start: start + origin.span.start, end: start + origin.span.end } };
  };
  const answers = lazy(() => answersOf(model(), input.today, place));
  const outcomes = lazy(() => outcomesOf(model(), input.today, place));
  const lines = (path: string): LineMap | undefined => parse.lines(path) ?? settingsLines(input, path);
  const findings = lazy(() => {
    const context: RuleContext = {
      model: model(),
      sources: parse.all(),
      unreadable: unreadable(input),
      settingsProblems: settings().problems,
      outcomes: outcomes(),
      today: input.today,
      place,
    };
    return findAll(context, { settings: settings().settings, lines });
  });
  return {
    input,
    source: (path) => parse.all().get(path),
    lines,
    place,
    get settings(): Settings {
      return settings().settings;
    },
    get directoryPaths(): readonly string[] {
      return directoryPaths();
    },
    get model(): Model {
      return model();
    },
    get findings(): readonly Finding[] {
      return findings();
    },
    get answers() {
      return answers();
    },
    get outcomes() {
      return outcomes();
    },
  };
}

interface Parsed {
  /** Sorted by path. */
  readonly all: () => ReadonlyMap<string, SourceFile>;
  readonly lines: (path: string) => LineMap | undefined;
}

function textOf(content: FileContent | undefined): string | undefined {
  return content !== undefined && 'text' in content ? content.text : undefined;
}

function parsedFiles(input: ProjectInput, previous: Snapshot | undefined): Parsed {
  const maps = new Map<string, LineMap>();
  const all = lazy(() => {
    const files = new Map<string, SourceFile>();
    for (const path of [...input.files.keys()].sort()) {
      const text = textOf(input.files.get(path));
      if (text === undefined) continue;
      const before = previous?.source(path);
      files.set(path, before?.text === text ? before : parseFile(text));
    }
    return files;
  });
  const lines = (path: string) => {
    const source = all().get(path);
    if (source === undefined) return undefined;
    const known =
      maps.get(path) ?? (previous?.source(path) === source ? previous.lines(path) : undefined) ?? lineMap(source.text);
    maps.set(path, known);
    return known;
  };
  return { all, lines };
}

function settingsLines(input: ProjectInput, path: string): LineMap | undefined {
  const text = path === settingsPath ? textOf(input.settings) : undefined;
  return text === undefined ? undefined : lineMap(text);
}

interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Report[];
}

function settingsOf(content: FileContent | undefined): ReadSettings {
  if (content === undefined) return { settings: defaultSettings, problems: [] };
  const start: Place = { file: settingsPath, span: { start: 0, end: 0 } };
  if ('unreadable' in content)
    return {
      settings: defaultSettings,
      problems: [{ place: start, message: `\`${settingsPath}\` cannot be read: ${content.unreadable}` }],
    };
  const { settings, problems } = readSettings(content.text, ruleNames);
  return {
    settings,
    problems: problems.map(({ message, replacement: instead, start: from, end }): Report => {
      const place: Place = { file: settingsPath, span: { start: from, end } };
      if (instead === undefined) return { place, message };
      const title = instead === '' ? 'Remove it' : `Change to \`${instead}\``;
      return { place, message, fixes: [{ title, edits: [{ place, text: instead }], safe: false, preferred: true }] };
    }),
  };
}

function* namedDirectories(files: ReadonlyMap<string, SourceFile>): Generator<string> {
  for (const [file, { units }] of files)
    for (const { declaration } of units) {
      if (declaration?.kind !== 'directory' || declaration.path === undefined) continue;
      const path = directoryPath(file, declaration.path.text);
      if (path !== undefined) yield path;
    }
}

/** A directory file is large and seldom changes: what was read of the same text is kept for the next snapshot. */
const readBefore = new WeakMap<FileContent, DirectoryContent>();

function readDirectories(
  input: ProjectInput,
  paths: readonly string[],
  previous: Snapshot | undefined,
): ReadonlyMap<string, DirectoryContent> {
  const found = new Map<string, DirectoryContent>();
  for (const path of new Set(paths)) {
    const content = input.directories.get(path);
    if (content === undefined) continue;
    const before = previous?.input.directories.get(path);
    const known =
      readBefore.get(content) ??
      (before !== undefined && textOf(before) === textOf(content) ? readBefore.get(before) : undefined);
    const read = known ?? ('unreadable' in content ? content : { directory: readDirectory(content.text) });
    readBefore.set(content, read);
    found.set(path, read);
  }
  return found;
}

interface ModelParts {
  readonly settings: ReadSettings;
  readonly directories: ReadonlyMap<string, DirectoryContent>;
}

function modelOf(
  input: ProjectInput,
  files: ReadonlyMap<string, SourceFile>,
  { settings, directories }: ModelParts,
): Model {
  const incomplete =
    unreadable(input).size > 0 ||
    settings.problems.length > 0 ||
    [...files.values()].some((file) => file.problems.length > 0);
  return bind({
    files: [...files].map(([path, source]) => ({ path, source })),
    directories,
    semantics: settings.settings.semantics,
    incomplete,
  });
}

function unreadable(input: ProjectInput): Map<string, string> {
  const all = new Map<string, string>();
  for (const [path, content] of input.files) if ('unreadable' in content) all.set(path, content.unreadable);
  return all;
}

function startsOf(files: ReadonlyMap<string, SourceFile>): ReadonlyMap<Unit, number> {
  const starts = new Map<Unit, number>();
  for (const { units, starts: offsets } of files.values())
    for (const [i, unit] of units.entries()) starts.set(unit, offsets[i] ?? 0);
  return starts;
}

type PlaceOf = (origin: Origin) => Place;
const asked = (model: Model, kind: 'query' | 'expect') =>
  model.questions.filter(({ declaration }) => declaration.kind === kind);

function answersOf(
  model: Model,
  today: number,
  place: PlaceOf,
): { asked: AskedQuestion; place: Place; answer: Answer }[] {
  return asked(model, 'query').map((each) => ({
    asked: each,
    place: place(each.origin),
    answer:
      each.question === undefined
        ? { kind: 'error', reason: 'the question or what it names is broken' }
        : answerQuestion(model, each.question, today),
  }));
}

function outcomesOf(
  model: Model,
  today: number,
  place: PlaceOf,
): { asked: AskedQuestion; place: Place; outcome: Outcome }[] {
  return asked(model, 'expect').map((each) => ({
    asked: each,
    place: place(each.origin),
    outcome:
      each.question === undefined
        ? { outcome: 'error', reason: 'the expectation or what it names is broken', counterexample: undefined }
        : checkExpectation(model, each.question, today),
  }));
}
