/** A small writer of XML. Everything that comes from data passes through `escapeXml`. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is safe in an element and in an attribute; what XML 1.0 does not allow becomes U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
      .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
  );
}

const CHARACTERS = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]));

/** The text that `escapeXml` was given, but for what XML does not allow. */
export function unescapeXml(text: string): string {
  return text.replace(/&[#\w]+;/g, (entity) => CHARACTERS.get(entity) ?? entity);
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element whose content is already XML. Attributes without a value are left out. */
export function tag(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? writeNumber(value) : escapeXml(value!)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds text. */
export function textTag(name: string, attributes: Attributes, text: string): string {
  return tag(name, attributes, escapeXml(text));
}

/** At most two decimals, never `-0` or an exponent. */
export function writeNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 || !Number.isFinite(rounded) ? 0 : rounded);
}

/** `x,y x,y …` for polygons. */
export function writePoints(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${writeNumber(x)},${writeNumber(y)}`).join(" ");
}
