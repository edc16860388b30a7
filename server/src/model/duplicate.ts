// The second declaration of a name.
import type { Name } from '../syntax/ast-value.ts';
import { report, type Site } from './draft.ts';
import { originIn } from './profiles.ts';
import type { AnySymbol } from './symbols.ts';

/** Reports a second declaration of a name; the first one stands. */
export function duplicate(site: Site, name: Name, first: AnySymbol, what: string): void {
  const origin = originIn(site.draft, first);
  const related = origin === undefined ? [] : [{ origin, message: 'first declared here' }];
  report(site, 'duplicate-name', name.span, { message: `a second ${what} \`${name.text}\``, related });
}
