/** Routes about briefings. */
import { z } from "zod";
import { BRIEFING_FORMAT, briefingSchema } from "../../graph-data/briefing/schema.ts";
import { WORDS_LIMITS, wordsSchema } from "../../graph-data/briefing/words.ts";
import { FORM_IDS, FORMS, PAPERS } from "../briefing/forms.ts";
import { writeBriefing } from "../briefing/write-briefing.ts";
import { download } from "./dossier-routes.ts";
import { answerJson, defineRoute, JSON_TYPE } from "./route.ts";

export const dayShape = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "is a day, such as 2026-11-23");

/** Bytes of words: each of their characters may take four. */
const MOST_BYTES = 4 * WORDS_LIMITS.file;

export const briefingRoute = defineRoute({
  id: "getBriefing",
  scope: "lens",
  path: "/api/dossiers/{dossier}/briefing",
  summary: "A briefing on a lens, with the analyst's own words where they come by POST",
  parts: { dossier: "The dossier's id" },
  // Never beside other requests, however small the dossier is.
  steps: Number.POSITIVE_INFINITY,
  query: z.object({
    format: z
      .enum(FORM_IDS)
      .default("json")
      .describe(FORMS.map(({ id, describe }) => `${id}: ${describe}`).join(" ")),
    paper: z.enum(PAPERS).default("a4").describe("Of PDF and Word"),
    date: dayShape.optional().describe("The date that the briefing bears; without it, none"),
    download,
  }),
  answers: Object.fromEntries(
    FORMS.map(({ id, mediaType }) => [mediaType, id === "json" ? briefingSchema : null]),
  ),
  holdsView: () => true,
  takes: {
    mediaTypes: ["application/json", "application/yaml"],
    most: MOST_BYTES,
    describe: "The analyst's words: title, bottom line, judgements, comments on shifts, sections left out",
    shape: wordsSchema,
  },
  async handle({ slice, entry, address, query, tools, version, asked }) {
    const base = `${asked?.origin ?? ""}/d/${encodeURIComponent(entry.id)}`;
    const { format, paper, date } = query;
    const request = { address, words: asked?.body ?? null, date, base, version };
    const { content, form, fileName } = await writeBriefing(slice, request, { form: format, paper }, tools);
    return { text: content, mediaType: form.mediaType, fileName };
  },
});

export const briefingSchemaRoute = defineRoute({
  id: "getBriefingSchema",
  scope: "server",
  path: "/api/briefing-schema.json",
  summary: "JSON Schema of a briefing as data",
  answers: { [JSON_TYPE]: null },
  handle: () => answerJson({ ...z.toJSONSchema(briefingSchema), title: BRIEFING_FORMAT }),
});

export const wordsSchemaRoute = defineRoute({
  id: "getWordsSchema",
  scope: "server",
  path: "/api/words-schema.json",
  summary: "JSON Schema of the analyst's words for a briefing",
  answers: { [JSON_TYPE]: null },
  handle: () => answerJson({ ...z.toJSONSchema(wordsSchema), title: "narrascope-words/1" }),
});
