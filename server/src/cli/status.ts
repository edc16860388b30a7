// With which status a check ends, and what of its projects could not be read.
import type { Snapshot } from '../project/types.ts';
import type { CheckResult } from './check-result.ts';
import type { ExitStatus } from './host.ts';
import type { Covers } from './to-result.ts';

/** `maxWarnings`: how many warnings are still well; undefined for any number. */
export function statusOf(result: CheckResult, maxWarnings: number | undefined): ExitStatus {
  let warnings = 0;
  for (const { findings = [], expectations = [] } of result.projects) {
    if (findings.some(({ severity }) => severity === 'error')) return 1;
    if (expectations.some(({ outcome }) => outcome !== 'held')) return 1;
    warnings += findings.filter(({ severity }) => severity === 'warning').length;
  }
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0;
}

export interface Trouble {
  readonly status: ExitStatus;
  /** What the findings do not tell. */
  readonly messages: readonly string[];
}

/** What of a project could not be read: that is never well, even where the results are limited to other files of it. */
export function troubleOf(snapshot: Snapshot, covers: Covers): Trouble {
  const messages: string[] = [];
  let status: ExitStatus = 0;
  for (const [path, content] of snapshot.input.files) {
    if (!('unreadable' in content)) continue;
    status = 2;
    if (!covers(path)) messages.push(`\`${path}\` cannot be read: ${content.unreadable}`);
  }
  const settings = settingsTrouble(snapshot);
  if (settings !== undefined) {
    status = 2;
    messages.push(settings);
  }
  const directories = snapshot.model.problems.filter(
    ({ rule, origin }) => rule === 'directory-unreadable' && !covers(origin.file),
  );
  for (const { message } of directories) messages.push(message);
  if (status === 0 && directories.length > 0) status = 1;
  return { status, messages };
}

/** Settings with a wrong value are a finding; without any that can be read the run is not the one that was meant. */
function settingsTrouble({ input: { settings } }: Snapshot): string | undefined {
  if (settings === undefined) return undefined;
  if ('unreadable' in settings) return `\`writ.json\` cannot be read: ${settings.unreadable}`;
  try {
    const value: unknown = JSON.parse(settings.text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? undefined
      : '`writ.json` is no JSON object';
  } catch {
    return '`writ.json` is not JSON';
  }
}
