/** Runs that several wait for: whoever asks for the same as another shares its run. */

interface Run<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  /** How many wait for it. */
  waiting: number;
}

export class SharedRuns<T> {
  readonly #runs = new Map<string, Run<T>>();

  /**
   * The result of the run named `key`, which `start` begins if none is under way. Rejects when `signal` is aborted. The
   * signal that `start` gets is aborted once nobody waits any more.
   */
  join(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const run = this.#runs.get(key) ?? this.#begin(key, start);
    run.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#leave(key, run);
        reject(signal?.reason);
      };
      const stay = () => signal?.removeEventListener("abort", leave);
      signal?.addEventListener("abort", leave, { once: true });
      run.result.finally(stay).then(resolve, reject);
    });
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Run<T> {
    const controller = new AbortController();
    const run: Run<T> = { result: start(controller.signal), controller, waiting: 0 };
    this.#runs.set(key, run);
    const forget = () => this.#forget(key, run);
    run.result.then(forget, forget);
    return run;
  }

  #leave(key: string, run: Run<T>): void {
    run.waiting -= 1;
    if (run.waiting > 0) return;
    this.#forget(key, run);
    run.controller.abort();
  }

  /** Another run may have its name already. */
  #forget(key: string, run: Run<T>): void {
    if (this.#runs.get(key) === run) this.#runs.delete(key);
  }
}
