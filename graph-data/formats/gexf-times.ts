/** Times of GEXF → the first and last day of a spell. */

export interface Stretch {
  readonly start: string | null;
  readonly end: string | null;
}

type XmlAttributes = Readonly<Record<string, string>>;

/** A day as it stands in a file: alone or with a time of day. Numbers are no days: `null`. */
export function dayOf(text: string | undefined): string | null {
  return (
    /^\s*(-?\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?\s*$/.exec(text ?? "")?.[1] ?? null
  );
}

/**
 * All times that an element names: `start` and `end`, also open ones (1.2), `timestamp`, and the lists `timestamps`
 * and `intervals` (1.3).
 */
export function timesOf(attributes: XmlAttributes): readonly (readonly [start?: string, end?: string])[] {
  const { start, startopen, end, endopen, timestamp, timestamps, intervals } = attributes;
  const from = start ?? startopen;
  const to = end ?? endopen;
  return [
    ...(from !== undefined || to !== undefined ? [[from, to] as const] : []),
    ...(timestamp === undefined ? [] : [[timestamp, timestamp] as const]),
    ...listOf(timestamps).map((time) => [time, time] as const),
    ...pairsOf(listOf(intervals)),
  ];
}

const NAMES = ["start", "startopen", "end", "endopen", "timestamp", "timestamps", "intervals"];

/** Most elements of most files have none. */
export function hasTimes(attributes: XmlAttributes): boolean {
  return NAMES.some((name) => attributes[name] !== undefined);
}

/** `<[2009, 2010]; [2011, 2012]>` and the like: all that stands between brackets and commas. */
function listOf(text = ""): string[] {
  return text.split(/[<>[\](),;\s]+/).filter((part) => part !== "");
}

function pairsOf(times: readonly string[]): (readonly [string, string?])[] {
  return times.flatMap((time, at) => (at % 2 === 0 ? [[time, times[at + 1]] as const] : []));
}

/** From the first beginning to the last end. A stretch that is open at an end leaves it open. */
export function joinStretches(stretches: readonly Stretch[]): Stretch {
  const starts = stretches.map(({ start }) => start);
  const ends = stretches.map(({ end }) => end);
  return {
    start: starts.includes(null) ? null : (starts.sort()[0] ?? null),
    end: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  };
}
