/** Dossier → what the peers draw. Read off the records, without the chain whose client is measured. */

import { familyStyles } from "../../graph-data/display/styles.ts";
import { DEFAULT_CODEBOOK } from "../../graph-data/dossier/codebook.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { tieId } from "../../graph-data/graph/build.ts";
import type { PeerActor, PeerGraph, PeerTie } from "./graph.ts";

/** Of a dossier with phases and a place for each actor. */
export function describeGraph({ actors, statements, phases = [], positions = {} }: Dossier): PeerGraph {
  const stops = new Map(phases.map(({ id }, at) => [id, at]));
  const styles = familyStyles(DEFAULT_CODEBOOK);
  const counts = new Map<string, number>();
  const ties = new Map<string, PeerTie & { stops: number[] }>();
  for (const { source, target, type, phase } of statements) {
    for (const id of [source, target]) counts.set(id, (counts.get(id) ?? 0) + 1);
    const { family } = DEFAULT_CODEBOOK.types.get(type)!;
    const id = tieId(source, target, family);
    const tie = ties.get(id) ?? { id, source, target, colour: styles.get(family)!.colour.light, stops: [] };
    tie.stops.push(stops.get(phase!)!);
    ties.set(id, tie);
  }
  const describeActor = ({ id, label }: Dossier["actors"][number]): PeerActor => {
    const [x, y] = positions[id]!;
    return { id, label, x, y, statements: counts.get(id) ?? 0 };
  };
  return { actors: actors.map(describeActor), ties: [...ties.values()] };
}
