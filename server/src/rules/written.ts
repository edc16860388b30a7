// Declarations as they are written: where the words of a role or of the organization stand.
import { at, type Origin } from '../model/origin.ts';
import type { Organization, Role } from '../model/symbols.ts';
import type { RoleDecl } from '../syntax/ast.ts';

/** The declaration of a role; undefined of one that is not written. */
export function writtenRole({ origin, object }: Role): RoleDecl | undefined {
  const declaration = origin?.unit.declaration;
  if (object === undefined) return declaration?.kind === 'role' ? declaration : undefined;
  if (declaration?.kind !== 'object') return undefined;
  return declaration.items.find(
    (item): item is RoleDecl => item.kind === 'role' && item.name?.span.start === origin?.span.start,
  );
}

/** Where a trigger stands behind `auto-share on` of a role. */
export function writtenTrigger(role: Role, word: string): Origin | undefined {
  const share = writtenRole(role)?.items.find((item) => item.kind === 'auto-share');
  const name = share?.words.find(({ text }) => text === word);
  return role.origin === undefined || name === undefined ? undefined : at(role.origin, name.span);
}

/** Where the word behind `invites` stands. */
export function writtenInvites({ origin }: Organization): Origin | undefined {
  const declaration = origin?.unit.declaration;
  if (origin === undefined || declaration?.kind !== 'organization') return undefined;
  const word = declaration.items.find((item) => item.kind === 'invites')?.word;
  return word === undefined ? undefined : at(origin, word);
}
