/** Who says what, as blocks: actors, contradictions, narratives. */
import { countWords, formatNumber, listWords } from "../display/words.ts";
import type { Block, Inline } from "./document.ts";
import { paragraph, run, text } from "./inlines.ts";
import type { Briefing, KeyActor, ToldContradiction } from "./model.ts";

export function composeWho(who: Briefing["who"]): Block[] {
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
                      `${formatNumber(moreContradictions)} more ${moreContradictions === 1 ? "is" : "are"} on the page “What shifted”.`,
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
