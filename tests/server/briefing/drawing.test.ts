import { expect, test } from "@jest/globals";
import { prepareDrawing } from "../../../server/briefing/drawing.ts";
import { readFonts } from "../../../server/fonts.ts";

const { hasAll } = readFonts();

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 -5 90 40" width="90" height="40" font-family="system-ui, &#39;Noto Sans&#39;"><title>A</title><desc>B</desc>${content}</svg>`;

test("words that Noto Sans has stay in the drawing, in Noto Sans", () => {
  const { svg: drawn, labels } = prepareDrawing(svg(`<text x="1" y="2">Кремль &amp; Kyiv</text>`), hasAll);
  expect(labels).toEqual([]);
  expect(drawn).toBe(
    `<svg font-family="Noto Sans" xmlns="http://www.w3.org/2000/svg" viewBox="10 -5 90 40" width="90" height="40"><text x="1" y="2">Кремль &amp; Kyiv</text></svg>`,
  );
});

test("others are taken out, with their place in the whole drawing", () => {
  const label = `<text x="2" y="3" text-anchor="end" font-size="12" font-weight="600" fill="#111111" stroke="#ffffff" stroke-width="4">موسكو &lt;</text>`;
  const empty = `<g class="x"/>`;
  const groups = `<g transform="translate(20 10) scale(0.5)">${empty}<g transform="translate(8 4)">${label}</g></g>`;
  const after = `<text y="7">→</text>`;
  const { svg: drawn, labels } = prepareDrawing(svg(groups + after), hasAll);
  expect(drawn).not.toContain("<text");
  // 20 − 10 + (8 + 2) / 2, and 10 + 5 + (4 + 3) / 2.
  expect(labels).toEqual([
    {
      ...{ x: 15, y: 18.5, anchor: "end", size: 6, weight: 600 },
      halo: { colour: "#ffffff", width: 2 },
      words: [{ text: "موسكو <", fill: "#111111", dx: 0 }],
    },
    {
      ...{ x: -10, y: 12, anchor: "start", size: 12, weight: 400, halo: null },
      words: [{ text: "→", fill: "#000000", dx: 0 }],
    },
  ]);
});

test("parts of a text keep their colours and the space between them", () => {
  const text = `<text x="0" y="0" fill="#111111"><tspan>هجوم</tspan><tspan dx="6" fill="#555555">7</tspan></text>`;
  expect(prepareDrawing(svg(text), hasAll).labels[0]?.words).toEqual([
    { text: "هجوم", fill: "#111111", dx: 0 },
    { text: "7", fill: "#555555", dx: 6 },
  ]);
});
