/**
 * The network as tables of actors and ties: what the picture says, for eyes and screen readers that want it so. In a
 * comparison both windows are counted, and each tie tells what became of it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, countWords } from "../../graph-data/display/words.ts";
import { SHIFT_WORDS } from "../../graph-data/shift/words.ts";
import { useModel } from "../state/model.ts";
import { countWindows, listActors, listShifts, listTies, type TieRow } from "../state/shown.ts";
import { FamilyMark } from "./family-mark.tsx";
import { Icon } from "./icon.tsx";
import { ShiftMark } from "./shift-mark.tsx";
import { CountHeads, Counts, More, ROWS } from "./table-parts.tsx";

export function NetworkTable() {
  const { transient, shown, compared } = useModel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="network-table" aria-labelledby="network-table-title">
      <div class="row">
        <h2 id="network-table-title" ref={heading} tabIndex={-1}>
          {countWords(shown.value.actors.length, "actor")},{" "}
          {countWords(shown.value.statements.length, "statement")}
          {compared.value && <small> {countWindows(compared.value)}</small>}
        </h2>
        <button
          type="button"
          class="tool"
          aria-label="Close the table"
          title="Close (T)"
          onClick={() => {
            transient.table.value = false;
            document.querySelector<HTMLElement>(".graph")?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <ActorTable />
      <TieTable />
    </section>
  );
}

function ActorTable() {
  const { shown, windows, dispatch } = useModel();
  const [most, setMost] = useState(ROWS);
  const rows = listActors(shown.value, windows.value);
  return (
    <>
      <table>
        <caption>Actors</caption>
        <thead>
          <tr>
            <th scope="col">Actor</th>
            <th scope="col">Kind</th>
            <CountHeads />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ actor: { id, label, kind }, counts }) => (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ type: "select", entries: [id] })}
                >
                  <span dir="auto">{label}</span>
                </button>
              </th>
              <td>{KIND_WORDS[kind]}</td>
              <Counts counts={counts} />
            </tr>
          ))}
        </tbody>
      </table>
      <More left={rows.length - most} onMore={() => setMost(most + ROWS)} />
    </>
  );
}

function TieTable() {
  const { slice, compared, state } = useModel();
  const [most, setMost] = useState(ROWS);
  const kinds = compared.value ? state.value.view.shift : undefined;
  const rows = compared.value ? listShifts(compared.value.shifts, kinds) : listTies(slice.value);
  return (
    <>
      <table>
        <caption>Ties{kinds && `: ${kinds.map((kind) => SHIFT_WORDS[kind]).join(", ")}`}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Family</th>
            <th scope="col">To</th>
            {compared.value && <th scope="col">Shift</th>}
            <CountHeads />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Tie key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="hint">No tie to show.</p>}
      <More left={rows.length - most} onMore={() => setMost(most + ROWS)} />
    </>
  );
}

function Tie({ row: { id, source, target, family, shift, counts } }: { readonly row: TieRow }) {
  const { narrative, dispatch } = useModel();
  return (
    <tr>
      <td dir="auto">{actorLabel(source, narrative)}</td>
      <td>
        <FamilyMark family={family} />{" "}
        <button type="button" class="link" onClick={() => dispatch({ type: "select", entries: [id] })}>
          {narrative.codebook.families.get(family)?.label}
          <span class="visually-hidden">
            {" "}
            from {actorLabel(source, narrative)} to {actorLabel(target, narrative)}
          </span>
        </button>
      </td>
      <td dir="auto">{actorLabel(target, narrative)}</td>
      {shift && (
        <td class="shift-kind">
          <ShiftMark kind={shift} /> {SHIFT_WORDS[shift]}
        </td>
      )}
      <Counts counts={counts} />
    </tr>
  );
}
