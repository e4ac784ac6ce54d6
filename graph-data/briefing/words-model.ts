/** The analyst's words as plain data, apart from what checks them, so that the editor holds them without its library. */
import type { Confidence, LikelihoodWord, TlpMark } from "./scales.ts";

/** Sections that may be left out; evidence, sources and limits always stay. */
export const SECTIONS = ["bottomLine", "judgements", "changed", "who", "figures"] as const;
export type SectionId = (typeof SECTIONS)[number];

export const SECTION_LABELS: Readonly<Record<SectionId, string>> = {
  bottomLine: "Bottom line",
  judgements: "Key judgements",
  changed: "What changed",
  who: "Who says what",
  figures: "Figures",
};

export interface WordsJudgement {
  /** Markdown. */
  readonly text: string;
  readonly likelihood?: LikelihoodWord;
  readonly confidence?: Confidence;
  /** Of the confidence; Markdown. */
  readonly reason?: string;
}

/** An absent field leaves the draft as it is. */
export interface Words {
  readonly title?: string;
  readonly author?: string;
  readonly handling?: { readonly tlp?: TlpMark; readonly note?: string };
  /** Markdown, in place of the draft. */
  readonly bottomLine?: string;
  readonly judgements?: readonly WordsJudgement[];
  /** On shifts, by the tie's id; Markdown. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly sections?: Readonly<Partial<Record<SectionId, boolean>>>;
}

export const NO_WORDS: Words = {};
