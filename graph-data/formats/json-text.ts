/** JSON that a person can read and compare line by line: its outer levels spread out, each record within on a line. */

/** `levels`: how many levels of lists and objects are spread over lines. Ends with a line end. */
export function writeJson(value: object, levels: number): string {
  return `${spread(value, levels, "")}\n`;
}

function spread(value: unknown, levels: number, indent: string): string {
  if (levels === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((entry) => inner + spread(entry, levels - 1, inner))
    : Object.entries(value).map(
        ([name, part]) => `${inner}${JSON.stringify(name)}: ${spread(part, levels - 1, inner)}`,
      );
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
