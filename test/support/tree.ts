// Prints the tree of a file as an outline: one line for a declaration or property, conditions as calls.
// `?` is what is missing, `‹…›` a stretch that could not be read, `…` at the end of a line a block that never closes.
import type { BlockDecl, Declaration, FieldDecl, Grant, Hole, RunsAs, Step } from '../../server/src/syntax/ast.ts';
import type { Condition, Test } from '../../server/src/syntax/ast-condition.ts';
import type { Place, Question } from '../../server/src/syntax/ast-question.ts';
import type { Name, RecordBody, RecordItem, Ref, Text, Value } from '../../server/src/syntax/ast-value.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';

/** Whatever stands in a file or in a block. */
export type Item = BlockDecl | BlockDecl['items'][number] | Declaration;

/** The declarations of a file, one after the other; a unit without one is `‹…›` with its text on one line. */
export function printFile(file: SourceFile): string {
  return file.units
    .map((unit, i) => {
      const start = file.starts[i] ?? 0;
      const text = file.text.slice(start, start + unit.length);
      return unit.declaration === undefined ? unread(text) : printItem(unit.declaration, text).join('\n');
    })
    .join('\n');
}

function unread(text: string): string {
  return `‹${text.trim().replace(/\s+/g, ' ')}›`;
}

/** The lines of a declaration or property; `text` is that of its unit. */
export function printItem(item: Item, text: string): string[] {
  const [head, ...rest] = headOf(item).split('\n');
  const body = 'items' in item ? bodyOf(item, text) : [];
  const open = 'closed' in item && !item.closed ? ' …' : '';
  return [`${head}${open}`, ...rest, ...body];
}

interface Body {
  readonly items: readonly Item[];
  readonly holes: readonly Hole[];
}

/** Items and holes in the order of the text, indented. */
function bodyOf({ items, holes }: Body, text: string): string[] {
  const lines = [
    ...items.map((item) => ({ at: item.span.start, lines: printItem(item, text) })),
    ...holes.map(({ span, nearest }) => {
      const near = nearest === undefined ? '' : ` ${nearest}?`;
      return { at: span.start, lines: [unread(text.slice(span.start, span.end)) + near] };
    }),
  ];
  lines.sort((a, b) => a.at - b.at);
  return lines.flatMap((each) => each.lines.map((line) => `  ${line}`));
}

const missing = '?';
const nameText = (name: Name | undefined) =>
  name === undefined ? missing : name.quoted ? JSON.stringify(name.text) : name.text;
const quotedText = (text: Text | undefined) => (text === undefined ? missing : JSON.stringify(text.text));
const list = <T>(values: readonly T[], print: (value: T) => string) =>
  values.length === 0 ? missing : values.map(print).join(', ');

function refText(ref: Ref | undefined): string {
  if (ref === undefined) return missing;
  const { qualifier, name } = ref;
  if (qualifier === undefined) return nameText(name);
  return `${'kind' in qualifier ? '(organization)' : nameText(qualifier)}.${nameText(name)}`;
}

function headOf(item: Item): string {
  switch (item.kind) {
    case 'organization':
      return item.name === undefined ? 'organization' : `organization ${nameText(item.name)}`;
    case 'directory':
      return `directory ${quotedText(item.path)}`;
    case 'user':
      return `user ${nameText(item.name)} ${quotedText(item.address)}`;
    case 'role':
      return `${item.managed ? 'managed role' : 'role'} ${nameText(item.name)}`;
    case 'object':
      return `${item.object} ${nameText(item.name)}`;
    case 'group':
    case 'policy':
    case 'service account':
    case 'automation':
    case 'agent':
    case 'test':
      return `${item.kind} ${nameText(item.name)}`;
    case 'record':
      return `record ${nameText(item.name)} in ${refText(item.object)}${bodyText(item.body, true)}`;
    case 'query':
    case 'expect':
      return `${item.kind} ${item.question === undefined ? missing : questionText(item.question)}`;

    case 'description':
    case 'purpose':
      return `${item.kind} ${quotedText(item.text)}`;
    case 'domains':
      return `domains ${list(item.domains, quotedText)}`;
    case 'invites':
      return `invites ${item.policy ?? missing}`;
    case 'external':
    case 'inactive':
    case 'default policy':
      return item.kind;
    case 'attribute':
      return `attribute ${nameText(item.name)} ${quotedText(item.value)}`;
    case 'members':
    case 'to':
    case 'roles':
    case 'usable by':
      return `${item.kind} ${list(item.refs, refText)}`;
    case 'domain':
      return `domain ${quotedText(item.domain)}`;
    case 'grants':
      return `grants ${list(item.grants, grantText)}`;
    case 'auto-share':
      return `auto-share ${item.records ? 'records ' : ''}on ${list(item.words, nameText)}`;
    case 'expires':
      return `expires ${item.date?.text ?? missing}`;
    case 'when':
      return `when ${conditionText(item.condition)}`;
    case 'trigger':
      return `trigger ${nameText(item.word)}`;
    case 'runs as':
      return runsAsText(item);
    case 'built by':
      return `built by ${refText(item.by)}`;
    case 'action':
    case 'tool':
      return stepText(item);
    case 'field':
      return fieldText(item);
  }
}

function grantText(grant: Grant): string {
  return grant.kind === 'permission' ? nameText(grant.name) : `${grant.level} on ${nameText(grant.group)}`;
}

