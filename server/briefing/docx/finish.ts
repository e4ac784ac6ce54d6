/** The file that docx packed → the same with its pictures and nothing of clock and dice: the same document, the same bytes. */
import { strFromU8, unzipSync } from "fflate";
import { writeArchive } from "../../../graph-data/formats/archive.ts";
import type { Pictures } from "./pictures.ts";
import { restoreBraces } from "./text.ts";

const XML = /\.(?:xml|rels)$/;

/** Relationships are numbered as they are listed, files stand in the order of their names, after what says their types. */
export function finish(packed: Uint8Array, pictures: Pictures): Uint8Array {
  const files = Object.entries(unzipSync(packed)).filter(([path]) => !path.endsWith("/"));
  const texts = new Map(
    files
      .filter(([path]) => XML.test(path))
      .map(([path, bytes]) => [path, correct(restoreBraces(strFromU8(bytes)))]),
  );
  for (const path of [...texts.keys()].filter((name) => name.endsWith(".rels"))) renumber(path, texts);
  return writeArchive(
    files
      .map(([path, bytes]): [string, string | Uint8Array] => [
        path,
        texts.get(path) ?? pictures.get(strFromU8(bytes)) ?? bytes,
      ])
      .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1)),
  );
}

/** What docx adds unasked: borders beside those of a table's style, a number on the line above footnotes. */
function correct(xml: string): string {
  return xml
    .replace(/<w:tblBorders>.*?<\/w:tblBorders>(?=<w:tblLayout)/g, "")
    .replace(
      /<w:r>(?:(?!<w:r>).)*?<w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:continuationS|s)eparator\/>)/g,
      "",
    );
}

const FIRST = ["[Content_Types].xml", "_rels/.rels"];

function rank(path: string): number {
  return (FIRST.indexOf(path) + FIRST.length + 1) % (FIRST.length + 1);
}

/** `word/_rels/document.xml.rels` says where the ids of `word/document.xml` lead. */
function renumber(path: string, texts: Map<string, string>): void {
  const ids = new Map<string, string>();
  const rels = texts.get(path)!.replace(/ Id="([^"]*)"/g, (_, id: string) => {
    ids.set(id, `rId${ids.size + 1}`);
    return ` Id="${ids.get(id)}"`;
  });
  texts.set(path, rels);
  const part = path.replace(/_rels\/([^/]*)\.rels$/, "$1");
  const text = texts.get(part);
  if (text === undefined) return;
  texts.set(
    part,
    text.replace(/ r:(id|embed|link)="([^"]*)"/g, (whole, name: string, id: string) =>
      ids.has(id) ? ` r:${name}="${ids.get(id)}"` : whole,
    ),
  );
}
