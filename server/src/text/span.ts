// A stretch of text, in UTF-16 code units, half open.

/** `start` is included, `end` is not; `0 <= start <= end`. What it is relative to (a file, a unit) is the owner's to say. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** True where `offset` lies in the span or touches its end, as a cursor does. */
export function touches(at: Span, offset: number): boolean {
  return at.start <= offset && offset <= at.end;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function shift(at: Span, by: number): Span {
  return { start: at.start + by, end: at.end + by };
}
