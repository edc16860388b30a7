// Records and what a question says of one: fields to contents, relations to principals.
import type { RecordDecl } from '../syntax/ast.ts';
import type { RecordBody, RecordField, RelationKind, Value } from '../syntax/ast-value.ts';
import { bindLiteral, resolveField, wrongValue } from './bind-values.ts';
import {
  hasProblem,
  type ObjectDraft,
  originOf,
  report,
  type Site,
  stretchOf,
  type TestDraft,
  withTaint,
} from './draft.ts';
import { duplicate } from './duplicate.ts';
import { resolveObject, resolvePrincipal } from './lookup.ts';
import type { Content, Field, Principal, RecordFacts, RecordSymbol } from './symbols.ts';

/** Declares a record, of the project or of a test. */
export function bindRecord(site: Site, declaration: RecordDecl, test: TestDraft | undefined): void {
  const { name, body } = declaration;
  const records = test?.records ?? site.draft.records;
  const object = declaration.object === undefined ? undefined : resolveObject(site, declaration.object);
  const bound = object === undefined || body === undefined ? undefined : bindBody(site, body, object);
  const facts = hasProblem(site, stretchOf(site, declaration)) ? undefined : bound;
  if (facts === undefined && test === undefined) taintReach(site, object);
  if (name === undefined) return;
  const first = records.get(name.text);
  if (first !== undefined) {
    duplicate(site, name, first, 'record');
    return;
  }
  const origin = originOf(site, name.span);
  const record: RecordSymbol = { kind: 'record', name: name.text, origin, declaration, test, facts, object };
  records.set(record.name, record);
}

/** Where a role counts in the whole object once any record gives its relation, a record that is broken might have. */
function taintReach({ draft }: Site, object: ObjectDraft | undefined): void {
  if (draft.semantics.autoShareReach !== 'object') return;
  if (object === undefined) draft.broken.organization = true;
  else object.broken.roles = true;
}

/** What a body says; undefined where anything in it is wrong. */
export function bindBody(site: Site, body: RecordBody, object: ObjectDraft): RecordFacts | undefined {
  let sound = !body.broken && body.closed;
  const own = withTaint(site, () => {
    sound = false;
    site.taint();
  });
  const values = new Map<Field, Content>();
  const relations = new Map<RelationKind, Set<Principal>>();
  for (const item of body.items) {
    if (item.kind === 'value') bindField(own, item, object, values);
    else if (relations.has(item.relation)) report(own, 'duplicate-name', item.word, 'this relation stands here twice');
    else {
      const found = item.refs.map((ref) => resolvePrincipal(own, ref, object)).filter((each) => each !== undefined);
      relations.set(item.relation, new Set(found));
    }
  }
  return sound ? { object, values, relations } : undefined;
}

function bindField(site: Site, item: RecordField, object: ObjectDraft, values: Map<Field, Content>): void {
  const field = resolveField(site, object, item.name);
  if (field === undefined) return;
  if (values.has(field)) {
    report(site, 'duplicate-name', item.name.span, `\`${field.name}\` stands here twice`);
    return;
  }
  const content = bindContent(site, item, field, object);
  if (content === undefined) site.taint();
  else values.set(field, content);
}

function bindContent(site: Site, item: RecordField, field: Field, object: ObjectDraft): Content | undefined {
  const { value } = item;
  if (value === 'empty') return null;
  if (value === undefined || field.type === undefined) return undefined;
  const isList = Array.isArray(value);
  const list: readonly Value[] = Array.isArray(value) ? value : [value];
  if (field.type === 'choices' && list.length > 0) {
    const options = list.map((each) => bindLiteral(site, field, each, object));
    return options.every((option) => typeof option === 'string') ? new Set(options) : undefined;
  }
  const [only] = list;
  if (only === undefined) {
    report(
      site,
      'invalid-value',
      item.name.span,
      `\`${field.name}\` holds no value here: nothing is written \`empty\``,
    );
    return undefined;
  }
  if (isList)
    return wrongValue(
      site,
      field,
      { ...only, span: item.span },
      `only a choices field holds several values, not the ${field.type} field \`${field.name}\``,
    );
  if (field.type === 'attachment')
    return only.kind === 'string'
      ? only.text
      : wrongValue(site, field, only, 'an attachment is a quoted text or `empty`');
  return bindLiteral(site, field, only, object);
}
