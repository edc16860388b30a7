// Writes into a declared record what it holds, or what it has to do with somebody.
import type { Change } from '../../access/remedies/types.ts';
import type { Model } from '../../model/model.ts';
import type { RecordSymbol } from '../../model/symbols.ts';
import type { FileEdits } from '../../rules/edits/fix.ts';
import { principalNameIn } from '../../rules/edits/names.ts';
import { declarationOf } from '../../rules/edits/written.ts';
import type { EditContext } from '../../rules/rule.ts';
import type { RecordBody } from '../../syntax/ast-value.ts';
import { append, insertAllLast } from '../../syntax/edits/insert.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, shift } from '../../text/span.ts';
import { recordWith, relationWords, writtenRecord } from '../written.ts';

type RecordChange = Extract<Change, { kind: 'meet-condition' | 'relate' }>;

/** Empty where the record is one that only the question describes, or is only half read. */
export function changeRecord(context: EditContext, model: Model, change: RecordChange): FileEdits[] {
  const record = recordWith(model, change.facts);
  const written = record?.origin && declarationOf(context, record.origin);
  if (record === undefined || written?.node.kind !== 'record') return [];
  const { file, source, start, node } = written;
  const { body } = node;
  if (body === undefined || !body.closed || body.broken) return [];
  const place = ({ span }: { readonly span: Span }) => shift(span, start);
  const target: Target = { source, body, place };
  const { edits, missing } = change.kind === 'relate' ? related(target, record, change) : holding(target, change);
  const block = { span: place(node), braces: place(body), items: body.items.map(place) };
  return [{ file, edits: [...edits, ...insertAllLast(source, block, missing)] }];
}

interface Target {
  readonly source: SourceFile;
  readonly body: RecordBody;
  /** Of a node in the file. */
  readonly place: (node: { readonly span: Span }) => Span;
}

interface Rewritten {
  readonly edits: readonly TextEdit[];
  /** What the record does not speak of yet. */
  readonly missing: readonly string[];
}

function holding({ body, place }: Target, { values }: Extract<Change, { kind: 'meet-condition' }>): Rewritten {
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [field, content] of values) {
    const text = writtenRecord(new Map([[field, content]]));
    const item = body.items.find((each) => each.kind === 'value' && each.name.text === field.name);
    if (item === undefined) missing.push(text);
    else edits.push({ span: place(item), text });
  }
  return { edits, missing };
}

function related(
  { source, body, place }: Target,
  { object }: RecordSymbol,
  { relation, principal }: Extract<Change, { kind: 'relate' }>,
): Rewritten {
  const name = principalNameIn(principal, object);
  const known = body.items.flatMap((item) => (item.kind === 'relation' && item.relation === relation ? item.refs : []));
  if (known.length === 0) return { edits: [], missing: [`${relationWords[relation]} ${name}`] };
  return { edits: append(source, known.map(place), name), missing: [] };
}
