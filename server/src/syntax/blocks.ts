// Which words may begin an item of each block: what the parser recovers by and what completion offers.
import type { Word } from './keywords.ts';

export type BlockKind =
  | 'organization'
  | 'user'
  | 'group'
  | 'role'
  | 'managed role'
  | 'object'
  | 'policy'
  | 'service account'
  | 'automation'
  | 'agent'
  | 'test'
  | 'record';

export const topWords = [
  'organization',
  'directory',
  'user',
  'group',
  'role',
  'managed',
  'app',
  'element',
  'task',
  'table',
  'record',
  'query',
  'expect',
  'test',
] as const satisfies readonly Word[];

/** First words of the items. A managed role reads every property of a role: that it may not have them is a rule's to say. */
export const blockWords: Readonly<Record<BlockKind, readonly Word[]>> = {
  organization: ['domains', 'invites', 'description'],
  user: ['external', 'inactive'],
  group: ['description', 'members', 'domain'],
  role: ['description', 'members', 'grants', 'auto-share', 'expires'],
  'managed role': ['description', 'members', 'grants', 'auto-share', 'expires'],
  object: ['field', 'role', 'managed', 'default', 'policy', 'auto-share', 'service', 'automation', 'agent'],
  policy: ['description', 'to', 'when'],
  'service account': ['purpose', 'roles', 'usable', 'inactive'],
  automation: ['description', 'trigger', 'runs', 'built', 'action'],
  agent: ['description', 'runs', 'built', 'tool'],
  test: ['expect', 'record'],
  record: ['watched', 'mentions', 'shared', 'assigned', 'approved'],
};
