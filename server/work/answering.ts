/** The worker's end: one question after the other, each answered with a result or a failure. */
import type { MessagePort } from "node:worker_threads";
import { buildGraph, type NarrativeGraph } from "../../graph-data/graph/build.ts";
import { type Failure, packFailure } from "./failures.ts";
import { type Packed, unpackDossier } from "./packed.ts";
import type { TaskTable } from "./task.ts";

export interface Question {
  readonly task: string;
  readonly input: unknown;
  /** The number of the task's graph. `packed` comes with it when the worker does not hold it yet. */
  readonly graph: { readonly number: number; readonly packed: Packed | null } | null;
  /** Numbers of the graphs to keep. */
  readonly held: readonly number[];
}

export type Reply = { readonly result: unknown } | { readonly failure: Failure };

/** The next question comes when the last is answered. */
export function answerTasks(port: MessagePort, tasks: TaskTable): void {
  const graphs = new Map<number, NarrativeGraph>();
  port.on("message", async ({ task, input, graph, held }: Question) => {
    for (const number of graphs.keys()) if (!held.includes(number)) graphs.delete(number);
    try {
      const narrative = graph && (await takeGraph(graph, graphs));
      const result = await tasks[task]!.run(narrative as never, input as never);
      port.postMessage({ result } satisfies Reply);
    } catch (error) {
      port.postMessage({ failure: packFailure(error) } satisfies Reply);
    }
  });
}

async function takeGraph(
  { number, packed }: NonNullable<Question["graph"]>,
  graphs: Map<number, NarrativeGraph>,
): Promise<NarrativeGraph> {
  if (packed) {
    const { dossier, anchors } = await unpackDossier(packed);
    graphs.set(number, buildGraph(dossier, anchors));
  }
  const narrative = graphs.get(number);
  if (!narrative) throw new Error(`this worker does not hold graph ${number}`);
  return narrative;
}
