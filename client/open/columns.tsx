/** Of a table: what each column is, as it was proposed, to confirm or to correct. */
import { useState } from "preact/hooks";
import type { Proposal } from "../../graph-data/formats/reader.ts";

interface Props {
  readonly name: string;
  readonly proposal: Proposal;
  readonly fields: readonly string[];
  confirm(columns: Readonly<Record<string, string>>): void;
}

/** Without these a row is no statement. */
const NEEDED = ["source", "target"];

/** Rows whose cells are shown beside a column's name. */
const SAMPLES = 4;

export function Columns({ name, proposal, fields, confirm }: Props) {
  const { header, rows } = proposal;
  const [columns, setColumns] = useState(proposal.columns);
  const taken = Object.values(columns);
  const missing = NEEDED.filter((field) => !taken.includes(field));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) confirm(columns);
      }}
    >
      <h1 dir="auto">{name}</h1>
      <p>This is what the columns seem to be. Change what is not right; each row becomes a statement.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section class="scroll" tabIndex={0} aria-label="Columns">
        <table class="columns">
          <caption>Columns and the first rows</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Is</th>
              {rows.slice(0, SAMPLES).map((_, at) => (
                <th key={at} scope="col">
                  Row {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {header.map((column, place) => (
              <tr key={column}>
                <th scope="row" dir="auto">
                  {column}
                </th>
                <td>
                  <select
                    aria-label={`What ${column} is`}
                    value={columns[column] ?? ""}
                    onChange={({ currentTarget: { value } }) => setColumns(choose(columns, column, value))}
                  >
                    <option value="">left out</option>
                    {fields.map((field) => (
                      <option key={field} value={field}>
                        {field.replaceAll("_", " ")}
                      </option>
                    ))}
                  </select>
                </td>
                {rows.slice(0, SAMPLES).map((row, at) => (
                  <td key={at} dir="auto">
                    {row[place] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class={missing.length > 0 ? "failure" : ""} role="status">
        {missing.length > 0 && `Still needed: a column for the ${missing.join(" and one for the ")}.`}
      </p>
      <p class="row">
        <button type="submit" class="strong" disabled={missing.length > 0}>
          Read the table
        </button>
      </p>
    </form>
  );
}

/** A field has one column: it leaves the one that had it. */
function choose(columns: Readonly<Record<string, string>>, column: string, field: string) {
  const others = Object.entries(columns).filter(([name, value]) => name !== column && value !== field);
  return Object.fromEntries(field === "" ? others : [...others, [column, field]]);
}
