// First pass: every declaration gets its symbol and its name, so that the second pass can resolve any name anywhere.
import type { Declaration, OrganizationDecl } from '../syntax/ast.ts';
import { isDomain } from './address.ts';
import { bindRecord } from './bind-records.ts';
import { declareObject, declareRole } from './declare-objects.ts';
import { declareGroup, declareUser } from './declare-people.ts';
import { declareTest } from './declare-tests.ts';
import { findItem, onceEach, originOf, report, type Site, said, withoutTaint } from './draft.ts';

export function declare(site: Site, declaration: Declaration): void {
  switch (declaration.kind) {
    case 'organization':
      declareOrganization(site, declaration);
      return;
    case 'user':
      declareUser(site, declaration);
      return;
    case 'group':
      declareGroup(site, declaration);
      return;
    case 'role':
      declareRole(site, declaration, undefined);
      return;
    case 'object':
      declareObject(site, declaration);
      return;
    case 'test':
      declareTest(site, declaration);
      return;
    case 'record':
      site.draft.pending.later.push(() => bindRecord(withoutTaint(site), declaration, undefined));
      return;
    case 'query':
    case 'expect':
      site.draft.pending.questions.push({ site: withoutTaint(site), declaration, test: undefined });
      return;
    case 'directory':
      return;
  }
}

function declareOrganization(site: Site, declaration: OrganizationDecl): void {
  const { organization } = site.draft;
  const place = declaration.name?.span ?? declaration.keyword;
  if (organization.origin !== undefined) {
    report(site, 'duplicate-name', place, {
      message: 'a second `organization`',
      related: [{ origin: organization.origin, message: 'first declared here' }],
    });
    return;
  }
  organization.origin = originOf(site, place);
  organization.name = declaration.name?.text ?? '';
  const items = onceEach(site, declaration.items);
  const domains = findItem(items, 'domains')?.domains ?? [];
  const sound = domains.filter((domain) => {
    if (isDomain(domain.text)) return true;
    report(site, 'invalid-value', domain.span, `${said(domain.text)} is no domain`);
    return false;
  });
  organization.domains = sound.map((domain) => domain.text.toLowerCase());
  organization.invites = findItem(items, 'invites')?.policy ?? 'admins-only';
}
