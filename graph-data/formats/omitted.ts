/** What formats that draw names and lines leave out, in words. */
import { countWords } from "../display/words.ts";
import { quotationOf } from "../graph/quotations.ts";
import type { Slice } from "../lens/slice.ts";
import type { Unit } from "./format.ts";

export function omittedOfPicture({ narrative, statements }: Slice, unit: Unit): string[] {
  const quotations = statements.filter((statement) => quotationOf(statement, narrative) !== null).length;
  const voices = statements.filter(({ voice }) => voice !== "author").length;
  const dates = statements.filter(({ span }) => span !== null).length;
  const { documents } = narrative.dossier;
  return [
    ...(unit === "ties" && statements.length > 0
      ? [`${countWords(statements.length, "single statement")}: ties alone are drawn, with their numbers`]
      : []),
    ...sentence(quotations, "quotation"),
    ...sentence(voices, "voice that is not the author's", "voices that are not the author's"),
    ...sentence(dates, "date"),
    ...sentence(documents.length, "document"),
  ];
}

function sentence(count: number, one: string, many?: string): string[] {
  return count === 0 ? [] : [countWords(count, one, many)];
}
