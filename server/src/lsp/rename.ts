// Requests that give something another name.
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { prepareRename, rename } from '../ide/rename.ts';
import { type Context, spotOf } from './context.ts';
import { toRange } from './convert.ts';
import { toEdit } from './workspace-edit.ts';

type Placed = { range: Range; placeholder: string };

export function beginRename(context: Context, params: PrepareRenameParams): Placed | ResponseError<void> | null {
  const spot = spotOf(context, params);
  const found = spot && prepareRename(spot.snapshot, spot.path, spot.offset);
  if (spot === undefined || found === undefined) return null;
  if ('refused' in found) return refusal(found.refused);
  return { range: toRange(spot.lines, found.span), placeholder: found.name };
}

export function makeRename(context: Context, params: RenameParams): WorkspaceEdit | ResponseError<void> | null {
  const spot = spotOf(context, params);
  const found = spot && rename(spot.snapshot, spot, params.newName);
  if (spot === undefined || found === undefined) return null;
  return 'refused' in found
    ? refusal(found.refused)
    : toEdit(context, spot, found.edits, { text: found.label, isConfirmed: true });
}

/** An editor shows it where it would have asked for the name. */
function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
