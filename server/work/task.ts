/** What a task is: a long computation that may run beside the event loop, and how much of one is done at once. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";

/** `G` is `NarrativeGraph`, or `null` of a task that needs no graph. */
export interface Task<G extends NarrativeGraph | null, I, O> {
  /** Steps of work, of about 60 ns each; far from exact. */
  weigh(narrative: G, input: I): number;
  /** Without side effects. Input and result are plain data: threads hand each other a copy. */
  run(narrative: G, input: I): O | Promise<O>;
}

/**
 * Steps of work that hold up nobody for long, so that they are done where they are asked for: about 60 ms. More goes to
 * a worker. The bytes of a dossier's files count as steps, too: reading one costs about as much.
 */
export const LIGHT = 1_000_000;

export type TaskTable = Readonly<Record<string, Task<never, never, unknown>>>;

export type GraphOf<T extends TaskTable[string]> = Parameters<T["run"]>[0];
export type InputOf<T extends TaskTable[string]> = Parameters<T["run"]>[1];
export type ResultOf<T extends TaskTable[string]> = Awaited<ReturnType<T["run"]>>;

/** One run of a task, as it is handed to a worker. */
export interface Job {
  readonly task: string;
  readonly input: unknown;
  /** The number names this very graph: another revision of the same dossier has another. */
  readonly graph: { readonly number: number; readonly narrative: NarrativeGraph } | null;
}
