/**
 * A strict check of XML 1.0 well-formedness, as far as our own writer goes: elements, attributes in double quotes, text,
 * the five predefined entities and decimal references. Anything else is a fault. Returns the text of all elements.
 */
const TOKEN = /<([a-zA-Z][\w:-]*)((?: [a-zA-Z][\w:-]*="[^"<]*")*)(\/?)>|<\/([a-zA-Z][\w:-]*)>|([^<]+)/y;
const REFERENCE = /&(?:amp|lt|gt|quot|#39);/g;
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export interface Checked {
  readonly faults: readonly string[];
  /** Names of elements, in order. */
  readonly elements: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text: readonly string[];
}

export function checkXml(xml: string): Checked {
  const faults: string[] = [];
  const [elements, open, text]: [string[], string[], string[]] = [[], [], []];
  const attributes: [string, string][] = [];
  const plain = (raw: string) => {
    if (raw.replace(REFERENCE, "").includes("&")) faults.push(`a bare & in ${raw}`);
    return raw.replace(REFERENCE, (entity) => ENTITIES[entity]!);
  };
  if (FORBIDDEN.test(xml)) faults.push("a character that XML 1.0 does not allow");
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (!match)
      return { faults: [...faults, `not XML at ${xml.slice(at, at + 60)}`], elements, attributes, text };
    const [, name, attributeText = "", empty, closed, words] = match;
    if (words !== undefined) text.push(plain(words));
    if (closed !== undefined && open.pop() !== closed) faults.push(`</${closed}> closes something else`);
    if (name === undefined) continue;
    if (elements.length > 0 && open.length === 0) faults.push(`a second root <${name}>`);
    elements.push(name);
    if (empty === "") open.push(name);
    const found = [...attributeText.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(
      (pair) => [pair[1]!, plain(pair[2]!)] as const,
    );
    if (new Set(found.map(([key]) => key)).size < found.length)
      faults.push(`an attribute twice in <${name}>`);
    for (const [key, value] of found) attributes.push([key, value]);
  }
  if (open.length > 0) faults.push(`<${open.at(-1)}> is not closed`);
  return { faults, elements, attributes, text };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
