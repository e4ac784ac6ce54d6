/** Taking a briefing away: the server writes it, or, where no server has the dossier, the browser. */
import type { FormFacts } from "../../graph-data/briefing/forms.ts";
import { fileName } from "../../graph-data/formats/names.ts";
import { fetchFile, handOver } from "../export.ts";
import type { DeskModel } from "./desk-model.ts";
import { writeHtmlFile } from "./html-file.tsx";
import { toWords } from "./words.ts";

/** Saves a form and says so, or why not. One at a time. */
export async function takeForm(desk: DeskModel, form: FormFacts): Promise<void> {
  const { making, model } = desk;
  const { notice, remark } = model.transient;
  if (making.peek()) return;
  const stopper = new AbortController();
  making.value = { form, stop: () => stopper.abort() };
  remark.value = null;
  try {
    const name = await saveForm(desk, form, stopper.signal);
    notice.value = `Saved ${name}`;
  } catch (error) {
    if (stopper.signal.aborted) notice.value = `${form.label}: stopped`;
    else remark.value = { title: `${form.label} could not be made`, lines: linesOf(error) };
  } finally {
    making.value = null;
  }
}

async function saveForm(desk: DeskModel, form: FormFacts, signal: AbortSignal): Promise<string> {
  if (desk.model.place.data !== null) return (await fetchFromServer(desk, form, signal)).name;
  const answer = await desk.briefer.ask({ kind: "write", form: form.id, asking: desk.asking() });
  signal.throwIfAborted();
  if (answer.kind === "refused") throw new Error(answer.message);
  if (answer.kind !== "written") throw new TypeError(answer.kind);
  const content = form.id === "html" ? await writeHtmlFile(answer.document) : answer.content;
  const part = typeof content === "string" ? content : new Uint8Array(content);
  return handOver(new Blob([part], { type: form.mediaType }), nameFile(desk, "briefing", form.extension));
}

function fetchFromServer({ model, state, asking, query }: DeskModel, form: FormFacts, signal: AbortSignal) {
  const { words, date } = asking();
  const asked = [
    query(),
    `format=${form.id}`,
    `paper=${state.peek().paper}`,
    date && `date=${date}`,
    "download=1",
  ].filter(Boolean);
  return fetchFile(`${model.place.data}/briefing?${asked.join("&")}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(words),
    signal,
  });
}

/** The words as a file, which the command line takes, too. */
export async function saveWords(desk: DeskModel): Promise<void> {
  const { notice, remark } = desk.model.transient;
  try {
    const answer = await desk.briefer.ask({ kind: "save", words: toWords(desk.state.peek().words) });
    if (answer.kind !== "saved") throw new TypeError(answer.kind);
    const file = new Blob([answer.text], { type: "application/yaml" });
    notice.value = `Saved ${handOver(file, nameFile(desk, "words", "yaml", ""))}`;
  } catch (error) {
    remark.value = { title: "The words could not be saved", lines: linesOf(error) };
  }
}

function nameFile({ model, query }: DeskModel, what: string, extension: string, lens = query()): string {
  return fileName(`${model.narrative.dossier.id}-${what}`, lens, extension);
}

function linesOf(error: unknown): string[] {
  return (error instanceof Error ? error.message : String(error)).split("\n");
}
