/**
 * What is painted while the window of time of a large dossier moves. The ties' places are looked up once: a step then
 * reads numbers, and asks nothing by name. Pure.
 */
import type { Positions } from "../../graph-data/display/elements.ts";
import type { TieKey } from "../../graph-data/graph/build.ts";

/** x and y of one end and of the other, stroke after stroke. */
export type Strokes = ArrayLike<number>;

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly name?: string;
}

/** Stands in the memory of its stage: the next sketch of the stage is written over it. */
export interface Sketch {
  /** By family. */
  readonly strokes: ReadonlyMap<string, Strokes>;
  /** Of a comparison, what is over. */
  readonly ghosts: Strokes;
  /** The actors that strokes and ghosts touch. */
  readonly dots: readonly Dot[];
}

/** The ties of which both actors have a place, and all those actors. */
export interface Stage {
  readonly families: readonly string[];
  readonly dots: readonly Dot[];
  /** Of each tie on the stage: its index among all ties, that of its family, and those of its two dots. */
  readonly ties: Uint32Array;
  readonly family: Uint8Array;
  readonly ends: Uint32Array;
  /** x and y of each dot. */
  readonly places: Float32Array;
  /** Room for all strokes of each family, and for the ghosts: a step that makes no garbage is never collected. */
  readonly room: readonly Float32Array[];
}

/** `names` of the actors that keep theirs. Cost: ties and places. */
export function setStage(
  all: readonly Pick<TieKey, "source" | "target" | "family">[],
  families: readonly string[],
  places: Positions,
  names: ReadonlyMap<string, string>,
): Stage {
  const dots = [...places].map(([id, [x, y]]): Dot => ({ x, y, name: names.get(id) }));
  const dotOf = new Map([...places.keys()].map((id, at) => [id, at]));
  const familyOf = new Map(families.map((id, at) => [id, at]));
  const ties = Uint32Array.from(all.keys()).filter(
    (t) => dotOf.has(all[t]!.source) && dotOf.has(all[t]!.target) && familyOf.has(all[t]!.family),
  );
  const ends = new Uint32Array(2 * ties.length);
  for (const [at, t] of ties.entries()) {
    ends[2 * at] = dotOf.get(all[t]!.source)!;
    ends[2 * at + 1] = dotOf.get(all[t]!.target)!;
  }
  const family = Uint8Array.from(ties, (t) => familyOf.get(all[t]!.family)!);
  const count = families.map(() => 0);
  for (const id of family) count[id]! += 1;
  return {
    families,
    dots,
    ties,
    family,
    ends,
    places: Float32Array.from(dots.flatMap(({ x, y }) => [x, y])),
    room: [...count, ties.length].map((strokes) => new Float32Array(4 * strokes)),
  };
}

/**
 * The ties that have a weight in `now`, and as ghosts those that had one in `before` alone. Both hold a weight for each
 * of all ties. Cost: the ties on the stage.
 */
export function sketchTies(
  { families, dots, ties, family, ends, places, room }: Stage,
  now: ArrayLike<number>,
  before: ArrayLike<number> | null,
): Sketch {
  const filled = new Uint32Array(room.length);
  const ghosts = families.length;
  const touched = new Uint8Array(dots.length);
  for (let at = 0; at < ties.length; at += 1) {
    const t = ties[at]!;
    const into = now[t]! > 0 ? family[at]! : before && before[t]! > 0 ? ghosts : -1;
    if (into < 0) continue;
    const [strokes, start] = [room[into]!, filled[into]!];
    const [source, target] = [ends[2 * at]!, ends[2 * at + 1]!];
    strokes[start] = places[2 * source]!;
    strokes[start + 1] = places[2 * source + 1]!;
    strokes[start + 2] = places[2 * target]!;
    strokes[start + 3] = places[2 * target + 1]!;
    filled[into] = start + 4;
    touched[source] = 1;
    touched[target] = 1;
  }
  const strokesOf = (at: number) => room[at]!.subarray(0, filled[at]);
  return {
    strokes: new Map(families.map((id, at) => [id, strokesOf(at)])),
    ghosts: strokesOf(ghosts),
    dots: dots.filter((_, at) => touched[at] === 1),
  };
}
