/** Dossier, lens and statements in plain words: the same words on every surface. */
import type { Anchor } from "../dossier/evidence.ts";
import { type Paragraph, paragraphAt, splitParagraphs } from "../dossier/paragraphs.ts";
import type { DossierDocument, Modality } from "../dossier/records.ts";
import { NO_PHASE } from "../dossier/reserved.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { leadingEvidence, quotationOf } from "../graph/quotations.ts";

import { DEFAULT_MODALITIES, type Lens } from "../lens/lens.ts";

/** "1 statement", "2 statements", "0 statements"; thousands are set apart by a narrow space. */
export function countWords(n: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(n)} ${n === 1 ? singular : plural}`;
}

export function formatNumber(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202F");
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[], link = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${link} ${words.at(-1)}`;
}

export function actorLabel(id: string, narrative: Pick<NarrativeGraph, "actors">): string {
  return narrative.actors.get(id)?.label ?? id;
}

/** "the author", or the label of the actor whose words the text gives. */
export function voiceLabel(voice: string, narrative: Pick<NarrativeGraph, "actors">): string {
  return voice === "author" ? "the author" : actorLabel(voice, narrative);
}

export function describeVoice(statement: StatementEdge, narrative: NarrativeGraph): string {
  return voiceLabel(statement.voice, narrative);
}

/** Source, type and target: "Vladimir Putin blames Ukraine". Says nothing of who says so. */
export function describeRelation(statement: StatementEdge, narrative: NarrativeGraph): string {
  const { source, type, target } = statement;
  return `${actorLabel(source, narrative)} ${type.label} ${actorLabel(target, narrative)}`;
}

const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  asserted: "asserted",
  insinuated: "insinuated",
  reported: "reported",
  hypothetical: "hypothetical, not told as an act",
  desired: "wished for, not told as an act",
};

export function describeModality(modality: Modality): string {
  return MODALITY_WORDS[modality];
}

/** The relation with the one who says so: "According to Vladimir Putin: Ukraine protects the attackers". */
export function describeStatement(statement: StatementEdge, narrative: NarrativeGraph): string {
  const { modality } = statement;
  const manner = modality === "asserted" ? "" : ` (${modality})`;
  return `According to ${describeVoice(statement, narrative)}${manner}: ${describeRelation(statement, narrative)}`;
}

/** Reliability of the document and credibility of the statement, "C3"; `null` when neither is graded. */
export function describeGrade(statement: StatementEdge, narrative: NarrativeGraph): string | null {
  const document = leadingDocument(statement, narrative);
  const grade = `${document?.reliability ?? ""}${statement.record.credibility ?? ""}`;
  return grade === "" ? null : grade;
}

export const RELIABILITY_WORDS: Readonly<Record<string, string>> = {
  A: "completely reliable source",
  B: "usually reliable source",
  C: "fairly reliable source",
  D: "not usually reliable source",
  E: "unreliable source",
  F: "source that cannot be judged",
};

export const CREDIBILITY_WORDS: Readonly<Record<number, string>> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

