/** Briefing → document: the order of its sections, their headings and the words between. The same for every form. */
import { countWords } from "../display/words.ts";
import { composeAnnex, composeChanged } from "./compose-changed.ts";
import { composeEvidence } from "./compose-evidence.ts";
import { composeWho } from "./compose-who.ts";
import type { Block, BriefingDocument, Figure, Inline } from "./document.ts";
import { flattenProse, type NumberOf, paragraph, run, text } from "./inlines.ts";
import type { Briefing, ToldJudgement } from "./model.ts";
import { readProse } from "./prose.ts";
import { TLP } from "./scales.ts";

export function composeBriefing(briefing: Briefing): BriefingDocument {
  const { title, date, author, dossier, lens, changed } = briefing;
  const numberOf = indexEvidence(briefing);
  const windows = changed?.windows ?? [];
  return {
    title,
    language: "en",
    date,
    author,
    handling: writeHandling(briefing.handling),
    running: dossier.title,
    facts: [
      { label: "Dossier", value: dossier.title },
      {
        label: "Lens",
        value: `${lens.words}: ${countWords(briefing.statements, "statement")}, ${countWords(briefing.actors, "actor")}`,
      },
      ...windows.map(({ name, words, statements }) => ({
        label: `Window ${name}`,
        value: `${words}: ${countWords(statements, "statement")}`,
      })),
      { label: "Sources", value: briefing.sources },
    ],
    blocks: [
      ...composeBottomLine(briefing, numberOf),
      ...composeJudgements(briefing.judgements, numberOf),
      ...composeChanged(changed, numberOf),
      ...composeWho(briefing.who),
      ...composeFigures(briefing),
      ...composeEvidence(briefing.evidence),
      ...composeLimits(briefing.limits),
      ...composeAnnex(changed),
    ],
  };
}

function indexEvidence({ evidence }: Briefing): NumberOf {
  const numbers = new Map(evidence.map(({ statement, number }) => [statement, number]));
  return (statement) => numbers.get(statement);
}

/** "TLP:AMBER (for the recipients’ organisation …) – note". */
function writeHandling(handling: Briefing["handling"]): string | null {
  if (!handling) return null;
  const { tlp, note } = handling;
  return [tlp && `${tlp} (${TLP[tlp]})`, note].filter(Boolean).join(" – ") || null;
}

function composeBottomLine({ bottomLine }: Briefing, numberOf: NumberOf): Block[] {
  if (!bottomLine) return [];
  const heading: Block = { kind: "heading", level: 2, id: "bottom-line", text: "Bottom line" };
  if (bottomLine.markdown !== null) return [heading, ...readProse(bottomLine.markdown, numberOf)];
  return [
    heading,
    paragraph(run(bottomLine.sentences), "lead"),
    paragraph([text("Drafted from the counts of this slice, and judged by nobody yet.")], "note"),
  ];
}

function composeJudgements(judgements: readonly ToldJudgement[], numberOf: NumberOf): Block[] {
  if (judgements.length === 0) return [];
  return [
    { kind: "heading", level: 2, id: "judgements", text: "Key judgements" },
    ...judgements.flatMap((judgement) => [
      ...readProse(judgement.text, numberOf),
      ...describeJudgement(judgement, numberOf),
    ]),
    paragraph(
      [
        text(
          "The analyst’s judgements. Words of likelihood follow Directive 203 of the United States’ intelligence community; confidence tells how well founded a judgement is, apart from how likely the thing is.",
        ),
      ],
      "note",
    ),
  ];
}

function describeJudgement(
  { likelihood, percent, confidence, reason }: ToldJudgement,
  numberOf: NumberOf,
): Block[] {
  const parts: Inline[] = [
    ...(likelihood ? [text("Likelihood: "), text(`${likelihood} (${percent})`, { strong: true })] : []),
    ...(likelihood && confidence ? [text(". ")] : []),
    ...(confidence ? [text("Confidence: "), text(confidence, { strong: true })] : []),
    ...(likelihood || confidence ? [text(". ")] : []),
    ...(reason ? flattenProse(reason, numberOf) : []),
  ];
  return parts.length === 0 ? [] : [paragraph(parts)];
}

function composeFigures({ figures }: Briefing): Block[] {
  if (figures.length === 0) return [];
  return [
    { kind: "heading", level: 2, id: "figures", text: "Figures" },
    ...figures.map(
      ({ id, number, svg, width, height, caption, alt }): Figure => ({
        ...{ kind: "figure", id: `figure-${id}`, number, svg, width, height, alt },
        caption: run(caption),
      }),
    ),
  ];
}

function composeLimits({ warnings, counted, method }: Briefing["limits"]): Block[] {
  const items = (lines: readonly string[]) => lines.map((line) => [text(line)]);
  return [
    { kind: "heading", level: 2, id: "limits", text: "Sources and limits" },
    ...warnings.map((warning) => paragraph([text(warning)], "warning")),
    { kind: "list", ordered: false, items: items(counted) },
    { kind: "heading", level: 3, id: "method", text: "Method" },
    { kind: "list", ordered: false, items: items(method) },
  ];
}
