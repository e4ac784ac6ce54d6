/** `--columns`: which column of a table is what. */
import { errorAt, UsageError } from "../../graph-data/errors.ts";
import type { Reader } from "../../graph-data/formats/reader.ts";

/**
 * `source=Who,target=Whom` → a column's name → what it is. What the words do not name stays as it is proposed. A
 * column's name may hold commas and equals signs. Throws `UsageError` with all that does not fit.
 */
export function chooseColumns(words: string, reader: Reader, head: Uint8Array): Record<string, string> {
  const { fields } = reader;
  if (!fields || !reader.propose) throw new UsageError(`--columns is for tables; ${reader.label} is none.`);
  const { header, columns: proposed } = reader.propose(head);
  const pairs = splitPairs(words, fields);
  const problems = pairs.flatMap(([field, column]) => {
    if (column === undefined) return [errorAt(field, "is not a pair such as source=Who")];
    if (!fields.includes(field))
      return [errorAt(field, `is nothing a column can be; allowed: ${fields.join(", ")}`)];
    if (!header.includes(column))
      return [errorAt(field, `there is no column "${column}"; there are: ${header.join(", ")}`)];
    const again = pairs.filter((other) => other[0] === field || other[1] === column).length > 1;
    return again ? [errorAt(field, "is given twice, or its column is")] : [];
  });
  if (problems.length > 0) throw new UsageError("--columns cannot be used.", problems);
  const chosen = new Map(pairs.map(([field, column]) => [column!, field]));
  const taken = new Set(chosen.values());
  const kept = Object.entries(proposed).filter(([column, field]) => !chosen.has(column) && !taken.has(field));
  return Object.fromEntries([...kept, ...chosen]);
}

/** A comma divides where a field and an equals sign follow, or where no pair was begun. */
function splitPairs(words: string, fields: readonly string[]): (readonly [string, string | undefined])[] {
  const next = new RegExp(`,(?=\\s*(?:${fields.join("|")})\\s*=)`);
  return words.split(next).map((pair) => {
    const at = pair.indexOf("=");
    return at === -1 ? [pair.trim(), undefined] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
}
