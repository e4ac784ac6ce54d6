/** Briefing → document: the order of its sections, their headings and the words between. The same for every form. */
import { countWords, formatNumber, listWords } from "../display/words.ts";
import type { Block, BriefingDocument, EvidenceEntry, Figure, Inline, Paragraph } from "./document.ts";
import type {
  Briefing,
  Changed,
  Evidenced,
  KeyActor,
  Sentence,
  ToldContradiction,
  ToldJudgement,
} from "./model.ts";
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

type NumberOf = (statement: string) => number | undefined;

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

function text(words: string, marks: { strong?: boolean; emphasis?: boolean } = {}): Inline {
  return { kind: "text", text: words, ...marks };
}

function paragraph(content: readonly Inline[], role?: Paragraph["role"]): Paragraph {
  return { kind: "paragraph", content, ...(role && { role }) };
}

/** Sentences one after the other, each followed by its numbers. */
function run(sentences: readonly Sentence[]): Inline[] {
  return sentences.flatMap(({ text: words, citations }, at): Inline[] => [
    text(`${at === 0 ? "" : " "}${words} `),
    { kind: "cite", numbers: citations },
  ]);
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

/** Prose within a paragraph of ours. */
function flattenProse(markdown: string, numberOf: NumberOf): Inline[] {
  return readProse(markdown, numberOf).flatMap((block, at): Inline[] => [
    ...(at === 0 ? [] : [text(" ")]),
    ...(block.kind === "paragraph" ? block.content : block.items.flat()),
  ]);
}

function composeChanged(changed: Changed | null, numberOf: NumberOf): Block[] {
  if (!changed) return [];
  const { divergences, parts, told, annex, leftOut } = changed;
  const shifts = parts.reduce((sum, part) => sum + part.shifts.length, 0);
  const explained =
    told === "stop by stop"
      ? "Set out in the order of the story: each stop against all before it, with what is told there for the first time, and where a pair’s relation turned."
      : "What differs between window A and window B.";
  const rest = annex.length + leftOut;
  const bounded =
    rest === 0
      ? ""
      : ` The ${formatNumber(shifts)} strongest of ${formatNumber(shifts + rest)} are told here${annex.length > 0 ? `, ${formatNumber(annex.length)} more in the annex` : ""}${leftOut > 0 ? `; ${formatNumber(leftOut)} are left out` : ""}.`;
  return [
    { kind: "heading", level: 2, id: "changed", text: "What changed" },
    ...(divergences.length === 0 ? [] : [tableDivergences(divergences)]),
    ...(shifts === 0 ? [] : [paragraph([text(`${explained}${bounded}`)], "note")]),
    ...parts
      .filter((part) => part.shifts.length > 0)
      .flatMap((part): Block[] => [
        { kind: "heading", level: 3, id: `changed-${parts.indexOf(part) + 1}`, text: part.label },
        {
          kind: "list",
          ordered: false,
          items: part.shifts.map(({ sentences, comment }) => [
            ...run(sentences),
            ...(comment === null
              ? []
              : [text(" Comment: ", { emphasis: true }), ...flattenProse(comment, numberOf)]),
          ]),
        },
      ]),
  ];
}

function tableDivergences(divergences: Changed["divergences"]): Block {
  return {
    kind: "table",
    caption:
      "How much A and B differ: 0 is the same, 1 is nothing in common. Chance: how often the statements, dealt out to A and B at random, differ as much.",
    columns: [
      { label: "Compared", share: 0.22 },
      { label: "Difference", share: 0.16 },
      { label: "In A, in B", share: 0.12, numeric: true },
      { label: "Chance", share: 0.34 },
      { label: "Evidence", share: 0.16 },
    ],
    rows: divergences.map(({ of, measured, a, b, odds, citations }) => [
      [text(of)],
      [text(measured)],
      [text(`${formatNumber(a)}, ${formatNumber(b)}`)],
      [text(odds)],
      citations.length > 0 ? [{ kind: "cite", numbers: citations }] : [],
    ]),
  };
}

function composeWho(who: Briefing["who"]): Block[] {
  if (!who) return [];
  const { actors, moreActors, contradictions, moreContradictions, narratives } = who;
  return [
    { kind: "heading", level: 2, id: "who", text: "Who says what" },
    {
      kind: "table",
      caption: `The actors that most statements touch${moreActors > 0 ? `; ${countWords(moreActors, "more actor")} in the slice` : ""}`,
      columns: [
        { label: "Actor", share: 0.24 },
        { label: "Source of", share: 0.36 },
        { label: "Target of", share: 0.1, numeric: true },
        { label: "Own voice", share: 0.1, numeric: true },
        { label: "Evidence", share: 0.2 },
      ],
      rows: actors.map(rowOfActor),
    },
    ...(contradictions.length === 0
      ? []
      : [
          {
            kind: "heading" as const,
            level: 3 as const,
            id: "contradictions",
            text: "Reversals and contradictions",
          },
          ...contradictions.map(faceContradiction),
          ...(moreContradictions > 0
            ? [
                paragraph(
                  [
                    text(
                      `${countWords(moreContradictions, "more")} ${moreContradictions === 1 ? "is" : "are"} on the page “What shifted”.`,
                    ),
                  ],
                  "note",
                ),
              ]
            : []),
        ]),
    ...(narratives.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 3 as const, id: "narratives", text: "Narratives" },
          {
            kind: "list" as const,
            ordered: false,
            items: narratives.map(({ label, sentences }) => [
              text(`${label}. `, { strong: true }),
              ...run(sentences),
            ]),
          },
        ]),
  ];
}

