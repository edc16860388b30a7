// Writes whom the organization lets be invited.
import type { Change } from '../../access/remedies/types.ts';
import type { Model } from '../../model/model.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import type { FileEdits } from '../../rules/edits/fix.ts';
import { isSound, type Written, writtenOf } from '../../rules/edits/written.ts';
import type { EditContext } from '../../rules/rule.ts';
import type { OrganizationDecl } from '../../syntax/ast.ts';
import { append, insertAllLast } from '../../syntax/edits/insert.ts';
import { shift } from '../../text/span.ts';

type Widening = Extract<Change, { kind: 'widen-invites' }>;

/** Empty where the organization is only half read. */
export function widenInvites(context: EditContext, { organization }: Model, change: Widening): FileEdits[] {
  const { origin } = organization;
  if (origin === undefined) {
    const [near] = context.sources.keys();
    const text = `organization { ${propertiesOf(change).join('  ')} }`;
    return near === undefined ? [] : addDeclaration(context, near, 'organization', text);
  }
  const written = writtenOf(context, origin);
  const node = origin.unit.declaration;
  const isWhole = node?.kind === 'organization' && node.closed && isSound(origin.unit, node.span);
  return written !== undefined && isWhole ? intoOrganization(written, node, change) : [];
}

function propertiesOf({ invites, domain }: Widening): string[] {
  return [...(domain === undefined ? [] : [`domains ${JSON.stringify(domain)}`]), `invites ${invites}`];
}

/** What it says already is said otherwise, or goes on; the rest is put behind it. */
function intoOrganization({ file, source, start }: Written, node: OrganizationDecl, change: Widening): FileEdits[] {
  const { invites, domain } = change;
  const place = ({ span }: Pick<OrganizationDecl, 'span'>) => shift(span, start);
  const said = node.items.find((item) => item.kind === 'invites');
  const listed = node.items.flatMap((item) => (item.kind === 'domains' ? item.domains : [])).map(place);
  const isListed = listed.length > 0;
  const missing = [
    ...(domain === undefined || isListed ? [] : [`domains ${JSON.stringify(domain)}`]),
    ...(said === undefined ? [`invites ${invites}`] : []),
  ];
  const block = { span: place(node), braces: node.braces && shift(node.braces, start), items: node.items.map(place) };
  const edits = [
    ...(domain !== undefined && isListed ? append(source, listed, JSON.stringify(domain)) : []),
    ...(said === undefined || said.policy === invites ? [] : [{ span: place(said), text: `invites ${invites}` }]),
    ...insertAllLast(source, block, missing),
  ];
  return [{ file, edits }];
}
