/** Makes briefings beside the page, which goes on answering. The words are checked here: the page holds no zod. */
import { config } from "zod";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { createBriefer } from "./briefer.ts";
import type { Answer, Numbered, Opening, Order } from "./messages.ts";

// The page's policy allows no code made of text, which zod would try.
config({ jitless: true });

let brief: ((order: Order) => Answer) | null = null;

addEventListener("message", ({ data }: MessageEvent<Opening | Numbered<Order>>) => {
  if ("dossier" in data) brief = createBriefer(buildGraph(data.dossier), data.version);
  else if (brief) postMessage({ number: data.number, what: brief(data.what) } satisfies Numbered<Answer>);
});
