/** Statements in the order of the story, a card each; long lists grow on demand. */

import { useState } from "preact/hooks";
import { countWords, formatNumber } from "../../graph-data/display/words.ts";
import { type StatementEdge, tieId } from "../../graph-data/graph/build.ts";
import { documentsOf } from "../../graph-data/graph/quotations.ts";
import { useModel } from "../state/model.ts";
import { StatementCard } from "./statement-card.tsx";

const SHOWN = 30;

export interface StatementListProps {
  readonly statements: readonly StatementEdge[];
  /** The tie that the statements make up: it can be drawn statement by statement. */
  readonly tie?: {
    readonly source: { id: string };
    readonly target: { id: string };
    readonly family: string;
  };
}

export function StatementList({ statements, tie }: StatementListProps) {
  const { narrative } = useModel();
  const [most, setMost] = useState(SHOWN);
  const documents = new Set(statements.flatMap(documentsOf));
  if (statements.length === 0) {
    return (
      <p class="hint">
        No statement here under this lens
        {narrative.statements.length > 0 ? "; remove a part of the lens to see more." : "."}
      </p>
    );
  }
  return (
    <>
      <p class="faint">
        {countWords(statements.length, "statement")}, {countWords(documents.size, "document")}
      </p>
      {tie && statements.length > 1 && <ExpandButton id={tieId(tie.source.id, tie.target.id, tie.family)} />}
      <ol class="cards">
        {statements.slice(0, most).map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} />
          </li>
        ))}
      </ol>
      {statements.length > most && (
        <button type="button" onClick={() => setMost(most + SHOWN * 3)}>
          Show more ({formatNumber(statements.length - most)} left)
        </button>
      )}
    </>
  );
}

function ExpandButton({ id }: { readonly id: string }) {
  const { state, dispatch } = useModel();
  const expanded = state.value.view.expand?.includes(id) ?? false;
  return (
    <div class="row actions">
      <button type="button" aria-pressed={expanded} onClick={() => dispatch({ type: "expand", tie: id })}>
        {expanded ? "Draw as one line" : "Draw each statement as a line"}
      </button>
    </div>
  );
}
