/** Statements that say the opposite of each other, their words facing. */
import { useState } from "preact/hooks";
import { describeStatement } from "../../graph-data/display/words.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { quotationOf } from "../../graph-data/graph/quotations.ts";
import { selectStatement } from "../../graph-data/lens/view.ts";
import type { Contradiction } from "../../graph-data/shift/reversals.ts";
import { CONTRADICTION_WORDS, describeBetween } from "../../graph-data/shift/words.ts";
import { useModel } from "../state/model.ts";

const SHOWN = 20;

export function Contradictions({ list }: { readonly list: readonly Contradiction[] }) {
  const { narrative } = useModel();
  const [most, setMost] = useState(SHOWN);
  return (
    <>
      <ul class="shifts contradictions">
        {list.slice(0, most).map(({ kind, earlier, later }) => (
          <li class="shift" key={`${earlier.id} ${later.id}`}>
            <p>
              <b>{CONTRADICTION_WORDS[kind]}</b>{" "}
              <span class="faint">{describeBetween(earlier, later, narrative)}</span>
            </p>
            <div class="facing">
              <Said statement={earlier} />
              <Said statement={later} />
            </div>
          </li>
        ))}
      </ul>
      {list.length > most && (
        <button type="button" onClick={() => setMost(most + SHOWN * 3)}>
          Show more ({list.length - most} left)
        </button>
      )}
    </>
  );
}

function Said({ statement }: { readonly statement: StatementEdge }) {
  const { narrative, dispatch } = useModel();
  const quotation = quotationOf(statement, narrative);
  return (
    <div class="told">
      <button
        type="button"
        class="link"
        onClick={() => dispatch({ type: "select", entries: [selectStatement(statement.id, narrative)] })}
      >
        <span dir="auto">{describeStatement(statement, narrative)}</span>
      </button>
      {quotation ? <blockquote dir="auto">“{quotation}”</blockquote> : <p>reference only, no quotation</p>}
    </div>
  );
}
