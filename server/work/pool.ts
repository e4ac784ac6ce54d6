/** A few threads, and the jobs that wait for one: first come, first served. */
import { availableParallelism } from "node:os";
import type { Job } from "./task.ts";
import { Thread } from "./thread.ts";

export interface Pool {
  /** As `Thread.run`. A job whose signal is aborted while it waits is never begun. */
  run(job: Job, signal: AbortSignal): Promise<unknown>;
  /** Starts a worker before there is a job for it: the first who asks does not wait for it to load. */
  warm(): void;
  /** Ends all workers; every job is rejected. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** A built module that calls `answerTasks`. */
  readonly file: string;
  readonly threads?: number;
  /** Milliseconds that a job may take once it is begun. */
  readonly limit?: number;
}

/** Longer than this no task may take, in milliseconds. */
const LONGEST = 120_000;

/** One core is left to the event loop. More than two threads would cost more memory than they are worth. */
const MOST_THREADS = 2;

interface Waiting {
  readonly job: Job;
  readonly signal: AbortSignal;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

export function createPool({ file, threads = chooseThreads(), limit = LONGEST }: PoolOptions): Pool {
  const all = Array.from({ length: threads }, () => new Thread(file, limit));
  const idle = [...all];
  const queue: Waiting[] = [];
  let closed: Error | null = null;
  const begin = async (thread: Thread, { job, signal, resolve, reject }: Waiting) => {
    await thread.run(job, signal).then(resolve, reject);
    idle.push(thread);
    beginNext();
  };
  const beginNext = () => {
    const next = idle.length > 0 ? queue.shift() : undefined;
    if (next) void begin(takeIdle(idle, next.job), next);
  };
  return {
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closed);
        queue.push({ job, signal, resolve, reject });
        beginNext();
      }),
    warm() {
      if (!closed) all[0]!.start();
    },
    async close() {
      const reason = new Error("the server is stopping");
      closed = reason;
      for (const { reject } of queue.splice(0)) reject(reason);
      await Promise.all(all.map((thread) => thread.stop(reason)));
    },
  };
}

function chooseThreads(): number {
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
}

/** One that has the job's graph already, if there is any. */
function takeIdle(idle: Thread[], { graph }: Job): Thread {
  const known = idle.findIndex((thread) => graph !== null && thread.holds(graph.number));
  return idle.splice(Math.max(0, known), 1)[0]!;
}
