/** A text with quotations over it, which may overlap → a row of segments, each with the quotations that cover it. */

export interface Mark {
  readonly id: string;
  /** UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly text: string;
  /** Ids of the marks that cover it, in the order given. */
  readonly covering: readonly string[];
  /** Those that begin with this segment, and those that end with it. */
  readonly starting: readonly string[];
  readonly ending: readonly string[];
}

/**
 * The segments of `text` from `start` to `end`. Marks are clipped to it; one that began before does not begin here.
 * A boundary is never put inside a surrogate pair. Cost: marks × boundaries of this stretch.
 */
export function segmentText(text: string, start: number, end: number, marks: readonly Mark[]): Segment[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const wanted = here.flatMap((mark) => [mark.start, mark.end]).filter((at) => at > start && at < end);
  const boundaries = [...new Set([start, ...wanted.map((at) => wholeCharacter(text, at)), end])].sort(
    (a, b) => a - b,
  );
  return boundaries.slice(0, -1).map((from, at) => {
    const to = boundaries[at + 1]!;
    const covering = here.filter((mark) => mark.start < to && mark.end > from);
    const ids = (list: readonly Mark[]) => list.map(({ id }) => id);
    return {
      text: text.slice(from, to),
      covering: ids(covering),
      starting: ids(covering.filter((mark) => mark.start >= from)),
      ending: ids(covering.filter((mark) => mark.end <= to)),
    };
  });
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
