// What an outline says beside a name: the one thing that tells it from its neighbours.
import type { Declaration, ObjectItem, RoleDecl, Step, UserDecl } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** Takes a node and the text of its unit; gives what is written there, line ends and all. */
export function detailOf(of: Declaration | ObjectItem | Step, text: string): string {
  const written = (at: Span | undefined) => (at === undefined ? '' : text.slice(at.start, at.end));
  switch (of.kind) {
    case 'user':
      return userDetail(of);
    case 'group':
      return listed(of.items, ['domain', 'members'], written);
    case 'role':
      return roleDetail(of, written);
    case 'field':
      return written(of.type && { start: of.type.span.start, end: of.span.end });
    case 'policy':
      return [listed(of.items, ['to'], written), listed(of.items, ['when'], written)]
        .filter((each) => each !== '')
        .join(' ');
    case 'service account':
      return listed(of.items, ['roles'], written);
    case 'automation':
      return listed(of.items, ['trigger'], written);
    case 'agent':
      return listed(of.items, ['runs as'], written);
    case 'record':
      return of.object === undefined ? '' : `in ${written(of.object.span)}`;
    case 'action':
    case 'tool':
      return of.word === undefined ? '' : written({ start: of.word.span.end, end: of.span.end });
    case 'test':
      return counted(of.items.filter((item) => item.kind === 'expect').length, 'expectation');
    default:
      return '';
  }
}

function userDetail(user: UserDecl): string {
  const flags = user.items.map((item) => item.kind).filter((kind) => kind !== 'attribute');
  return [user.address?.text ?? '', ...flags].filter((each) => each !== '').join(', ');
}

function roleDetail(role: RoleDecl, written: (at: Span) => string): string {
  return role.managed ? listed(role.items, ['members'], written) : listed(role.items, ['grants', 'members'], written);
}

interface Item {
  readonly kind: string;
  readonly span: Span;
}

/** The first item of the first kind that there is, as written. */
function listed(items: readonly Item[], kinds: readonly string[], written: (at: Span) => string): string {
  for (const kind of kinds) {
    const item = items.find((each) => each.kind === kind);
    if (item !== undefined) return written(item.span);
  }
  return '';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
