import type { Slice } from "../lens/slice.ts";
import type { Measure } from "./measure.ts";
import { FAMILY } from "./measure.ts";

/** Distinct other actors that statements link an actor to, in either direction. Linear. */
export const degree: Measure = {
  id: "degree",
  label: "Degree",
  question: "To how many other actors is it linked?",
  parameters: [FAMILY],
  literature:
    "L. C. Freeman (1978): Centrality in social networks. Social Networks 1(3), doi:10.1016/0378-8733(78)90021-7",
  run({ actors, statements }: Slice, { family } = {}) {
    const neighbours = new Map(actors.map(({ id }) => [id, new Set<string>()]));
    for (const statement of statements) {
      const { source, target } = statement;
      if (source === target || (family !== undefined && statement.family !== family)) continue;
      neighbours.get(source)?.add(target);
      neighbours.get(target)?.add(source);
    }
    return new Map([...neighbours].map(([id, others]) => [id, others.size]));
  },
};
