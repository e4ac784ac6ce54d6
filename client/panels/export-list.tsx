/** What the export menu offers: the formats under their headings, and whether each statement counts or each tie. */
import { useState } from "preact/hooks";
import type { Unit } from "../../graph-data/formats/format.ts";
import { groupFormats } from "../../graph-data/formats/index.ts";
import { ExportEntry } from "./export-entry.tsx";

const UNITS: readonly Unit[] = ["statements", "ties"];

export function ExportList({ onChosen }: { onChosen(): void }) {
  const [unit, setUnit] = useState<Unit>("statements");
  return (
    <>
      <fieldset class="units">
        <legend>What is shown, as</legend>
        {UNITS.map((value) => (
          <label key={value}>
            <input type="radio" name="unit" checked={value === unit} onChange={() => setUnit(value)} />
            {value}
          </label>
        ))}
      </fieldset>
      <div class="export-groups">
        {groupFormats().map(({ heading, formats }) => (
          <section key={heading} aria-labelledby={`export-${formats[0]!.group}`}>
            <h2 id={`export-${formats[0]!.group}`}>{heading}</h2>
            <ul>
              {formats.map((format) => (
                <ExportEntry key={format.id} format={format} unit={unit} onChosen={onChosen} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
