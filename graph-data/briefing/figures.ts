/** The figures of a briefing: the network, the stops beside each other, at whom a family is directed over time. */
import { mergePositions } from "../display/elements.ts";
import { drawPicture } from "../display/picture.ts";
import { unescapeXml } from "../display/picture-xml.ts";
import { drawSmallMultiples } from "../display/small-multiples.ts";
import { familyStyles } from "../display/styles.ts";
import { drawTargetChart } from "../display/target-chart.ts";
import { actorLabel, countWords, formatNumber, listWords } from "../display/words.ts";
import type { StatementEdge } from "../graph/build.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { countCategories, rankCounts } from "../shift/jensen-shannon.ts";
import { defaultFamily } from "../shift/kinds.ts";
import { type Axis, groupByStop } from "../time/axis.ts";
import type { Citations } from "./citations.ts";
import type { BriefingFigure, Sentence } from "./model.ts";
import { continueStatement } from "./say.ts";
import { thinOut } from "./thin-out.ts";

const MOST = { cells: 12, targets: 8 } as const;

export function drawFigures(slice: Slice, axis: Axis | null, citations: Citations): BriefingFigure[] {
  const stops = axis ? listStops(slice, axis) : [];
  const drawn = thinOut(slice);
  const figures = [
    drawNetwork(slice, drawn, citations),
    ...(stops.length > 1 ? [drawStops(slice, drawn, stops, citations)] : []),
    ...(stops.length > 1 ? drawTargets(slice, stops, citations) : []),
  ];
  return figures.map((figure, at) => ({ ...figure, number: at + 1 }));
}

type Unnumbered = Omit<BriefingFigure, "number">;

interface PlacedStop {
  /** From 1, on the axis. */
  readonly number: number;
  readonly label: string;
  readonly statements: readonly StatementEdge[];
}

/** Stops that hold statements of the slice, those without a time left out. */
function listStops({ statements }: Slice, axis: Axis): PlacedStop[] {
  return groupByStop(axis, statements)
    .map((group, stop) => ({ number: stop + 1, label: axis.stops[stop]!.label, statements: group }))
    .filter((stop) => stop.statements.length > 0);
}

/** `drawn`: what print can show of the slice. */
function drawNetwork(slice: Slice, drawn: Slice, { cite }: Citations): Unnumbered {
  const { narrative, actors } = slice;
  const ties = tiesOf(slice);
  const heaviest = ties.reduce((x, y) => (y.statements.length > x.statements.length ? y : x));
  const svg = drawPicture(drawn, {
    positions: mergePositions(narrative.dossier.positions),
    theme: "light",
    paper: true,
    title: false,
  });
  const size = `${countWords(actors.length, "actor")} and ${countWords(ties.length, "tie")}`;
  const first = continueStatement(heaviest.statements[0]!, narrative);
  const caption: Sentence[] = [
    {
      text: `The network of what is shown, ${size}; the heaviest tie has ${countWords(heaviest.statements.length, "statement")}: ${first}.${tellThinned(slice, drawn)}`,
      citations: cite(heaviest.statements, 3),
    },
  ];
  return { id: "network", svg, ...sizeOf(svg), caption, alt: altOf(svg) };
}

/** " Drawn are the 200 ties with most statements, between 140 actors.", or nothing where all are. */
function tellThinned(slice: Slice, drawn: Slice): string {
  if (drawn === slice) return "";
  return ` Drawn are the ${formatNumber(tiesOf(drawn).length)} ties with most statements, between ${countWords(drawn.actors.length, "actor")}.`;
}

/** Where there are more stops than room, those with most statements. */
function drawStops(
  slice: Slice,
  drawn: Slice,
  stops: readonly PlacedStop[],
  { cite }: Citations,
): Unnumbered {
  const fullest = [...stops].sort((x, y) => y.statements.length - x.statements.length).slice(0, MOST.cells);
  const cells = stops.filter((stop) => fullest.includes(stop));
  const title = "The network, stop by stop";
  const counts = cells.map(
    ({ label, statements }) => `${label}: ${countWords(statements.length, "statement")}`,
  );
  const shown = new Set(drawn.statements);
  const svg = drawSmallMultiples(
    drawn,
    cells.map(({ number, label, statements }) => ({
      title: `${number} ${label}`,
      said: statements.length,
      statements: statements.filter((statement) => shown.has(statement)),
    })),
    mergePositions(slice.narrative.dossier.positions),
    { title, text: `${counts.join("; ")}.` },
  );
  const [most] = fullest;
  const left = stops.length - cells.length;
  const caption: Sentence[] = [
    {
      text: `The same network stop by stop, every actor in its place; most is said in “${most!.label}” (${countWords(most!.statements.length, "statement")})${left > 0 ? `, and ${countWords(left, "stop")} with fewer are left out` : ""}.${tellThinned(slice, drawn)}`,
      citations: cite(most!.statements, 3),
    },
  ];
  return { id: "phases", svg, ...sizeOf(svg), caption, alt: altOf(svg) };
}

