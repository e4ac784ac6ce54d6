/**
 * Names that run from right to left, kept apart from the sentence around them by U+2068 and U+2069: without these, a
 * number or bracket after an Arabic name would move to its other side. Unicode Standard Annex 9, 2.7.
 */
import type { NarrativeGraph } from "../graph/build.ts";
import type { Inline } from "./document.ts";

export const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

export type Direction = "ltr" | "rtl";

/**
 * The direction of the first letter that is not kept apart (Unicode Standard Annex 9, P2); of the first letter where all
 * are. HTML's `dir="auto"` would take a name kept apart at the beginning for the sentence.
 */
export function directionOf(text: string): Direction {
  const open = text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, "");
  const letter = (/\p{L}/u.exec(open) ?? /\p{L}/u.exec(text))?.[0] ?? "";
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** Of a run of text: numbers of evidence have none. */
export function directionOfRun(content: readonly Inline[]): Direction {
  return directionOf(content.map((inline) => (inline.kind === "cite" ? "" : inline.text)).join(""));
}

/** The same graph, with every name as it stands in a sentence. Linear in actors, documents, phases and narratives. */
export function isolateNames(narrative: NarrativeGraph): NarrativeGraph {
  const { dossier, actors, documents, phases } = narrative;
  const labelled = <T extends { label: string }>(one: T): T => ({ ...one, label: isolate(one.label) });
  const isolated = dossier.documents.map((document) => ({
    ...document,
    title: isolate(document.title),
    ...(document.author && { author: isolate(document.author) }),
    ...(document.publisher && { publisher: isolate(document.publisher) }),
  }));
  const texts = new Map(isolated.map((document) => [document.id, document]));
  return {
    ...narrative,
    get statementById() {
      return narrative.statementById;
    },
    dossier: { ...dossier, documents: isolated, narratives: dossier.narratives?.map(labelled) },
    actors: new Map([...actors].map(([id, actor]) => [id, labelled(actor)])),
    documents: new Map([...documents.keys()].map((id) => [id, texts.get(id)!])),
    phases: phases.map(labelled),
  };
}
