/** Reads files beside the page, which goes on answering; ending it ends the reading. */
import { config } from "zod";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import type { Answer, Order, Stage } from "./messages.ts";
import { chooseReader, readFile, readHead } from "./read-file.ts";
import { loadSqlite } from "./sqlite.ts";

// The page's policy allows no code made of text, which zod would try.
config({ jitless: true });

/** Milliseconds between two words on the progress. */
const PAUSE = 80;

const answer = (message: Answer) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "list") answer({ kind: "readable", formats: READERS.map(describeReader) });
  else read(data).then(answer, (error: unknown) => answer(describeFailure(error)));
});

function describeReader({ label, extensions, describe }: (typeof READERS)[number]) {
  return { label, extensions, describe };
}

async function read({ file, columns }: Extract<Order, { kind: "read" }>): Promise<Answer> {
  const head = await readHead(file);
  const { reader, surely } = chooseReader(file.name, head, READERS);
  // A table of our own says what its columns are.
  if (!columns && !surely && reader.propose && reader.fields)
    return { kind: "columns", proposal: reader.propose(head), fields: reader.fields };
  const tools = reader.needs?.includes("sqlite") ? { sqlite: await loadSqlite() } : {};
  const options = { name: file.name, ...tools, ...(columns ? { columns } : {}) };
  return { kind: "opened", opened: await readFile(file, reader, options, tellProgress()) };
}

function tellProgress() {
  let said = { stage: "", at: -PAUSE };
  return (stage: Stage, share: number | null) => {
    const now = performance.now();
    if (stage === said.stage && now - said.at < PAUSE) return;
    said = { stage, at: now };
    answer({ kind: "progress", stage, share });
  };
}

function describeFailure(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "failed", message, problems: error instanceof InvalidDataError ? error.problems : [] };
}
