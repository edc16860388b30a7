// Permissions as people speak of them: `view rec` on the way to `READ_RECORDS`.
import { permission } from '../catalogue/permissions.ts';
import { peek, type Reader } from './context-reader.ts';

/** Words that go on with the sentence: what stands before them is no display name that is being typed. */
const joints: ReadonlySet<string> = new Set(['in', 'on', 'and', 'as', 'can', 'cannot']);

/**
 * Where the words begin that stand between here and the word at the cursor, if they are words of one line and no
 * permission: then they are the beginning of a display name. Reads them, or nothing.
 */
export function spokenFrom(reader: Reader): number | undefined {
  const first = peek(reader);
  if (first === undefined || reader.onNewLine || !reader.typing) return undefined;
  const words = reader.tokens.slice(reader.at);
  const isSpoken = words.every(
    (token, i) =>
      (token.kind === 'name' || token.kind === 'word') && (i === 0 || !token.newLine) && !joints.has(token.text),
  );
  if (!isSpoken || words.length > 4 || permission(first.text) !== undefined) return undefined;
  reader.at = reader.tokens.length;
  return first.start;
}