function runsAsText({ as }: RunsAs): string {
  if (as === undefined) return `runs as ${missing}`;
  return `runs as ${typeof as === 'string' ? `(${as})` : refText(as)}`;
}

function stepText(step: Step): string {
  const object = step.object === undefined ? '' : ` in ${refText(step.object)}`;
  const where = step.hasWhere ? ` where ${conditionText(step.where)}` : '';
  const runsAs = step.runsAs === undefined ? '' : ` ${runsAsText(step.runsAs)}`;
  return `${step.kind} ${nameText(step.word)}${object}${where}${runsAs}`;
}

function fieldText({ name, type, assignee }: FieldDecl): string {
  const options = type === undefined || type.options.length === 0 ? '' : `(${list(type.options, quotedText)})`;
  return `field ${nameText(name)}: ${type?.name ?? missing}${options}${assignee === undefined ? '' : ' as assignee'}`;
}

/** `and(Status is "Open", not(Priority > (number 3)))`; parentheses of the text stay. */
export function conditionText(condition: Condition | undefined): string {
  if (condition === undefined) return missing;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `${condition.kind}(${condition.parts.map(conditionText).join(', ')})`;
    case 'not':
      return `not(${conditionText(condition.part)})`;
    case 'parenthesis':
      return `(${conditionText(condition.part)})`;
    case 'comparison':
      return `${nameText(condition.field)} ${testText(condition.test)}`;
  }
}

function testText(test: Test | undefined): string {
  if (test === undefined) return missing;
  switch (test.operator) {
    case 'is empty':
    case 'is not empty':
      return test.operator;
    case 'is one of':
    case 'overlaps':
      return `${test.operator} [${test.values.map(valueText).join(', ')}]`;
    case 'between':
      return `between ${valueText(test.low)} ${valueText(test.high)}`;
    case 'in the last':
    case 'in the next':
      return `${test.operator} ${test.count?.text ?? missing} ${test.unit ?? missing}`;
    case 'is in':
      return `is in ${refText(test.group)}`;
    default:
      return `${test.operator} ${valueText(test.value)}`;
  }
}

/** A string has quotes, any other word is a name, and `(current user)`, `(field X)`, `(number 3)` say what they are. */
function valueText(value: Value | undefined): string {
  if (value === undefined) return missing;
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'name':
      return refText(value.ref);
    case 'current user':
      return `(current user${value.attribute === undefined ? '' : `.${nameText(value.attribute)}`})`;
    case 'field':
      return `(field ${nameText(value.name)})`;
    default:
      return `(${value.kind} ${value.text})`;
  }
}

function bodyText(body: RecordBody | undefined, isBlock: boolean): string {
  if (body === undefined) return ` ${missing}`;
  const marks = `${body.broken ? ' broken' : ''}${body.closed ? '' : ' …'}`;
  const items = body.items.map(recordItemText);
  if (isBlock) return [marks, ...items.map((item) => `  ${item}`)].join('\n');
  return ` {${items.map((item) => ` ${item}`).join(';')} }${marks}`;
}

function recordItemText(item: RecordItem): string {
  if (item.kind === 'relation') return `${item.relation}: ${list(item.refs, refText)}`;
  const { name, value } = item;
  if (value === undefined || value === 'empty') return `${nameText(name)} = ${value === 'empty' ? '(empty)' : missing}`;
  if ('kind' in value) return `${nameText(name)} = ${valueText(value)}`;
  return `${nameText(name)} = [${value.map(valueText).join(', ')}]`;
}

/** `can alice [READ_RECORDS] (on ticket) as of …`: the kind of the question first, then its parts in order. */
export function questionText(question: Question): string {
  const asOf = question.asOf === undefined ? '' : ` as of ${question.asOf.text}`;
  return `${partsText(question)}${asOf}${question.broken ? ' broken' : ''}`;
}

function partsText(question: Question): string {
  const verb = 'negated' in question && question.negated ? 'cannot' : 'can';
  switch (question.kind) {
    case 'can':
      return `${verb} ${refText(question.principal)} ${permissionsText(question)}`;
    case 'invite':
      return `${verb} ${refText(question.principal)} (invite ${quotedText(question.address)})`;
    case 'use':
      return `${verb} ${refText(question.principal)} (use ${refText(question.account)})`;
    case 'who':
      return `who ${permissionsText(question)}`;
    case 'what':
      return `what ${refText(question.principal)} ${placeText(question.place)}`;
    case 'except':
      return `${question.form} {${question.except.map(refText).join(', ')}} ${permissionsText(question)}`;
  }
}

interface Asked {
  readonly permissions: readonly Name[];
  readonly place: Place | undefined;
}

function permissionsText({ permissions, place }: Asked): string {
  return `[${permissions.map(nameText).join(', ')}] ${placeText(place)}`;
}

function placeText(place: Place | undefined): string {
  if (place === undefined) return missing;
  if (place.kind === 'organization') return '(in organization)';
  if (place.kind === 'on') return `(on ${refText(place.record)})`;
  const body = place.with === undefined ? '' : ` with${bodyText(place.with, false)}`;
  const when = place.hasWhen ? ` when ${conditionText(place.when)}` : '';
  return `(in ${refText(place.object)}${body}${when})`;
}
