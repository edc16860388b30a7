// Signature help: the forms that go on from what is typed, as the client can show them.
import {
  MarkupKind,
  type ParameterInformation,
  type SignatureHelp,
  type SignatureHelpParams,
  type SignatureInformation,
} from 'vscode-languageserver';
import { type Signature, signatureHelp } from '../ide/signature-help.ts';
import { type Context, spotOf } from './context.ts';

export function findSignatures(context: Context, params: SignatureHelpParams): SignatureHelp | null {
  const spot = spotOf(context, params);
  const help = spot && signatureHelp(spot.snapshot, spot.path, spot.offset);
  if (help === undefined) return null;
  const activeParameter = help.signatures[help.active]?.active;
  return {
    signatures: help.signatures.map((each) => toInformation(context, each)),
    activeSignature: help.active,
    ...(activeParameter === undefined ? {} : { activeParameter }),
  };
}

function toInformation(
  context: Context,
  { label, documentation, parameters, active }: Signature,
): SignatureInformation {
  const { signatureInformation } = context.client().textDocument?.signatureHelp ?? {};
  const byOffsets = signatureInformation?.parameterInformation?.labelOffsetSupport === true;
  const ofItsOwn = signatureInformation?.activeParameterSupport === true && active !== undefined;
  return {
    label,
    ...(documentation === undefined ? {} : { documentation: markdown(documentation) }),
    parameters: parameters.map(
      ({ span: { start, end }, documentation: about }): ParameterInformation => ({
        label: byOffsets ? [start, end] : label.slice(start, end),
        ...(about === undefined || about === '' ? {} : { documentation: markdown(about) }),
      }),
    ),
    ...(ofItsOwn ? { activeParameter: active } : {}),
  };
}

function markdown(value: string) {
  return { kind: MarkupKind.Markdown, value };
}