/** Of the family that stands for blame or, where the slice has none of it, of the one with most statements. */
function drawTargets(slice: Slice, stops: readonly PlacedStop[], { cite }: Citations): Unnumbered[] {
  const { narrative } = slice;
  const family = chooseFamily(slice);
  const label = narrative.codebook.families.get(family)?.label ?? family;
  const of = (statements: readonly StatementEdge[]) =>
    statements.filter((statement) => statement.family === family);
  const counts = countCategories(
    of(stops.flatMap(({ statements }) => statements)).map(({ target }) => target),
  );
  const targets = rankCounts(counts).slice(0, MOST.targets);
  if (targets.length === 0) return [];
  const rows = targets.map(([id]) => ({
    label: actorLabel(id, narrative),
    counts: stops.map(({ statements }) => of(statements).filter(({ target }) => target === id).length),
  }));
  const told = rows.map(
    (row) =>
      `${row.label}: ${listWords(
        row.counts.flatMap((count, at) => (count > 0 ? `${formatNumber(count)} in ${stops[at]!.label}` : [])),
      )}`,
  );
  const colour = familyStyles(narrative.codebook).get(family)!.colour.light;
  const svg = drawTargetChart(
    rows,
    stops.map(({ number, label: stop }) => `${number} ${stop}`),
    colour,
    { title: `Statements of ${label} by target, stop by stop`, text: `${told.join("; ")}.` },
  );
  return [
    {
      id: "targets",
      svg,
      ...sizeOf(svg),
      caption: captionTargets(label, family, slice, stops, cite),
      alt: altOf(svg),
    },
  ];
}

function chooseFamily({ narrative, statements }: Slice): string {
  const wanted = defaultFamily(narrative);
  if (statements.some(({ family }) => family === wanted)) return wanted;
  const counts = countCategories(statements.map(({ family }) => family));
  return [...counts].reduce((x, y) => (y[1] > x[1] ? y : x))[0];
}

/** The foremost target of the first stop that has one, and of the last. */
function captionTargets(
  label: string,
  family: string,
  { narrative }: Slice,
  stops: readonly PlacedStop[],
  cite: Citations["cite"],
): Sentence[] {
  const foremost = stops.flatMap(({ label: stop, statements }) => {
    const counts = new Map<string, StatementEdge[]>();
    for (const statement of statements)
      if (statement.family === family)
        counts.set(statement.target, [...(counts.get(statement.target) ?? []), statement]);
    const [first] = [...counts].sort((x, y) => y[1].length - x[1].length || (x[0] < y[0] ? -1 : 1));
    return first ? [{ stop, target: first[0], statements: first[1] }] : [];
  });
  const ends = [...new Set([foremost[0]!, foremost.at(-1)!])];
  const words = ends.map(
    ({ stop, target, statements }) =>
      `${actorLabel(target, narrative)} in “${stop}” (${formatNumber(statements.length)})`,
  );
  return [
    {
      text: `Statements of ${label} by the one whom they are directed at; most are at ${words.join(" and, at the end, at ")}.`,
      citations: cite(
        ends.flatMap(({ statements }) => statements.slice(0, 3)),
        6,
      ),
    },
  ];
}

/** A drawing of ours says its size in its first tag. */
function sizeOf(svg: string): { width: number; height: number } {
  const read = (name: string) => Number(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: read("width"), height: read("height") };
}

/** Its words for those who do not see it. */
function altOf(svg: string): string {
  const read = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(svg)?.[1] ?? "";
  return unescapeXml(`${read("title")}. ${read("desc")}`);
}
