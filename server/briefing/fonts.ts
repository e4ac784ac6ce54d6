/** The fonts that briefings are set in: from packages, so that every machine has the same. In the order of preference. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSignsFont, SIGNS_FAMILY } from "./signs.ts";

export interface Fonts {
  readonly files: readonly Uint8Array[];
  /** Whether the first family has every letter of some words. */
  hasAll(words: string): boolean;
}

const PACKAGES = [
  {
    family: "Noto Sans",
    files: [
      "noto-sans/400Regular/NotoSans_400Regular.ttf",
      "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
      "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
      "noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf",
    ],
  },
  {
    family: "Noto Naskh Arabic",
    files: [
      "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
      "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
    ],
  },
];

export const FAMILIES: readonly string[] = [...PACKAGES.map(({ family }) => family), SIGNS_FAMILY];

export function readFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const files = PACKAGES.flatMap((family) =>
    family.files.map((file): Uint8Array => readFileSync(resolve(`@expo-google-fonts/${file}`))),
  );
  const has = readCoverage(files[0]!);
  return {
    files: [...files, buildSignsFont(400), buildSignsFont(600)],
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
