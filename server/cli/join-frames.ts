/** What several files say of a dossier as a whole → one frame. */
import type { Dossier } from "../../graph-data/dossier/records.ts";

export type Frame = Partial<Omit<Dossier, "documents" | "actors" | "statements">>;

/** Lists that several files may each add to. */
const SHARED_LISTS = ["families", "relationTypes", "phases", "narratives"] as const;
/** What is said of one file's whole: of several together it would be untrue. */
const OF_ONE_FILE = ["id", "story", "sliceOf"];

/** A later part replaces the same part: of one file. */
export function extendFrame(frame: Frame, part: Frame): Frame {
  // The lists of records have sinks of their own.
  const { documents: _d, actors: _a, statements: _s, ...rest } = part as Partial<Dossier>;
  return { ...frame, ...rest };
}

/**
 * One after the other: lists are joined, places too, and of all else the first counts. Of entries with one id the
 * first stays; `clash` is told of those that differ from it.
 */
export function joinFrames(frames: readonly Frame[], clash: (list: string, id: string) => void): Frame {
  const [only, ...others] = frames;
  if (!only || others.length === 0) return only ?? {};
  const plain = frames.map((frame) =>
    Object.fromEntries(Object.entries(frame).filter(([name]) => !OF_ONE_FILE.includes(name))),
  );
  const positions = Object.assign({}, ...plain.map((frame) => frame.positions).reverse());
  const lists = SHARED_LISTS.filter((name) => plain.some((frame) => Array.isArray(frame[name])));
  return {
    ...Object.assign({}, ...plain.reverse()),
    ...(plain.some((frame) => frame.positions) ? { positions } : {}),
    ...Object.fromEntries(lists.map((name) => [name, joinLists(frames, name, clash)])),
  };
}

function joinLists(
  frames: readonly Frame[],
  name: (typeof SHARED_LISTS)[number],
  clash: (list: string, id: string) => void,
): unknown[] {
  const earlier = new Map<unknown, string>();
  const joined: unknown[] = [];
  for (const frame of frames) {
    const entries: readonly unknown[] = Array.isArray(frame[name]) ? frame[name] : [];
    const fresh = entries.filter((entry) => !earlier.has(idOf(entry)));
    joined.push(...fresh);
    for (const entry of entries)
      if (earlier.has(idOf(entry)) && earlier.get(idOf(entry)) !== JSON.stringify(entry))
        clash(name, String(idOf(entry)));
    for (const entry of fresh) earlier.set(idOf(entry), JSON.stringify(entry));
  }
  return joined;
}

function idOf(entry: unknown): unknown {
  return (entry as { id?: unknown } | null)?.id;
}
