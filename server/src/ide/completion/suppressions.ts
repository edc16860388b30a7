// `writ-ignore` in a comment, and the rules that can be kept quiet.

import { pageOfRule } from '../../rules/page-of-rule.ts';
import { rules as allRules } from '../../rules/registry.ts';
import type { RuleSlot } from '../../syntax/context-slots.ts';
import { type Found, type Request, ranks } from './suggestion.ts';

export function suppression(): Found {
  return [
    {
      kind: 'keyword',
      label: 'writ-ignore',
      insert: { words: 'writ-ignore ' },
      detail: 'keeps rules quiet here, with a reason',
      rank: ranks.first,
    },
  ];
}

/** Rules that report something on this line or the next come first. */
export function rules(request: Request, { named }: RuleSlot): Found {
  const near = reportedNear(request);
  const free = allRules.filter(({ id, locked }) => locked !== true && !named.includes(id));
  return free.map(({ id, title }) => ({
    kind: 'rule',
    label: id,
    insert: { name: id },
    detail: title,
    ...(near.has(id) ? { preselect: true } : {}),
    document: async () => (await pageOfRule(id)) ?? '',
    rank: near.has(id) ? ranks.first : ranks.name,
  }));
}

function reportedNear({ snapshot, path, offset }: Request): ReadonlySet<string> {
  const lines = snapshot.lines(path);
  if (lines === undefined) return new Set();
  const { line } = lines.position(offset);
  const from = lines.lineStart(line);
  const to = lines.lineEnd(line + 1);
  const here = snapshot.findings.filter(
    ({ place }) => place.file === path && place.span.start >= from && place.span.start <= to,
  );
  return new Set(here.map(({ rule }) => rule));
}
