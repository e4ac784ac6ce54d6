/** A part of a panel that folds away. What is folded is not made: a large dossier has hundreds of choices to count. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface FoldProps {
  readonly title: string;
  /** As it stands until the user says otherwise; when it changes, the fold follows. */
  readonly open?: boolean;
  children(): ComponentChildren;
}

export function Fold({ title, open = false, children }: FoldProps) {
  const [asked, setAsked] = useState(open);
  const [shown, setShown] = useState(open);
  if (asked !== open) {
    setAsked(open);
    setShown(open);
  }
  return (
    <details class="facet" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {shown && children()}
    </details>
  );
}
