/** A place for one worker thread: it is started when there is work, ended when work is given up, and started again. */
import { Worker } from "node:worker_threads";
import type { Question, Reply } from "./answering.ts";
import { isRefusal, OverrunError, unpackFailure } from "./failures.ts";
import { packGraph } from "./packed.ts";
import type { Job } from "./task.ts";

/** Graphs that a worker keeps: the last dossiers asked for. Each costs it as much memory as it costs the server. */
const MOST_GRAPHS = 2;

export class Thread {
  readonly #file: string;
  readonly #limit: number;
  #line: Line | null = null;

  /** `file` is a built module that calls `answerTasks`; `limit` is in milliseconds. */
  constructor(file: string, limit: number) {
    this.#file = file;
    this.#limit = limit;
  }

  /** Whether its worker has built the graph of this number. */
  holds(graph: number): boolean {
    const { open = false, held = [] } = this.#line ?? {};
    return open && held.includes(graph);
  }

  /** Starts its worker, if there is none. */
  start(): void {
    this.#open();
  }

  /**
   * One job at a time. Rejects with what the task threw, with the signal's reason, with `OverrunError`, or with what
   * ended the worker; but for the first, the next job gets a new one.
   */
  async run(job: Job, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const line = this.#open();
    const abort = () => line.hangUp(signal.reason);
    const timer = setTimeout(() => line.hangUp(new OverrunError(this.#limit)), this.#limit).unref();
    signal.addEventListener("abort", abort, { once: true });
    try {
      return readReply(await line.ask(await prepareQuestion(job, line)), line);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }

  #open(): Line {
    if (!this.#line?.open) this.#line = new Line(this.#file);
    return this.#line;
  }

  /** Ends the worker; a job that is under way is rejected with the reason. */
  async stop(reason: Error): Promise<void> {
    await this.#line?.hangUp(reason);
  }
}

async function prepareQuestion({ task, input, graph }: Job, line: Line): Promise<Question> {
  if (graph === null) return { task, input, graph, held: line.held };
  const { number, narrative } = graph;
  const packed = line.held.includes(number) ? null : await packGraph(narrative);
  line.held = [...line.held.filter((other) => other !== number), number].slice(-MOST_GRAPHS);
  return { task, input, graph: { number, packed }, held: line.held };
}

/** A worker that failed in a way nobody foresaw may be in any state. */
function readReply(reply: Reply, line: Line): unknown {
  if ("result" in reply) return reply.result;
  const error = unpackFailure(reply.failure);
  if (!isRefusal(reply.failure)) line.hangUp(error);
  throw error;
}

/** The line to one worker, from its start to its end. */
class Line {
  open = true;
  /** Numbers of the graphs that the worker has, the last used last. */
  held: readonly number[] = [];
  readonly #worker: Worker;
  #reason: unknown;
  #asked: { resolve(reply: Reply): void; reject(reason: unknown): void } | null = null;

  constructor(file: string) {
    this.#worker = new Worker(file);
    this.#worker.on("message", (reply: Reply) => {
      this.#worker.unref();
      this.#asked?.resolve(reply);
      this.#asked = null;
    });
    this.#worker.on("messageerror", (error) => this.#close(error));
    this.#worker.on("error", (error) => this.#close(error));
    this.#worker.on("exit", (code) => this.#close(new Error(`the worker ended early, with code ${code}`)));
    // A worker that has nothing to do keeps no process alive.
    this.#worker.unref();
  }

  ask(question: Question): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (!this.open) return reject(this.#reason);
      this.#asked = { resolve, reject };
      this.#worker.ref();
      this.#worker.postMessage(question);
    });
  }

  /** Resolves once the worker has ended. */
  async hangUp(reason: unknown): Promise<void> {
    this.#close(reason);
    await this.#worker.terminate();
  }

  #close(reason: unknown): void {
    if (!this.open) return;
    this.open = false;
    this.#reason = reason;
    this.#asked?.reject(reason);
    this.#asked = null;
  }
}
