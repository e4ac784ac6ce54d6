/** How a file was read: what is in it, what was mapped, guessed and left out, with places. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { countWords, formatNumber } from "../../graph-data/display/words.ts";
import type { Note } from "../../graph-data/formats/reader.ts";
import type { Kept } from "./kept.ts";
import { ProblemList } from "./problem-list.tsx";

/** In the order in which they want the eye. */
const KINDS: readonly (readonly [Note["kind"], string])[] = [
  ["left out", "Left out"],
  ["guessed", "Guessed"],
  ["mapped", "Mapped"],
  ["read", "Read"],
];

interface Props {
  readonly kept: Kept;
  /** The browser could not keep what was read. */
  readonly unkept: boolean;
  readonly children: ComponentChildren;
  explore(): void;
}

export function ReportView({ kept, unkept, children, explore }: Props) {
  const { file, opened } = kept;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  if (!opened) return null;
  const { dossier, report, problems } = opened;
  return (
    <>
      <h1 dir="auto">{dossier.title}</h1>
      <p role="status">
        <bdi>{file.name}</bdi> holds {countWords(dossier.statements.length, "statement")} among{" "}
        {countWords(dossier.actors.length, "actor")}, from {countWords(dossier.documents.length, "document")}.
      </p>
      {unkept && (
        <p class="failure">This browser has no room to keep what was read: a reload reads the file again.</p>
      )}
      <p class="row">
        <button type="button" class="strong" ref={button} onClick={explore}>
          Explore
        </button>
        {children}
      </p>
      {KINDS.map(([kind, label]) => (
        <Notes key={kind} label={label} notes={report.notes.filter((note) => note.kind === kind)} />
      ))}
      {problems.length > 0 && (
        <>
          <h2>Problems</h2>
          <ProblemList problems={problems} />
        </>
      )}
    </>
  );
}

function Notes({ label, notes }: { readonly label: string; readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2>{label}</h2>
      <ul class="notes">
        {notes.map(({ what, count, places }) => (
          <li key={what}>
            <span class="count">{formatNumber(count)}</span> <span dir="auto">{what}</span>
            {places.length > 0 && (
              <span class="faint" dir="auto">
                {" "}
                ({places.join("; ")}
                {places.length < count && " …"})
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
