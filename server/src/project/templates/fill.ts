// Makes the files of a new project out of a template.
import { formatDay } from '../../text/calendar.ts';
import { settingsName } from '../membership.ts';
import type { NewFile, Template, TemplateValues } from './template.ts';

const unnamed = 'My Organization';

/** A role for a time is given half a year: long enough to be of use, and short enough to be looked at again. */
const daysOfATime = 183;

/**
 * Gives the settings first, then the files by their names. `@NAME@` is the name of the organization, `@END@` the day on which
 * a role for a time ends, and `@AFTER@` the next one.
 */
export function fill(template: Template, { name, today }: TemplateValues): NewFile[] {
  const end = today + daysOfATime;
  const values = new Map([
    ['@NAME@', JSON.stringify(plainName(name))],
    ['@END@', formatDay(end)],
    ['@AFTER@', formatDay(end + 1)],
  ]);
  const files = Object.entries(template.files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    { path: settingsName, text: '{}\n' },
    ...files.map(([path, text]) => ({
      path,
      text: text.replace(/@(?:NAME|END|AFTER)@/g, (place) => values.get(place) ?? place),
    })),
  ];
}

/** On one line and without what shows as nothing: it stands in a text that people read. */
export function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? unnamed : plain;
}
