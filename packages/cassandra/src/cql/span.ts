/** A stretch of a CQL text. Lines and columns count from 1, columns in UTF-16 units; offsets from 0. */
export interface CqlSpan {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** From the start of one span to the end of another; the place is the first one's. */
export function spanFrom(first: CqlSpan, last: CqlSpan): CqlSpan {
  return { ...first, length: Math.max(first.length, last.offset + last.length - first.offset) };
}
