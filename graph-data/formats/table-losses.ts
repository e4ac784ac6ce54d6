/** What tables cannot hold of a slice, a sentence each. */
import { countWords } from "../display/words.ts";
import type { Slice } from "../lens/slice.ts";

export function listTableLosses({ narrative, statements }: Slice): string[] {
  const { phases, narratives, positions, documents } = narrative.dossier;
  const cited = new Set(statements.flatMap(({ record }) => record.evidence.map(({ document }) => document)));
  const texts = documents.filter(({ id, text }) => cited.has(id) && text !== undefined).length;
  const told = [...(phases ?? []), ...(narratives ?? [])].length;
  return [
    texts > 0 ? countWords(texts, "text of a document", "texts of documents") : "",
    told > 0 ? `${countWords(told, "description", "descriptions")} of phases and narratives` : "",
    positions ? "the actors’ positions" : "",
  ].filter((loss) => loss !== "");
}
