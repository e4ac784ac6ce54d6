/** The scales that an analyst's words are told on, each with what its marks mean. */

/**
 * How likely something is, in seven bands with their percentages: Intelligence Community Directive 203 of the United
 * States, “Analytic Standards” (2015), D.6.e(2)(a). Either word of a band may be used; the first is ours.
 */
export const LIKELIHOODS = [
  { words: ["almost no chance", "remote"], percent: [1, 5] },
  { words: ["very unlikely", "highly improbable"], percent: [5, 20] },
  { words: ["unlikely", "improbable"], percent: [20, 45] },
  { words: ["roughly even chance", "roughly even odds"], percent: [45, 55] },
  { words: ["likely", "probable"], percent: [55, 80] },
  { words: ["very likely", "highly probable"], percent: [80, 95] },
  { words: ["almost certain", "nearly certain"], percent: [95, 99] },
] as const;

export const LIKELIHOOD_WORDS = LIKELIHOODS.flatMap(({ words }) => [...words]);
export type LikelihoodWord = (typeof LIKELIHOOD_WORDS)[number];

/** "55–80 %". */
export function likelihoodPercent(word: LikelihoodWord): string {
  const band = LIKELIHOODS.find(({ words }) => words.some((candidate) => candidate === word))!;
  return `${band.percent[0]}–${band.percent[1]} %`;
}

/** How well founded a judgement is: apart from how likely the thing is. */
export const CONFIDENCES = ["low", "moderate", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Who may read it: Traffic Light Protocol 2.0 (FIRST, 2022). */
export const TLP = {
  "TLP:RED": "for the named recipients only",
  "TLP:AMBER+STRICT": "for the recipients’ own organisation only, as far as needed",
  "TLP:AMBER": "for the recipients’ organisation and its clients, as far as needed",
  "TLP:GREEN": "for the recipients’ community, not for publication",
  "TLP:CLEAR": "for anyone",
} as const;

export type TlpMark = keyof typeof TLP;
export const TLP_MARKS = Object.keys(TLP) as [TlpMark, ...TlpMark[]];
