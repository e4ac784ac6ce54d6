/** How much has shifted between two windows: asked of the server, or computed here where there is none. */
import { useEffect, useState } from "preact/hooks";
import type { Compared } from "../../graph-data/display/compared.ts";
import { type Model, useModel } from "../state/model.ts";

/** `query`: the comparison as the API and the page of shifts have it. */
export function HowMuch({ query }: { readonly query: string }) {
  const model = useModel();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    measureShift(model, query, stop.signal).then(setSaid, (error: unknown) => {
      if (!stop.signal.aborted)
        setSaid(
          `How much has shifted could not be computed: ${error instanceof Error ? error.message : error}`,
        );
    });
    return () => stop.abort();
  }, [model, query]);
  return (
    <p class="finding" role="status" dir="auto">
      {said ?? "Computing how much has shifted …"}
    </p>
  );
}

/** Its 10,000 shuffles hold a page up for a moment: the server makes them where it can. */
async function measureShift({ place, compared }: Model, query: string, signal: AbortSignal): Promise<string> {
  if (place.data !== null) return askServer(`${place.data}/shift?${query}&per=1`, signal);
  const slices = compared.peek();
  const { measureHere } = await import("../state/divergence.ts");
  // What has changed on the screen is drawn first.
  await new Promise((drawn) => setTimeout(drawn, 50));
  signal.throwIfAborted();
  return slices ? measureHere(slices satisfies Compared) : "";
}

async function askServer(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  const { divergence } = (await response.json()) as { divergence: { reads: string } };
  return divergence.reads;
}
