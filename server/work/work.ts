/** Long computations: light ones where they are asked for, heavy ones in a worker, so that the server goes on answering. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Pool } from "./pool.ts";
import { SharedRuns } from "./shared.ts";
import { type GraphOf, type InputOf, LIGHT, type ResultOf, type Task, type TaskTable } from "./task.ts";

export interface Work<T extends TaskTable> {
  /**
   * The result of a task. Who asks for the same at the same time shares one run. Rejects with what the task threw;
   * with the signal's reason, and the run ends when nobody else waits for it; with `OverrunError`; or with what ended
   * the worker.
   */
  run<N extends keyof T & string>(
    name: N,
    narrative: GraphOf<T[N]>,
    input: InputOf<T[N]>,
    signal?: AbortSignal,
  ): Promise<ResultOf<T[N]>>;
  /** As `Pool.warm`. */
  warm(): void;
  /** Ends the workers; nothing heavy can be run afterwards. */
  close(): Promise<void>;
}

/** Without a pool, all is done in the thread at hand: for tests and for sources that are not built. */
export function createWork<T extends TaskTable>(tasks: T, pool: Pool | null = null): Work<T> {
  const runs = new SharedRuns<unknown>();
  const numberOf = numberGraphs();
  const run = async (
    name: string,
    narrative: NarrativeGraph | null,
    input: unknown,
    signal?: AbortSignal,
  ): Promise<unknown> => {
    const task = tasks[name] as Task<NarrativeGraph | null, unknown, unknown>;
    if (pool === null || task.weigh(narrative, input) <= LIGHT) return task.run(narrative, input);
    const graph = narrative && { number: numberOf(narrative), narrative };
    const key = `${name} ${graph?.number} ${JSON.stringify(input)}`;
    return runs.join(key, (all) => pool.run({ task: name, input, graph }, all), signal);
  };
  return { run: run as Work<T>["run"], warm: () => pool?.warm(), close: async () => pool?.close() };
}

/** Graph → its number: the same graph has the same, another version of the dossier another. */
function numberGraphs(): (narrative: NarrativeGraph) => number {
  const numbers = new WeakMap<NarrativeGraph, number>();
  let last = 0;
  return (narrative) => {
    const number = numbers.get(narrative) ?? ++last;
    numbers.set(narrative, number);
    return number;
  };
}
