/** The page's end of the worker that makes briefings. */
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { Answer, Numbered, Opening, Order } from "./messages.ts";

export interface Briefer {
  /** Rejects when the worker fails. */
  ask(order: Order): Promise<Answer>;
  stop(): void;
}

export function startBriefer(dossier: Dossier): Briefer {
  const worker = new Worker(new URL("./brief-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Numbered<Answer>>) => {
    waiting.get(data.number)?.resolve(data.what);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values())
      reject(new Error(message || "the program could not be loaded"));
    waiting.clear();
  });
  worker.postMessage({ dossier, version: __VERSION__ } satisfies Opening);
  return {
    ask(order) {
      const answer = withResolvers<Answer>();
      asked += 1;
      waiting.set(asked, answer);
      worker.postMessage({ number: asked, what: order } satisfies Numbered<Order>);
      return answer.promise;
    },
    stop: () => worker.terminate(),
  };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let settle: Pick<PromiseWithResolvers<T>, "resolve" | "reject">;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle! };
}
