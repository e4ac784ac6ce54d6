/** `/about` and `/d/:dossier/about`: the method, and the codebook with the lines that families are drawn as. */
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from "../../graph-data/display/words.ts";
import { type Codebook, DEFAULT_CODEBOOK } from "../../graph-data/dossier/codebook.ts";
import { LENS_KEYS } from "../../graph-data/lens/query.ts";
import { sampleLines } from "./line-sample.ts";
import type { Content, Page } from "./page.ts";

const SIGNS = { "-1": "hostile", "0": "neither", "1": "friendly" } as const;

export const about: Page = {
  scope: "server",
  path: "/about",
  view: "about",
  build: () => describeMethod(DEFAULT_CODEBOOK, "About Narrascope", "the default codebook"),
};

export const dossierAbout: Page = {
  scope: "dossier",
  path: "/d/:dossier/about",
  view: "about",
  build({ narrative: { codebook, dossier } }) {
    const own = dossier.families || dossier.relationTypes ? "a codebook of its own" : "the default codebook";
    return { ...describeMethod(codebook, `Method – ${dossier.title}`, own), current: "about" };
  },
};

function describeMethod(codebook: Codebook, title: string, name: string): Content {
  const lines = sampleLines(codebook);
  const label = (id: string) => codebook.types.get(id)?.label ?? id;
  return {
    title,
    codebook: name,
    families: [...codebook.families.values()].map((family) => ({
      id: family.id,
      label: family.label,
      question: family.question ?? null,
      sign: SIGNS[`${family.sign}`],
      line: lines.get(family.id)!,
      types: [...codebook.types.values()]
        .filter((type) => type.family === family.id)
        .map((type) => ({ id: type.id, label: type.label, opposites: type.opposites.map(label) })),
    })),
    reliabilities: Object.entries(RELIABILITY_WORDS),
    credibilities: Object.entries(CREDIBILITY_WORDS),
    lensKeys: LENS_KEYS.map(({ key, value, means }) => ({ key, value, means })),
  };
}
