// What an import leaves out as it says nothing about access, and what the format cannot say at all.
import type { Index } from './blocks.ts';

/** What is never in an export of this format, and so not in view after an import. */
export const neverSaid: readonly string[] = [
  'roles of the organization, and who is in managed roles',
  'service accounts: their roles, and who may use them',
  'which account automations, agents and tools run as, and who built them',
  'who is external or inactive, and attributes of users',
  'who may be invited, and the domains of the organization',
  'domains of dynamic groups, and groups that nothing names',
  'auto-share of records, shares and watchers',
  'names of policies: they have those of their labels',
  'what groups are used for: approving, assigning, mentioning and watching',
  'levels above what an object can be given: the export cuts them silently',
  'roles and policies of objects other than the one that was exported, and automations that are not active',
  'what tasks and agents say and send, and what triggers wait for',
];

/** Types that are read, or whose things the language has no part of. */
const read =
  /^elementum_(?:app|element|task|table|group|user|role|access_policy|automation|agent|workflow_publish|\w+_field|field|\w+_trigger|\w+_task|agent_\w+_tool|switch_case|fork_join_branch)$/;

const knownWords = ['provider', 'terraform', 'locals', 'variable', 'output', 'module', 'moved', 'removed', 'check'];

/** Counts by type of the blocks that were left out, most first in no particular way: in order of their names. */
export function leftOut(
  index: Index,
  skipped: ReadonlyMap<string, number>,
): { count: number; line: string | undefined } {
  const counts = new Map<string, number>();
  const add = (what: string, count: number) => counts.set(what, (counts.get(what) ?? 0) + count);
  for (const map of [index.resources, index.data])
    for (const [type, blocks] of map)
      if (!read.test(type)) add(/^elementum_[a-z0-9_]{1,50}$/.test(type) ? type : 'other', blocks.length);
  // A word that is none of Terraform's may be anything, so it is not repeated.
  for (const [word, count] of skipped) add(knownWords.includes(word) ? word : 'other', count);
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = rows.reduce((sum, [, each]) => sum + each, 0);
  const list = rows.map(([what, each]) => `${each} \`${what}\``).join(', ');
  return { count, line: count === 0 ? undefined : `blocks that are no part of the language: ${list}` };
}
