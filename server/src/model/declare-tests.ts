// Tests: a name, expectations, and records of their own.
import type { TestDecl } from '../syntax/ast.ts';
import { bindRecord } from './bind-records.ts';
import { originOf, report, type Site, type TestDraft, withoutTaint } from './draft.ts';

export function declareTest(site: Site, declaration: TestDecl): void {
  const own = withoutTaint(site);
  const { draft } = site;
  const name = declaration.name;
  const test: TestDraft = {
    kind: 'test',
    name: name?.text ?? '',
    origin: originOf(site, name?.span ?? declaration.keyword),
    declaration,
    records: new Map(),
  };
  const first = draft.tests.find((other) => other.name === test.name && name !== undefined);
  if (first?.origin !== undefined && name !== undefined)
    report(own, 'duplicate-name', name.span, {
      message: `a second test \`${name.text}\``,
      related: [{ origin: first.origin, message: 'first declared here' }],
    });
  draft.tests.push(test);
  for (const item of declaration.items) {
    if (item.kind === 'record') draft.pending.later.push(() => bindRecord(own, item, test));
    else draft.pending.questions.push({ site: own, declaration: item, test });
  }
}
