/** The ledger of shifts: what differs between the two windows, strongest first, with the words of both. */

import { useState } from "preact/hooks";
import { describeLens, describeVoice, formatNumber } from "../../graph-data/display/words.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { quotationOf } from "../../graph-data/graph/quotations.ts";
import { labelShift } from "../../graph-data/shift/words.ts";
import {
  LEDGER_ORDERS,
  type LedgerEntry,
  type LedgerOrder,
  listLedger,
  writeComparison,
} from "../state/comparison.ts";
import { useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";
import { FamilyMark } from "./family-mark.tsx";
import { HowMuch } from "./how-much.tsx";
import { Icon } from "./icon.tsx";
import { ShiftMark } from "./shift-mark.tsx";

const SHOWN = 40;

const ORDER_WORDS: Readonly<Record<LedgerOrder, string>> = {
  strength: "strongest first",
  source: "by source",
  target: "by target",
  kind: "by kind",
};

export function Ledger() {
  const model = useModel();
  const { compared, narrative, state, place } = model;
  const [order, setOrder] = useState<LedgerOrder>("strength");
  const [q, setQ] = useState("");
  const [most, setMost] = useState(SHOWN);
  if (!compared.value) return null;
  const { a, b, shifts } = compared.value;
  const { lens, view } = state.value;
  const entries = listLedger(shifts, narrative, { order, q, kinds: view.shift });
  const query = writeComparison(lens, view.compare ?? {}, narrative);
  return (
    <div class="ledger">
      <dl class="windows">
        {[a, b].map((slice, at) => (
          <div key={at}>
            <dt class={at === 0 ? "side-a" : "side-b"}>{at === 0 ? "A" : "B"}</dt>
            <dd dir="auto">
              {describeLens(slice.lens, narrative)}{" "}
              <span class="count">{formatNumber(slice.statements.length)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <HowMuch key={query} query={query} />
      <div class="row ledger-tools">
        <input
          type="search"
          aria-label="Words in the ledger"
          placeholder="Words …"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
        <select
          aria-label="Order of the ledger"
          value={order}
          onChange={(event) => {
            const chosen = LEDGER_ORDERS.find((id) => id === event.currentTarget.value);
            if (chosen) setOrder(chosen);
          }}
        >
          {LEDGER_ORDERS.map((id) => (
            <option key={id} value={id}>
              {ORDER_WORDS[id]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="quiet"
          onClick={() => void copyText(writeLedger(entries), "Ledger copied", model)}
        >
          <Icon name="copy" /> Copy
        </button>
      </div>
      {entries.length === 0 ? (
        <p class="hint">
          Nothing {q === "" ? "differs between the two windows" : "in the ledger has these words"}.
        </p>
      ) : (
        <ol class="shifts" aria-label="Ledger of shifts">
          {entries.slice(0, most).map((entry) => (
            <Shift key={entry.shift.id} entry={entry} />
          ))}
        </ol>
      )}
      {entries.length > most && (
        <button type="button" onClick={() => setMost(most + SHOWN * 3)}>
          Show more ({formatNumber(entries.length - most)} left)
        </button>
      )}
      {place.pages !== null && (
        <p class="faint">
          <a href={`${place.pages}/shift?${query}`}>The comparison as tables</a>
        </p>
      )}
    </div>
  );

  function writeLedger(list: readonly LedgerEntry[]): string {
    const head = `A: ${describeLens(a.lens, narrative)}\nB: ${describeLens(b.lens, narrative)}\n${place.bar.link(location, model.address.peek())}`;
    const lines = list.map(({ shift, reads }, at) => {
      const quotations = [shift.a[0], shift.b[0]].map((statement, side) => {
        const words = statement && quotationOf(statement, narrative);
        return words ? `\n   ${side === 0 ? "A" : "B"}: “${words}”` : "";
      });
      return `${at + 1}. ${reads}${quotations.join("")}`;
    });
    return [head, ...lines].join("\n\n");
  }
}

function Shift({ entry: { shift } }: { readonly entry: LedgerEntry }) {
  const { narrative, dispatch } = useModel();
  return (
    <li class="shift">
      <button
        type="button"
        class="relation"
        onClick={() => dispatch({ type: "select", entries: [shift.id] })}
      >
        <ShiftMark kind={shift.kind} />
        <FamilyMark family={shift.family} />
        <span dir="auto">{labelShift(shift, narrative)}</span>
      </button>
      <div class="facing">
        <Told side="A" statements={shift.a} />
        <Told side="B" statements={shift.b} />
      </div>
    </li>
  );
}

/** The first statement's words, and who says so; how many more there are. */
function Told({
  side,
  statements,
}: {
  readonly side: "A" | "B";
  readonly statements: readonly StatementEdge[];
}) {
  const { narrative } = useModel();
  const [first, ...more] = statements;
  const quotation = first && quotationOf(first, narrative);
  return (
    <div class={`told side-${side.toLowerCase()}`}>
      <span class="side">{side}</span>
      {!first && <p class="faint">nothing</p>}
      {first && (
        <>
          {quotation ? (
            <blockquote dir="auto">“{quotation}”</blockquote>
          ) : (
            <p>reference only, no quotation</p>
          )}
          <p class="faint" dir="auto">
            {describeVoice(first, narrative)}
            {more.length > 0 && `; ${more.length} more`}
          </p>
        </>
      )}
    </div>
  );
}
