/** The fonts that come with the program, so that its pages and pictures are the same on every machine. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** In the order of preference: Latin, Cyrillic and Greek; Arabic; arrows and signs. */
const FONTS = [
  {
    family: "Noto Sans",
    files: [
      "noto-sans/400Regular/NotoSans_400Regular.ttf",
      "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
      "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
      "noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf",
      "noto-sans/700Bold/NotoSans_700Bold.ttf",
    ],
  },
  // Not Noto's Arabic, whose letters are made of parts: copied from a PDF, its words have letters twice.
  {
    family: "Vazirmatn",
    files: [
      "vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
      "vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf",
    ],
  },
  { family: "Noto Sans Math", files: ["noto-sans-math/400Regular/NotoSansMath_400Regular.ttf"] },
] as const;

export const FAMILIES: readonly string[] = FONTS.map(({ family }) => family);

/** What the words of a briefing are set in. */
export const FONT_FAMILY = FONTS[0].family;

/** Where the files lie, those of the first family first, its upright one first of all. */
export function findFonts(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap(({ files }) => files.map((file) => resolve(`@expo-google-fonts/${file}`)));
}

export interface Fonts {
  readonly files: readonly Uint8Array[];
  /** Whether the first family has every letter of some words. */
  hasAll(words: string): boolean;
}

export function readFonts(): Fonts {
  const files = findFonts().map((path): Uint8Array => readFileSync(path));
  const has = readCoverage(files[0]!);
  return {
    files,
    hasAll: (words) => Array.from(words).every((letter) => has(letter.codePointAt(0)!)),
  };
}

/** Which code points a TrueType font has, by the table of format 12 that all of ours hold. */
export function readCoverage(font: Uint8Array): (code: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.length);
  const cmap = findTable(view, "cmap");
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) =>
    view.getUint32(cmap + 4 + at * 8 + 4),
  );
  const table = tables.map((offset) => cmap + offset).find((at) => view.getUint16(at) === 12);
  if (table === undefined) throw new Error("a font without a table of code points in format 12");
  const groups = Array.from({ length: view.getUint32(table + 12) }, (_, at) => ({
    first: view.getUint32(table + 16 + at * 12),
    last: view.getUint32(table + 20 + at * 12),
  }));
  return (code) => groups.some(({ first, last }) => first <= code && code <= last);
}

function findTable(view: DataView, tag: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const name = String.fromCharCode(...Array.from({ length: 4 }, (_, n) => view.getUint8(at + n)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`a font without the table ${tag}`);
}
