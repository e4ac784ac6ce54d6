/** What is asked of a briefing → its file: the one chain that page, API and command line call. */
import { buildBriefing } from "../../graph-data/briefing/briefing.ts";
import { composeBriefing } from "../../graph-data/briefing/compose.ts";
import { parseWords } from "../../graph-data/briefing/words.ts";
import { NO_WORDS, type Words } from "../../graph-data/briefing/words-model.ts";
import { UsageError } from "../../graph-data/errors.ts";
import { fileName } from "../../graph-data/formats/names.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import { parseView } from "../../graph-data/lens/view.ts";
import type { ServerTools } from "../tools.ts";
import { type BriefingForm, FORMS, type Paper } from "./forms.ts";

/** Plain data. */
export interface BriefingRequest {
  /** Query text of lens and view; of the view, the comparison and the axis count. */
  readonly address: string;
  /** YAML or JSON; `null` for none. */
  readonly words: string | null;
  /** ISO 8601 day. */
  readonly date?: string | undefined;
  /** Where the dossier's pages are, without an end slash. */
  readonly base: string;
  readonly version: string;
}

export interface BriefingFile {
  readonly content: string | Uint8Array;
  readonly form: BriefingForm;
  readonly fileName: string;
}

/** Throws `UsageError` for words that cannot be used and for a lens that lets nothing through. */
export async function writeBriefing(
  slice: Slice,
  request: BriefingRequest,
  { form: id, paper }: { readonly form: string; readonly paper: Paper },
  { views, briefingStyle }: ServerTools,
): Promise<BriefingFile> {
  const form = FORMS.find((candidate) => candidate.id === id)!;
  const briefing = briefSlice(slice, request);
  const tools = { views, style: briefingStyle(), paper };
  const content = await form.write(composeBriefing(briefing), briefing, tools);
  const { narrative, lens } = slice;
  const name = fileName(`${narrative.dossier.id}-briefing`, writeLens(lens, narrative), form.extension);
  return { content, form, fileName: name };
}

/** The briefing of a slice, in no form yet. */
export function briefSlice(slice: Slice, { address, words, date, base, version }: BriefingRequest) {
  const { narrative } = slice;
  const { view } = parseView(address, narrative);
  return buildBriefing(slice, {
    words: readWords(words, narrative),
    base,
    version,
    ...(date !== undefined && { date }),
    ...(view.compare && { compare: view.compare }),
    ...(view.axis && { axis: view.axis }),
  });
}

function readWords(text: string | null, narrative: NarrativeGraph): Words {
  if (text === null || text.trim() === "") return NO_WORDS;
  const { words, problems } = parseWords(text, narrative);
  if (!words) throw new UsageError("The words of the briefing cannot be used.", problems);
  return words;
}
