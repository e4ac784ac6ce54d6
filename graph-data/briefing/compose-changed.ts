/** What changed, as blocks: how much, the shifts told, the annex. */
import { formatNumber } from "../display/words.ts";
import type { Block } from "./document.ts";
import { flattenProse, type NumberOf, paragraph, run, text } from "./inlines.ts";
import type { Changed } from "./model.ts";

export function composeChanged(changed: Changed | null, numberOf: NumberOf): Block[] {
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

export function composeAnnex(changed: Changed | null): Block[] {
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
