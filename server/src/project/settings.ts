// The settings of a project: reads a `writ.json`, takes what is sound of it and says where it is wrong.
import type { Duty } from '../catalogue/duties.ts';
import type { Semantics } from '../model/model.ts';
import type { Severity } from '../rules/finding.ts';
import { nearest } from '../text/nearest.ts';
import { readDuties } from './settings-duties.ts';
import { globProblem } from './settings-glob.ts';
import { parseSettings } from './settings-json.ts';
import {
  knownMembers,
  type Member,
  memberNodes,
  problemAt,
  readItems,
  readMembers,
  type SettingsProblem,
  unknownWord,
} from './settings-values.ts';

/** How a finding of a rule counts; `off` reports none. */
export type RuleSeverity = Severity | 'off';

export interface Settings {
  /** Globs of files that the project leaves out, relative to its folder. */
  readonly exclude: readonly string[];
  /** What the project sets, by rule; any other rule keeps its own severity. */
  readonly rules: ReadonlyMap<string, RuleSeverity>;
  readonly duties: readonly Duty[];
  readonly semantics: Semantics;
}

/** Which rules there are; those that are locked are errors and stay so. */
export interface RuleNames {
  readonly known: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
}

/** What a project without a `writ.json` has. */
export const defaultSettings: Settings = {
  exclude: [],
  rules: new Map(),
  duties: [],
  semantics: { adminSeesAllRecords: true, autoShareReach: 'record' },
};

const settingNames = ['$schema', 'exclude', 'rules', 'duties', 'semantics'];

const severities: readonly RuleSeverity[] = ['off', 'hint', 'info', 'warning', 'error'];

/** What other linters call these severities. */
const severityAliases: ReadonlyMap<unknown, RuleSeverity> = new Map<unknown, RuleSeverity>([
  [false, 'off'],
  [0, 'off'],
  [1, 'warning'],
  [2, 'error'],
  ['none', 'off'],
  ['ignore', 'off'],
  ['disabled', 'off'],
  ['note', 'info'],
  ['information', 'info'],
  ['warn', 'warning'],
]);

/** Takes the text of a `writ.json`, and the rules that there are; gives what is sound in it and a problem for what is not. */
export function readSettings(
  text: string,
  rules: RuleNames,
): { settings: Settings; problems: readonly SettingsProblem[] } {
  const { root, problems } = parseSettings(text);
  const found: SettingsProblem[] = [];
  const settings =
    root === undefined ? defaultSettings : readRoot({ name: 'settings', key: root, value: root }, rules, found);
  // What is no JSON may be read as anything.
  const starts = new Set(problems.map(({ start }) => start));
  const all = [...problems, ...found.filter(({ start }) => !starts.has(start))];
  // What the parser makes up behind a comment that is not closed lies behind the text.
  const inText = (offset: number) => Math.min(offset, text.length);
  const within = all.map((problem) => ({ ...problem, start: inText(problem.start), end: inText(problem.end) }));
  return { settings, problems: within.toSorted((a, b) => a.start - b.start) };
}

function readRoot(root: Member, names: RuleNames, problems: SettingsProblem[]): Settings {
  if (root.value.type !== 'object') {
    problems.push(problemAt(root.value, 'the settings must be an object'));
    return defaultSettings;
  }
  const members = knownMembers(memberNodes(root.value, problems), settingNames, problems);
  const read = <T>(name: string, reader: (member: Member) => T, otherwise: T): T => {
    const member = members.get(name);
    return member === undefined ? otherwise : reader(member);
  };
  read('$schema', (member) => checkSchema(member, problems), undefined);
  return {
    exclude: read('exclude', (member) => readExclude(member, problems), defaultSettings.exclude),
    rules: read('rules', (member) => readRules(member, names, problems), defaultSettings.rules),
    duties: read('duties', (member) => readDuties(member, problems), defaultSettings.duties),
    semantics: read('semantics', (member) => readSemantics(member, problems), defaultSettings.semantics),
  };
}

function checkSchema({ value }: Member, problems: SettingsProblem[]): undefined {
  if (value.type !== 'string') problems.push(problemAt(value, '`$schema` must be a string'));
}

function readExclude(member: Member, problems: SettingsProblem[]): string[] {
  const globs: string[] = [];
  for (const item of readItems(member, 'globs', problems)) {
    const glob = item.type === 'string' ? String(item.value) : undefined;
    const problem = glob === undefined ? { message: 'a glob must be a string' } : globProblem(glob);
    if (problem !== undefined) problems.push(problemAt(item, problem.message, problem.replacement));
    else if (glob !== undefined) globs.push(glob);
  }
  return globs;
}

function readRules(member: Member, names: RuleNames, problems: SettingsProblem[]): Map<string, RuleSeverity> {
  const rules = new Map<string, RuleSeverity>();
  for (const rule of readMembers(member, problems)) {
    if (!names.known.has(rule.name) && !names.locked.has(rule.name)) {
      problems.push(unknownWord('rule', rule.key, nearest(rule.name, names.known, 1)[0]));
      continue;
    }
    const severity = readWord(rule.value, 'a severity', severities, problems);
    if (severity === undefined) continue;
    if (!names.locked.has(rule.name)) rules.set(rule.name, severity);
    else if (severity !== 'error') {
      problems.push(problemAt(rule.value, `\`${rule.name}\` is always an error`, 'error'));
    }
  }
  return rules;
}

function readSemantics(member: Member, problems: SettingsProblem[]): Semantics {
  const known = knownMembers(readMembers(member, problems), Object.keys(defaultSettings.semantics), problems);
  const reach = known.get('autoShareReach');
  const admin = known.get('adminSeesAllRecords');
  let { adminSeesAllRecords, autoShareReach } = defaultSettings.semantics;
  if (reach !== undefined) {
    autoShareReach = readWord(reach.value, '`autoShareReach`', ['record', 'object'], problems) ?? autoShareReach;
  }
  if (admin?.value.type === 'boolean') adminSeesAllRecords = admin.value.value === true;
  else if (admin !== undefined) {
    const meant = ['true', 'false'].find((word) => word === admin.value.value);
    const instead = meant === undefined ? undefined : meant === 'true';
    problems.push(problemAt(admin.value, '`adminSeesAllRecords` must be true or false', instead));
  }
  return { adminSeesAllRecords, autoShareReach };
}

/** Takes a value that should be one of some words; gives it where it is. */
function readWord<T extends RuleSeverity | Semantics['autoShareReach']>(
  value: Member['value'],
  what: string,
  words: readonly T[],
  problems: SettingsProblem[],
): T | undefined {
  const found = words.find((word) => value.value === word);
  if (found !== undefined) return found;
  const alias = words.find((word) => word === severityAliases.get(value.value));
  const instead = alias ?? (value.type === 'string' ? nearest(String(value.value), words, 1)[0] : undefined);
  problems.push(problemAt(value, `${what} must be ${words.map((word) => `\`${word}\``).join(', ')}`, instead));
  return undefined;
}