function rowOfActor({
  label,
  kind,
  source,
  target,
  voice,
  families,
  foremost,
  citations,
}: KeyActor): Inline[][] {
  const made = families.map(({ label: family, statements }) => `${family} ${formatNumber(statements)}`);
  const most = foremost === null ? "" : `; most at ${foremost}`;
  return [
    [text(label, { strong: true }), text(`, ${kind}`)],
    [text(source === 0 ? "none" : `${countWords(source, "statement")}: ${listWords(made)}${most}`)],
    [text(formatNumber(target))],
    [text(formatNumber(voice))],
    [{ kind: "cite", numbers: citations }],
  ];
}

function faceContradiction({ title, between, earlier, later }: ToldContradiction): Block {
  const side = (label: string, { reads, quotation }: ToldContradiction["earlier"]) => ({
    label,
    reads: run([reads]),
    quotation,
  });
  return {
    kind: "facing",
    title: [text(title, { strong: true }), text(`, ${between}`)],
    sides: [side("Earlier", earlier), side("Later", later)],
  };
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

function composeEvidence(evidence: readonly Evidenced[]): Block[] {
  return [{ kind: "heading", level: 2, id: "evidence", text: "Evidence" }, ...evidence.map(enterEvidence)];
}

function enterEvidence(entry: Evidenced): EvidenceEntry {
  const { number, reads, quotation, remark, document, paragraph: at, links } = entry;
  const source = [
    document.author,
    `“${document.title}”`,
    document.publisher,
    document.published,
    at === null ? null : `paragraph ${at}`,
  ];
  const date = entry.date && `${entry.date}${entry.dateFromContext ? " (date from elsewhere)" : ""}`;
  return {
    kind: "evidence",
    ...{ number, reads, quotation, remark, language: document.language },
    source: source.filter(Boolean).join(", "),
    details: [
      `voice: ${entry.voice}`,
      entry.modality,
      entry.phase && `phase: ${entry.phase}`,
      date,
      entry.grade ? `grade ${entry.grade} (${entry.gradeWords})` : "not graded",
      `statement ${entry.statement}`,
    ].filter((detail): detail is string => Boolean(detail)),
    links: [
      { text: "Open the view", href: links.view },
      ...(links.text === null ? [] : [{ text: "Read in its place", href: links.text }]),
      ...(links.original === null ? [] : [{ text: "Original", href: links.original }]),
    ],
  };
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

function composeAnnex(changed: Changed | null): Block[] {
  if (!changed || changed.annex.length === 0) return [];
  return [
    { kind: "heading", level: 2, id: "annex", text: "Annex: further shifts" },
    {
      kind: "table",
      caption: "Shifts after those told above, strongest first; who says so stands with the evidence",
      columns: [
        { label: "Shift", share: 0.6 },
        { label: "Where", share: 0.28 },
        { label: "Evidence", share: 0.12 },
      ],
      rows: changed.annex.map(({ place, label, citations }) => [
        [text(label)],
        [text(place)],
        [{ kind: "cite", numbers: citations }],
      ]),
    },
  ];
}
