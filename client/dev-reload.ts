/** Development only: reloads the page when the server has been started anew. Compiled in by `npm run dev`. */

const INTERVAL = 1_000;

/** Asks `/healthz` once a second; a server that is away for a moment is waited for. */
export function startDevReload(): void {
  let known: string | null = null;
  const ask = async () => {
    const started = await readStarted();
    if (known !== null && started !== null && started !== known) location.reload();
    known ??= started;
    setTimeout(ask, INTERVAL);
  };
  void ask();
}

async function readStarted(): Promise<string | null> {
  try {
    const answer: { started?: string } = await (await fetch("/healthz", { cache: "no-store" })).json();
    return answer.started ?? null;
  } catch {
    return null;
  }
}
