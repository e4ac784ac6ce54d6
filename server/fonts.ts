/** The fonts that come with the program, so that its pages and pictures are the same on every machine. */
import { createRequire } from "node:module";

/** What the words of a briefing are set in. */
export const FONT_FAMILY = "Noto Sans";

const FILES = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
];

/** Where the files lie: Latin, Cyrillic and Greek upright, slanted, half bold and bold; Arabic upright and bold. */
export function findFonts(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FILES.map((file) => resolve(`@expo-google-fonts/${file}`));
}
