// The settings of a project with what is wrong in them as reports.
import type { Place } from '../rules/finding.ts';
import { ruleNames } from '../rules/registry.ts';
import type { Report } from '../rules/rule.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import type { FileContent } from './types.ts';

/** Path of the settings, as findings name it. */
export const settingsPath = 'writ.json';

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Report[];
}

export function settingsOf(content: FileContent | undefined): ReadSettings {
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
    problems: problems.map(({ message, replacement: instead, removal, start: from, end }): Report => {
      const place: Place = { file: settingsPath, span: { start: from, end } };
      if (instead === undefined && removal === undefined) return { place, message };
      const title = instead === undefined || instead === '' ? 'Remove it' : `Change to \`${instead}\``;
      const where: Place = removal === undefined ? place : { file: settingsPath, span: removal };
      const edits = [{ place: where, text: instead ?? '' }];
      return { place, message, fixes: [{ title, edits, safe: false, preferred: true }] };
    }),
  };
}
