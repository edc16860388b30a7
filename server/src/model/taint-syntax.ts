// What text that does not parse leaves open: it might have said anything that can stand where it stands.
import type { ObjectDecl, ObjectItem } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { objectSite, wholeObjectSite } from './declare-objects.ts';
import type { Site } from './draft.ts';

/** Taints what the syntax problems of a unit may have been about. Its names are declared already. */
export function taintBySyntax(site: Site): void {
  const { declaration, problems } = site.unit;
  // Roles of the organization may be among what an object that is not closed has swallowed.
  if (declaration?.kind === 'object' && !declaration.closed) site.taint();
  for (const { span } of problems) {
    if (declaration === undefined) site.taint();
    else if (declaration.kind !== 'object' || span.start >= declaration.span.end) {
      if (!isQuestion(declaration.kind)) site.taint();
    } else taintObject(site, declaration, span);
  }
}

const questionKinds: ReadonlySet<string> = new Set(['query', 'expect', 'test', 'record']);
const isQuestion = (kind: string) => questionKinds.has(kind);

function taintObject(site: Site, declaration: ObjectDecl, span: Span): void {
  const object = declaration.name === undefined ? undefined : site.draft.objects.get(declaration.name.text);
  if (object === undefined) {
    site.taint();
    return;
  }
  const item = declaration.items.find((each) => each.span.start <= span.start && span.start < each.span.end);
  if (item !== undefined && !crossesEnd(item, span)) objectSite(site, object, item).taint();
  else wholeObjectSite(site, object).taint();
}

/** A problem at the very end of an item is as much about what follows. */
function crossesEnd(item: ObjectItem, span: Span): boolean {
  return span.end > item.span.end || ('closed' in item && !item.closed);
}
