/** The analyst's words as the desk holds them while they are written. Pure: an edit gives new words. */
import {
  CONFIDENCES,
  type Confidence,
  LIKELIHOOD_WORDS,
  type LikelihoodWord,
  TLP_MARKS,
  type TlpMark,
} from "../../graph-data/briefing/scales.ts";
import { SECTIONS, type SectionId, type Words } from "../../graph-data/briefing/words-model.ts";

export interface WrittenJudgement {
  /** Unique among the judgements; says which is which while they change places. */
  readonly key: number;
  readonly text: string;
  readonly likelihood: LikelihoodWord | "";
  readonly confidence: Confidence | "";
  readonly reason: string;
}

/** Every field as it was typed; an empty one leaves the draft as it is. */
export interface Written {
  readonly title: string;
  readonly author: string;
  readonly tlp: TlpMark | "";
  readonly note: string;
  readonly bottomLine: string;
  readonly judgements: readonly WrittenJudgement[];
  /** By the tie's id. */
  readonly comments: Readonly<Record<string, string>>;
  /** Sections that are left out. */
  readonly off: readonly SectionId[];
}

export const UNWRITTEN: Written = {
  title: "",
  author: "",
  tlp: "",
  note: "",
  bottomLine: "",
  judgements: [],
  comments: {},
  off: [],
};

type Line = "title" | "author" | "note" | "bottomLine";

export type Edit =
  | { readonly type: "write"; readonly field: Line; readonly text: string }
  | { readonly type: "handle"; readonly tlp: TlpMark | "" }
  | { readonly type: "add judgement" }
  | { readonly type: "judge"; readonly key: number; readonly change: Partial<Omit<WrittenJudgement, "key">> }
  | { readonly type: "remove judgement"; readonly key: number }
  /** -1: before the one above it; 1: behind the one below. */
  | { readonly type: "move judgement"; readonly key: number; readonly by: -1 | 1 }
  | { readonly type: "comment"; readonly tie: string; readonly text: string }
  | { readonly type: "section"; readonly section: SectionId; readonly shown: boolean };

export function editWords(written: Written, edit: Edit): Written {
  const { judgements } = written;
  switch (edit.type) {
    case "write":
      return { ...written, [edit.field]: edit.text };
    case "handle":
      return { ...written, tlp: edit.tlp };
    case "add judgement":
      return { ...written, judgements: [...judgements, emptyJudgement(nextKey(judgements))] };
    case "judge":
      return {
        ...written,
        judgements: judgements.map((one) => (one.key === edit.key ? { ...one, ...edit.change } : one)),
      };
    case "remove judgement":
      return { ...written, judgements: judgements.filter(({ key }) => key !== edit.key) };
    case "move judgement":
      return { ...written, judgements: moved(judgements, edit.key, edit.by) };
    case "comment": {
      const { [edit.tie]: _, ...others } = written.comments;
      return {
        ...written,
        comments: edit.text === "" ? others : { ...written.comments, [edit.tie]: edit.text },
      };
    }
    case "section": {
      const off = SECTIONS.filter((id) => (id === edit.section ? !edit.shown : written.off.includes(id)));
      return { ...written, off };
    }
  }
}

function emptyJudgement(key: number): WrittenJudgement {
  return { key, text: "", likelihood: "", confidence: "", reason: "" };
}

function nextKey(judgements: readonly WrittenJudgement[]): number {
  return Math.max(0, ...judgements.map(({ key }) => key)) + 1;
}

function moved(
  judgements: readonly WrittenJudgement[],
  key: number,
  by: -1 | 1,
): readonly WrittenJudgement[] {
  const from = judgements.findIndex((one) => one.key === key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= judgements.length) return judgements;
  const rest = judgements.filter((one) => one.key !== key);
  return [...rest.slice(0, to), judgements[from]!, ...rest.slice(to)];
}

export function isUnwritten(written: Written): boolean {
  return Object.keys(toWords(written)).length === 0 && written.judgements.length === 0;
}

/** Judgements that say something: the others are not told. */
export function toldJudgements({ judgements }: Written): readonly WrittenJudgement[] {
  return judgements.filter(({ text }) => text.trim() !== "");
}

/** What is written, as a briefing takes it. */
export function toWords(written: Written): Words {
  const { title, author, tlp, note, bottomLine, off } = written;
  const handling = { ...(tlp && { tlp }), ...say("note", note.trim()) };
  const judgements = toldJudgements(written).map(({ text, likelihood, confidence, reason }) => ({
    text,
    ...(likelihood && { likelihood }),
    ...(confidence && { confidence }),
    ...say("reason", reason),
  }));
  const comments = Object.entries(written.comments).filter(([, text]) => text.trim() !== "");
  return {
    ...say("title", title.trim()),
    ...say("author", author.trim()),
    ...(Object.keys(handling).length > 0 && { handling }),
    ...say("bottomLine", bottomLine),
    ...(judgements.length > 0 && { judgements }),
    ...(comments.length > 0 && { comments: Object.fromEntries(comments) }),
    ...(off.length > 0 && { sections: Object.fromEntries(off.map((id) => [id, false])) }),
  };
}

function say<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  return text.trim() === "" ? {} : ({ [key]: text } as { readonly [K in Key]: string });
}

export function fromWords(words: Words): Written {
  const { title = "", author = "", handling = {}, bottomLine = "", comments = {}, sections = {} } = words;
  return {
    ...{ title, author, bottomLine, comments },
    tlp: handling.tlp ?? "",
    note: handling.note ?? "",
    judgements: (words.judgements ?? []).map((judgement, at) => ({
      ...emptyJudgement(at + 1),
      ...judgement,
    })),
    off: SECTIONS.filter((id) => sections[id] === false),
  };
}

/** Words as they were kept, whoever kept them: what is not of the right kind is left empty. */
export function reviveWords(value: unknown): Written {
  const kept = record(value);
  return {
    title: text(kept.title),
    author: text(kept.author),
    tlp: oneOf(TLP_MARKS, kept.tlp),
    note: text(kept.note),
    bottomLine: text(kept.bottomLine),
    judgements: list(kept.judgements).map(reviveJudgement),
    comments: Object.fromEntries(
      Object.entries(record(kept.comments)).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    off: SECTIONS.filter((id) => list(kept.off).includes(id)),
  };
}

function reviveJudgement(value: unknown, at: number): WrittenJudgement {
  const kept = record(value);
  return {
    key: at + 1,
    text: text(kept.text),
    likelihood: oneOf(LIKELIHOOD_WORDS, kept.likelihood),
    confidence: oneOf(CONFIDENCES, kept.confidence),
    reason: text(kept.reason),
  };
}

/** Fields of what was kept; none of what is no object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | "" {
  return allowed.find((one) => one === value) ?? "";
}
