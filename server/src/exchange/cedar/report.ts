// The report beside an export, in Markdown: how large it is, what a request has to say, and what it does not say.

import type { ObjectSymbol } from '../../model/symbols.ts';
import type { ExportProblem } from '../exporter.ts';
import { code, plain } from '../markdown.ts';
import { actionGroups } from './actions.ts';
import { bytesOf } from './bytes.ts';
import type { Entity } from './entities.ts';
import type { Omission } from './left-out.ts';
import { monthsAttribute } from './moments.ts';
import { recordType } from './names.ts';

export interface ReportParts {
  readonly policies: readonly string[];
  readonly schema: string;
  readonly entities: readonly Entity[];
  readonly objects: readonly ObjectSymbol[];
  readonly months: readonly number[];
  readonly omissions: readonly Omission[];
  readonly problems: readonly ExportProblem[];
}

export function printReport(parts: ReportParts): string {
  const { omissions, problems } = parts;
  const sections = [
    ['# Cedar export', ...sizes(parts)],
    ['## What a request says', ...requests(parts)],
    ['## Not exported', ...listed(omissions.map(({ line }) => line))],
    ...(problems.length === 0 ? [] : [['## Broken', 'Exported as nothing:', '', ...listed(problems.map(problemLine))]]),
  ];
  return `${sections.map(([heading, ...lines]) => `${heading}\n\n${lines.join('\n')}`).join('\n\n')}\n`;
}

function problemLine({ place, message }: ExportProblem): string {
  return `${code(place)} ${plain(message)}`;
}

function listed(lines: readonly string[]): string[] {
  return lines.length === 0 ? ['Nothing.'] : lines.map((line) => `- ${line}`);
}

function sizes({ policies, schema, entities }: ReportParts): string[] {
  const largest = policies.reduce((most, policy) => Math.max(most, bytesOf(policy)), 0);
  const all = policies.reduce((sum, policy) => sum + bytesOf(policy), 0);
  return [
    `- policies: ${policies.length}, ${all} bytes; the largest has ${largest}`,
    `- schema: ${bytesOf(schema)} bytes, with ${actionGroups.length} groups of actions`,
    `- entities: ${entities.length}`,
  ];
}

function requests({ objects, months }: ReportParts): string[] {
  return [
    '- `context.today`: the first moment of the day, in UTC',
    ...months.map((count) => {
      const where = `${Math.abs(count)} calendar ${Math.abs(count) === 1 ? 'month' : 'months'} ${count < 0 ? 'before' : 'after'} today`;
      return `- \`context.${monthsAttribute(count)}\`: the day ${where}, the last day of a month that is too short`;
    }),
    ...objects.map(
      (object) =>
        `- a record of ${code(object.name)} is a \`${recordType(object)}\` in \`Writ::Object\` ${code(object.name)}`,
    ),
  ];
}
