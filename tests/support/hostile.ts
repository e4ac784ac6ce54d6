/** A dossier made of strings that break things: labels, aliases, quotations, notes, titles. */
import { existsSync, readFileSync } from "node:fs";
import { ACTOR_KINDS } from "../../graph-data/dossier/limits.ts";
import type { Actor, Dossier, Statement } from "../../graph-data/dossier/records.ts";

/** The Big List of Naughty Strings, which lies beside the project and not in it. */
const LIST = new URL("../../../shared/data/blns/blns.json", import.meta.url);

export const hasNaughtyStrings = existsSync(LIST);

export function naughtyStrings(): string[] {
  const list: string[] = JSON.parse(readFileSync(LIST, "utf8"));
  return [...new Set([...list, ...OURS])].filter((text) => text !== "");
}

/** What aims at this program: markup that its pages, tables, pictures and files have. Each says when it ran. */
const OURS = [
  "</script><script>document.vulnerable=true</script>",
  "<img src=x onerror='document.vulnerable=true'>",
  "<svg onload=document.vulnerable=true><text>",
  "]]></text><script>document.vulnerable=true</script>",
  '"><a href="javascript:document.vulnerable=true">x</a>',
  "' onmouseover='document.vulnerable=true' x='",
  "{{constructor.constructor('document.vulnerable=true')()}}",
  "<%= process.exit(1) %>",
  '=HYPERLINK("http://127.0.0.1:1/","x")',
  "&lt;b&gt; &amp;amp; &#x27;",
  "__proto__",
  "constructor",
];

const TYPES = ["blames", "denies", "concedes", "supports", "threatens"];

/** Every string is an actor's label and alias, a statement's quotation and note; some name phases and narratives. */
export function hostileDossier(strings: readonly string[]): Dossier {
  const starts: number[] = [];
  let text = "";
  for (const string of strings) {
    starts.push(text.length);
    text += `${string}\n\n`;
  }
  const some = strings.filter((string) => string.includes("<") || string.includes("\u202e")).slice(0, 12);
  const phases = some.map((label, at) => ({ id: `phase-${at}`, label, summary: label }));
  const narratives = some.map((label, at) => ({ id: `narrative-${at}`, label, gist: label }));
  const ids = strings.map((_, at) => `actor-${at}`);
  return {
    format: "narrascope-dossier/1",
    id: "hostile",
    title: "<script>document.vulnerable=true</script> </title> \u202edossier",
    summary: some.join(" "),
    documents: [
      {
        id: "words",
        title: "<b onclick=document.vulnerable=true>words</b>",
        author: some[0],
        publisher: some[1],
        url: 'https://example.org/?q="><script>document.vulnerable=true</script>'.replaceAll(" ", ""),
        text,
      },
    ],
    actors: strings.map(
      (label, at): Actor => ({
        id: ids[at]!,
        label,
        kind: ACTOR_KINDS[at % ACTOR_KINDS.length]!,
        aliases: [strings[(at + 7) % strings.length]!],
        description: label,
      }),
    ),
    phases,
    narratives,
    statements: strings.map(
      (exact, at): Statement => ({
        id: `s${at}`,
        source: ids[at]!,
        target: ids[(at + 1) % ids.length]!,
        type: TYPES[at % TYPES.length]!,
        voice: at % 3 === 0 ? ids[(at + 2) % ids.length] : "author",
        phase: phases[at % phases.length]?.id,
        narratives: [{ id: narratives[at % narratives.length]!.id, role: "advances" }],
        evidence: [{ document: "words", exact, start: starts[at]!, end: starts[at]! + exact.length }],
        note: exact,
      }),
    ),
    positions: Object.fromEntries(ids.map((id, at) => [id, [(at % 24) * 130, Math.floor(at / 24) * 100]])),
  };
}
