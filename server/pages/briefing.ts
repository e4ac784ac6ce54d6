/** `/d/:dossier/briefing`: the briefing of a lens, to read and print, and its other forms. */
import { composeBriefing } from "../../graph-data/briefing/compose.ts";
import { describeNothing, listWidenings } from "../../graph-data/briefing/widen.ts";
import { countWords } from "../../graph-data/display/words.ts";
import { errorAt } from "../../graph-data/errors.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import type { VIEW_KEYS } from "../../graph-data/lens/view.ts";
import { dayShape } from "../api/briefing-routes.ts";
import { FORMS } from "../briefing/forms.ts";
import { printDocument } from "../briefing/html.ts";
import { briefSlice } from "../briefing/write-briefing.ts";
import { refuseQuery } from "../refusal.ts";
import { joinQuery, linkDossier, pair } from "./links.ts";
import type { LensPage, Page } from "./page.ts";

/** Of the view, what a briefing depends on. */
const VIEWED = ["compare", "axis"] as const satisfies readonly (typeof VIEW_KEYS)[number][];

export const briefing: Page = {
  scope: "lens",
  path: "/d/:dossier/briefing",
  view: "briefing",
  steps: Number.POSITIVE_INFINITY,
  own: ["date", ...VIEWED],
  build(context) {
    const { narrative, slice, entry, theme, lensText, own, version } = context;
    const links = linkDossier(entry.id, "", theme);
    const viewed = joinQuery(lensText, ...VIEWED.map((key) => own[key] && pair(key, own[key]))).slice(1);
    const shared = { title: `Briefing – ${narrative.dossier.title}`, current: "briefing" as const };
    const request = { address: viewed, words: null, date: readDay(context), base: links.base, version };
    if (slice.statements.length === 0)
      return {
        ...shared,
        empty: describeNothing(slice),
        widenings: listWidenings(slice).map(({ label, lens, statements }) => ({
          label,
          statements: countWords(statements, "statement"),
          href: linkDossier(entry.id, writeLens(lens, narrative), theme).briefing,
        })),
        everything: links.briefing,
        explorer: links.explorer,
      };
    return {
      ...shared,
      empty: null,
      document: printDocument(composeBriefing(briefSlice(slice, request))),
      forms: FORMS.map(({ id, label, describe }) => ({
        label,
        describe,
        href: `/api/dossiers/${encodeURIComponent(entry.id)}/briefing${joinQuery(viewed, pair("format", id), pair("date", request.date), "download=1")}`,
      })),
      desk: `${links.base}${joinQuery(viewed, theme && `theme=${theme}`)}#briefing`,
    };
  },
};

function readDay({ own, today }: LensPage): string {
  const parsed = dayShape.safeParse(own.date ?? today);
  if (parsed.success) return parsed.data;
  throw refuseQuery(errorAt("date", parsed.error.issues[0]!.message));
}
