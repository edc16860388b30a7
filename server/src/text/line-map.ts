// Offsets to lines and back, with the line ends of the language server protocol: LF, CRLF and a lone CR.

/** Zero-based line, and UTF-16 code units from its start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineMap {
  readonly lineCount: number;
  readonly length: number;
  /** The offset at which a line starts; past the last line, the end of the text. */
  lineStart(line: number): number;
  /** Where a line's text ends, before its line end. */
  lineEnd(line: number): number;
  /** An offset outside the text is cut to it. */
  position(offset: number): Position;
  /** A position outside its line is cut to it, one outside the text to the text. */
  offset(position: Position): number;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}

/** The position of the last of ascending offsets that is not behind the one; 0 where all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineMap(text: string): LineMap {
  const starts = lineStarts(text);
  const length = text.length;
  const lineStart = (line: number) => starts[line] ?? (line < 0 ? 0 : length);
  const lineEnd = (line: number) => {
    let end = lineStart(line + 1);
    if (line + 1 >= starts.length) return length;
    while (end > lineStart(line) && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    length,
    lineStart,
    lineEnd,
    position(offset) {
      const at = Math.min(Math.max(offset, 0), length);
      const line = lastAtOrBefore(starts, at);
      return { line, character: at - lineStart(line) };
    },
    offset({ line, character }) {
      if (line >= starts.length) return length;
      if (line < 0) return 0;
      return Math.min(lineStart(line) + Math.max(character, 0), lineEnd(line));
    },
  };
}
