// What a construct takes at the cursor: its forms with the places for values, and which place the cursor stands in.
import type { Snapshot } from '../project/types.ts';
import { contextAt } from '../syntax/context.ts';
import type { Call } from '../syntax/context-call.ts';
import type { Span } from '../text/span.ts';
import { comparisonForms } from './signatures/comparison.ts';
import type { Form } from './signatures/form.ts';
import { questionForms } from './signatures/question.ts';
import { levelForm, stepForm, triggerForm } from './signatures/step.ts';

export interface Signature {
  /** On one line, in plain text. */
  readonly label: string;
  /** What more there is to say, as Markdown; undefined where the label says it all. */
  readonly documentation: string | undefined;
  readonly parameters: readonly { readonly span: Span; readonly documentation: string | undefined }[];
  /** The parameter at the cursor; undefined where it is not one of this form's. */
  readonly active: number | undefined;
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The likeliest of them. */
  readonly active: number;
}

/** Takes an offset in the file; undefined where no value is waited for. */
export function signatureHelp(snapshot: Snapshot, path: string, offset: number): SignatureHelp | undefined {
  const file = snapshot.source(path);
  if (file === undefined) return undefined;
  const { call, typed, quoted } = contextAt(file, Math.min(Math.max(offset, 0), file.text.length));
  if (call === undefined) return undefined;
  const forms = formsOf(snapshot, call, quoted ? `"${typed}` : typed);
  if (forms.length === 0) return undefined;
  const signatures = forms.map((form) => signatureOf(form, call.index));
  const active = signatures.findIndex((each) => each.active !== undefined);
  return { signatures, active: Math.max(active, 0) };
}

function formsOf(snapshot: Snapshot, call: Call, typed: string): readonly Form[] {
  switch (call.kind) {
    case 'comparison':
      return comparisonForms(snapshot, call, typed);
    case 'action':
    case 'tool':
      return [stepForm(call)];
    case 'trigger':
      return [triggerForm(typed)];
    case 'level':
      return [levelForm(call)];
    case 'question':
      return questionForms(call);
  }
}

function signatureOf({ parts, documentation }: Form, index: number): Signature {
  let label = '';
  let active: number | undefined;
  const parameters: { span: Span; documentation: string | undefined }[] = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? part : part.value;
    if (typeof part !== 'string') {
      if (part.index === index) active = parameters.length;
      parameters.push({ span: { start: label.length, end: label.length + text.length }, documentation: part.about });
    }
    label += text;
  }
  return { label, documentation, parameters, active };
}