/** "C3" spelled out: "C: fairly reliable source; 3: possibly true". */
export function explainGrade(statement: StatementEdge, narrative: NarrativeGraph): string {
  const document = leadingDocument(statement, narrative);
  const { reliability } = document ?? {};
  const { credibility } = statement.record;
  return [
    reliability && `${reliability}: ${RELIABILITY_WORDS[reliability]}`,
    credibility && `${credibility}: ${CREDIBILITY_WORDS[credibility]}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** What must be said beside a quotation that is not at its recorded place; `null` for one that is. */
export function describeEvidence(anchor: Anchor): string | null {
  switch (anchor.state) {
    case "exact":
      return null;
    case "moved":
      return "found at another place than recorded";
    case "approximate":
      return `nearly these words, as the document has them (likeness ${anchor.score.toFixed(2)})`;
    case "missing":
      return "not found in the document";
    case "unchecked":
      return "not checked: the document's text is not in the dossier";
    case "reference":
      return "reference only, no quotation";
  }
}

/** "Rests on one document: Title (publisher, 2024-04-02)", or on how many. */
export function describeSources(narrative: Pick<NarrativeGraph, "dossier">): string {
  const { documents } = narrative.dossier;
  const [only] = documents;
  if (!only) return "Rests on no document";
  if (documents.length > 1) return `Rests on ${countWords(documents.length, "document")}`;
  return `Rests on one document: ${describeDocument(only)}`;
}

/** "Title (author, publisher, 2024-04-02)". */
export function describeDocument({ title, author, publisher, published }: DossierDocument): string {
  const from = [author, publisher, published].filter(Boolean).join(", ");
  return `${title}${from === "" ? "" : ` (${from})`}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One removable part of a lens. */
export interface LensChip {
  readonly key: string;
  readonly label: string;
  /** The lens without this part. */
  readonly without: Lens;
}

/** The parts of a lens in words, in the order of its keys. */
export function lensChips(
  lens: Lens,
  offer: Pick<NarrativeGraph, "dossier" | "codebook" | "actors" | "documents" | "phases">,
): LensChip[] {
  const { dossier, codebook, actors, documents, phases } = offer;
  const chips: LensChip[] = [];
  const add = (label: string | undefined, key: keyof Lens, ...along: (keyof Lens)[]) => {
    if (label === undefined) return;
    const rest = Object.entries(lens).filter(([name]) => name !== key && !along.includes(name as keyof Lens));
    chips.push({ key, label, without: Object.fromEntries(rest) });
  };
  const labels = (list: readonly string[] | undefined, label: (id: string) => string | undefined) =>
    list && shortList(list.map((id) => label(id) ?? id));
  const prefixed = (prefix: string, words: string | undefined) => words && `${prefix}: ${words}`;
  const narratives = new Map((dossier.narratives ?? []).map((narrative) => [narrative.id, narrative.label]));

  add(prefixed("phase", describePhases(lens.phases, phases)), "phases");
  add(lens.from && `from ${lens.from}`, "from");
  add(lens.to && `to ${lens.to}`, "to");
  add(lens.undated && (lens.undated === "only" ? "only undated" : "without undated"), "undated");
  add(
    labels(lens.families, (id) => codebook.families.get(id)?.label),
    "families",
  );
  add(
    labels(lens.types, (id) => codebook.types.get(id)?.label),
    "types",
  );
  add(
    prefixed(
      "as told by",
      labels(lens.voices, (id) => voiceLabel(id, { actors })),
    ),
    "voices",
  );
  add(lens.modalities?.join(", "), "modalities");
  const around = labels(lens.actors, (id) => actors.get(id)?.label);
  add(around && describeAround(around, lens), "actors", "depth", "side");
  const [a, b] = (lens.path ?? []).map((id) => actorLabel(id, { actors }));
  add(lens.path && `paths from ${a} to ${b}`, "path");
  add(
    prefixed(
      "narrative",
      labels(lens.narratives, (id) => narratives.get(id)),
    ),
    "narratives",
  );
  add(
    prefixed(
      "document",
      labels(lens.documents, (id) => documents.get(id)?.title),
    ),
    "documents",
  );
  add(
    lens.credibility === undefined ? undefined : `credibility ${lens.credibility} or better`,
    "credibility",
  );
  add(lens.q && `“${lens.q}”`, "q");
  return chips;
}

function describePhases(
  wanted: readonly string[] | undefined,
  phases: readonly { id: string; label: string }[],
): string | undefined {
  if (!wanted) return undefined;
  const steps = wanted
    .filter((id) => id !== NO_PHASE)
    .map((id) => phases.findIndex((phase) => phase.id === id));
  const label = (step: number | undefined) => phases[step ?? -1]?.label ?? "";
  const run = steps.length >= 3 && steps.every((step, at) => step === steps[0]! + at);
  const named = run ? [`${label(steps[0])} to ${label(steps.at(-1))}`] : steps.map(label);
  return shortList(wanted.includes(NO_PHASE) ? [...named, "no phase"] : named);
}

function describeAround(actors: string, { side, depth }: Lens): string {
  const steps = depth !== undefined && depth > 1 ? `, ${depth} steps out` : "";
  return `around ${actors}${side ? " and all that is part of it" : ""}${steps}`;
}

function shortList(words: readonly string[]): string {
  return words.length <= 3
    ? listWords(words)
    : `${words.slice(0, 2).join(", ")} and ${words.length - 2} more`;
}

/**
 * The lens as one phrase: "phase: Ukraine blamed; blame and denial; as told by: Vladimir Putin". Without a lens:
 * "Everything", or what is left out of it even so.
 */
export function describeLens(lens: Lens, narrative: NarrativeGraph): string {
  const others = narrative.statements.some(({ modality }) => !DEFAULT_MODALITIES.includes(modality));
  return describeChips(lens, narrative) ?? (others ? WITHOUT_LENS : "Everything");
}

/**
 * The lens as one phrase that does not tell whether anything is left out without a lens: what a file says of itself that
 * holds only what is shown, and says again when it was read.
 */
export function describeShown(lens: Lens, narrative: NarrativeGraph): string {
  return describeChips(lens, narrative) ?? WITHOUT_LENS;
}

const WITHOUT_LENS = "Everything but what is hypothetical or desired";

function describeChips(lens: Lens, narrative: NarrativeGraph): string | null {
  const chips = lensChips(lens, narrative).map(({ label }) => label);
  return chips.length === 0 ? null : chips.join("; ");
}

const paragraphsByDocument = new WeakMap<DossierDocument, Paragraph[]>();

/** A document's paragraphs; split once. Empty where the dossier does not hold the text. */
export function paragraphsOf(document: DossierDocument): readonly Paragraph[] {
  const known = paragraphsByDocument.get(document);
  if (known) return known;
  const paragraphs = splitParagraphs(document.text ?? "");
  paragraphsByDocument.set(document, paragraphs);
  return paragraphs;
}

/** The number of the paragraph in which a statement's first quotation stands; `null` where it has no place. */
export function paragraphNumber(statement: StatementEdge, narrative: NarrativeGraph): number | null {
  const at = statement.anchors.findIndex(({ range }) => range !== null);
  const document = narrative.documents.get(statement.record.evidence[at]?.document ?? "");
  const start = statement.anchors[at]?.range?.start;
  if (document === undefined || start === undefined) return null;
  return paragraphAt(paragraphsOf(document), start)?.number ?? null;
}

function leadingDocument(
  statement: StatementEdge,
  narrative: Pick<NarrativeGraph, "documents">,
): DossierDocument | undefined {
  return narrative.documents.get(statement.record.evidence[leadingEvidence(statement)]?.document ?? "");
}

/**
 * A citation to paste: “quotation” (Author, Title, Publisher, date, ¶ 5, address). Vladimir Putin blames Ukraine,
 * according to the author. `link` leads back to the view.
 */
export function citeStatement(statement: StatementEdge, narrative: NarrativeGraph, link?: string): string {
  const at = leadingEvidence(statement);
  const document = leadingDocument(statement, narrative);
  const paragraph = paragraphNumber(statement, narrative);
  const place = [
    document?.author,
    document?.title,
    document?.publisher,
    document?.published,
    paragraph === null ? null : `¶ ${paragraph}`,
    document?.url,
  ].filter(Boolean);
  const quotation = quotationOf(statement, narrative, at);
  const remark = describeEvidence(statement.anchors[at]!);
  const words = [quotation === null ? null : `“${quotation}”`, remark && `[${remark}]`]
    .filter(Boolean)
    .join(" ");
  return `${words} (${place.join(", ")}). ${describeStatement(statement, narrative)}.${link ? ` ${link}` : ""}`;
}
