/** The network as tables of actors and ties: what the picture says, for eyes and screen readers that want it so. */
import { useEffect, useRef, useState } from "preact/hooks";
import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, countWords, formatNumber } from "../../graph-data/display/words.ts";
import { tiesOf } from "../../graph-data/lens/slice.ts";
import { useModel } from "../state/model.ts";
import { FamilyMark } from "./family-mark.tsx";
import { Icon } from "./icon.tsx";

const ROWS = 200;

export function NetworkTable() {
  const { transient, slice } = useModel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="network-table" aria-labelledby="network-table-title">
      <div class="row">
        <h2 id="network-table-title" ref={heading} tabIndex={-1}>
          {countWords(slice.value.actors.length, "actor")},{" "}
          {countWords(slice.value.statements.length, "statement")}
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
  const { elements, dispatch } = useModel();
  const [most, setMost] = useState(ROWS);
  const rows = [...elements.value.nodes].sort((a, b) => b.statements - a.statements);
  return (
    <>
      <table>
        <caption>Actors</caption>
        <thead>
          <tr>
            <th scope="col">Actor</th>
            <th scope="col">Kind</th>
            <th scope="col" class="number">
              Statements
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ id, label, kind, statements }) => (
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
              <td class="number">{formatNumber(statements)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More left={rows.length - most} onMore={() => setMost(most + ROWS)} />
    </>
  );
}

function TieTable() {
  const { slice, narrative, dispatch } = useModel();
  const [most, setMost] = useState(ROWS);
  const ties = [...tiesOf(slice.value)].sort((a, b) => b.statements.length - a.statements.length);
  return (
    <>
      <table>
        <caption>Ties</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Family</th>
            <th scope="col">To</th>
            <th scope="col" class="number">
              Statements
            </th>
          </tr>
        </thead>
        <tbody>
          {ties.slice(0, most).map(({ id, source, target, family, statements }) => (
            <tr key={id}>
              <td dir="auto">{actorLabel(source, narrative)}</td>
              <td>
                <FamilyMark family={family} />{" "}
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ type: "select", entries: [id] })}
                >
                  {narrative.codebook.families.get(family)?.label}
                  <span class="visually-hidden">
                    {" "}
                    from {actorLabel(source, narrative)} to {actorLabel(target, narrative)}
                  </span>
                </button>
              </td>
              <td dir="auto">{actorLabel(target, narrative)}</td>
              <td class="number">{formatNumber(statements.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More left={ties.length - most} onMore={() => setMost(most + ROWS)} />
    </>
  );
}

function More({ left, onMore }: { readonly left: number; onMore(): void }) {
  if (left <= 0) return null;
  return (
    <button type="button" onClick={onMore}>
      Show {formatNumber(Math.min(left, ROWS))} more of {formatNumber(left)}
    </button>
  );
}
