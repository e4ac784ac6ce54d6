/** A file of words → the desk; what is wrong with it is told with line and column. */
import { describeProblem } from "../../graph-data/errors.ts";
import type { DeskModel } from "./desk-model.ts";
import { fromWords } from "./words.ts";

/** Bytes: more than any file of words that can be used. */
const LARGEST = 1_000_000;

export async function loadWords(desk: DeskModel, file: File): Promise<void> {
  const { remark, notice } = desk.model.transient;
  remark.value = null;
  const refuse = (...lines: string[]) => {
    remark.value = { title: `${file.name} cannot be used`, lines };
  };
  if (file.size > LARGEST) return refuse("It is too large for a file of words.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    const answer = await desk.briefer.ask({ kind: "read", text });
    if (answer.kind === "refused") return refuse(...answer.problems.map(describeProblem));
    if (answer.kind !== "read") return;
    const said = `The words of ${file.name} took the place of yours.`;
    desk.dispatch({ type: "replace", words: fromWords(answer.words), said });
    notice.value = `Loaded ${file.name}`;
  } catch (error) {
    refuse(error instanceof TypeError ? "It is not UTF-8." : String(error));
  }
}
