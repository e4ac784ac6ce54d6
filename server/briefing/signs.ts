/**
 * A font of a few signs that our words use and Noto Sans lacks, made here. Typst would take them from a font of the machine,
 * and each has another.
 */

/** Unlike any font's name that a machine may have. */
export const SIGNS_FAMILY = "Narrascope Signs";

const UNITS = 1000;
const ADVANCE = 1000;
/** The height that signs are centred on, as in Noto Sans. */
const AXIS = 358;

type Point = readonly [x: number, y: number];
type Contour = readonly Point[];

/** What the signs look like with strokes of some width; contours clockwise, as TrueType fills them. */
function drawSigns(stroke: number): ReadonlyMap<string, readonly Contour[]> {
  const half = stroke / 2;
  const right = chevron(930, 230, 190, stroke);
  const left = mirror(right);
  const bar = (from: number, to: number, y = AXIS) => rectangle(from, y - half, to, y + half);
  return new Map([
    ["←", [bar(90, 930), left]],
    ["→", [bar(70, 910), right]],
    ["↔", [bar(90, 910), left, right]],
    ["≤", [mirror(chevron(800, 560, 200, stroke)), bar(200, 800, 60)]],
    ["≥", [chevron(800, 560, 200, stroke), bar(200, 800, 60)]],
  ]);
}

function rectangle(x1: number, y1: number, x2: number, y2: number): Contour {
  return [
    [x1, y1],
    [x1, y2],
    [x2, y2],
    [x2, y1],
  ];
}

/** “›” with its tip at `tip`. */
function chevron(tip: number, depth: number, rise: number, stroke: number): Contour {
  const back = stroke * 1.25;
  return [
    [tip - depth - back * 0.35, AXIS + rise],
    [tip - depth + back * 0.65, AXIS + rise],
    [tip, AXIS],
    [tip - depth + back * 0.65, AXIS - rise],
    [tip - depth - back * 0.35, AXIS - rise],
    [tip - back, AXIS],
  ];
}

function mirror(contour: Contour): Contour {
  return contour.map(([x, y]): Point => [ADVANCE - x, y]).reverse();
}

function frame(x1: number, y1: number, x2: number, y2: number, stroke: number): Contour[] {
  return [
    rectangle(x1, y1, x2, y2),
    [...rectangle(x1 + stroke, y1 + stroke, x2 - stroke, y2 - stroke)].reverse(),
  ];
}

/** A TrueType font. `weight`: 400 or 600, as CSS has it. */
export function buildSignsFont(weight: 400 | 600): Uint8Array {
  const signs = [...drawSigns(weight === 400 ? 68 : 104)].sort(([a], [b]) => codeOf(a) - codeOf(b));
  // Glyph 0 is what shows for what a font has not.
  const glyphs = [frame(180, 0, 820, 700, 68), ...signs.map(([, contours]) => contours)].map(writeGlyph);
  return joinTables({
    "OS/2": writeOs2(weight),
    cmap: writeCmap(signs.map(([sign]) => codeOf(sign))),
    glyf: concat(glyphs),
    head: writeHead(weight),
    hhea: shorts(1, 0, 800, -200, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
    hmtx: shorts(...glyphs.flatMap(() => [ADVANCE, 0])),
    loca: longs(...offsetsOf(glyphs)),
    maxp: shorts(1, 0, glyphs.length, 32, 4, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    name: writeNames(weight),
    post: concat([longs(0x00030000, 0), shorts(-100, 50), longs(0, 0, 0, 0, 0)]),
  });
}

function codeOf(sign: string): number {
  return sign.codePointAt(0)!;
}

function writeGlyph(contours: readonly Contour[]): Uint8Array {
  const points = contours.flat().map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const ends = contours.map((_, at) => contours.slice(0, at + 1).flat().length - 1);
  const steps = (values: readonly number[]) => values.map((value, at) => value - (values[at - 1] ?? 0));
  const glyph = concat([
    shorts(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
    shorts(...ends, 0),
    Uint8Array.from(points, () => 1),
    shorts(...steps(xs), ...steps(ys)),
  ]);
  return pad(glyph);
}

function offsetsOf(parts: readonly Uint8Array[]): number[] {
  return [0, ...parts.map((_, at) => parts.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0))];
}

/** Format 12: one group for each sign. */
function writeCmap(codes: readonly number[]): Uint8Array {
  return concat([
    shorts(0, 1, 3, 10),
    longs(12),
    shorts(12, 0),
    longs(16 + 12 * codes.length, 0, codes.length),
    ...codes.map((code, at) => longs(code, code, at + 1)),
  ]);
}

function writeHead(weight: number): Uint8Array {
  const bold = weight > 400 ? 1 : 0;
  return concat([
    longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    shorts(3, UNITS),
    longs(0, 0, 0, 0),
    shorts(0, -200, ADVANCE, 800, bold, 6, 2, 1, 0),
  ]);
}

function writeOs2(weight: number): Uint8Array {
  return concat([
    shorts(3, ADVANCE, weight, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    new Uint8Array(10 + 16),
    Uint8Array.from("NRSC", (letter) => letter.charCodeAt(0)),
    shorts(weight > 400 ? 0 : 0x40, 0x2190, 0x2265, 800, -200, 0, 800, 200),
    longs(0, 0),
    shorts(500, 700, 0, 0x20, 1),
  ]);
}

function writeNames(weight: number): Uint8Array {
  const style = weight > 400 ? "SemiBold" : "Regular";
  const names: [id: number, name: string][] = [
    [1, SIGNS_FAMILY],
    [2, style],
    [4, `${SIGNS_FAMILY} ${style}`],
    [6, `NarrascopeSigns-${style}`],
  ];
  const texts = names.map(([, name]) => shorts(...Array.from(name, (letter) => letter.charCodeAt(0))));
  const offsets = offsetsOf(texts);
  return concat([
    shorts(0, names.length, 6 + 12 * names.length),
    ...names.map(([id], at) => shorts(3, 1, 0x409, id, texts[at]!.length, offsets[at]!)),
    ...texts,
  ]);
}

function joinTables(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const bodies = entries.map(([, table]) => pad(table));
  const start = 12 + 16 * entries.length;
  const offsets = offsetsOf(bodies);
  return concat([
    shorts(1, 0, entries.length, 128, 3, 16 * entries.length - 128),
    ...entries.map(([tag, table], at) =>
      concat([
        Uint8Array.from(tag, (letter) => letter.charCodeAt(0)),
        longs(checksum(bodies[at]!), start + offsets[at]!, table.length),
      ]),
    ),
    ...bodies,
  ]);
}

function checksum(table: Uint8Array): number {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function shorts(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, at) => {
    view.setInt16(at * 2, value);
  });
  return new Uint8Array(view.buffer);
}

function longs(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => {
    view.setUint32(at * 4, value);
  });
  return new Uint8Array(view.buffer);
}

function pad(bytes: Uint8Array): Uint8Array {
  return concat([bytes, new Uint8Array(-bytes.length & 3)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
