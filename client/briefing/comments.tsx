/** Comments on shifts: on those that the briefing tells, and those written on shifts that another view tells. */
import { useState } from "preact/hooks";
import { actorLabel } from "../../graph-data/display/words.ts";
import { resolveSelected } from "../../graph-data/lens/view.ts";
import { useDesk } from "./desk-model.ts";
import { problemsAt } from "./field.tsx";
import type { ToldOn } from "./outline.ts";
import { ProseField } from "./prose-field.tsx";

export function Comments() {
  const { state, preview, model } = useDesk();
  const { comments, off } = state.value.words;
  const now = preview.value;
  const told = now.kind === "briefed" ? now.outline.shifts : [];
  const elsewhere =
    now.kind === "briefed"
      ? Object.keys(comments).filter((tie) => !told.some((shift) => shift.tie === tie))
      : [];
  const used = Object.keys(comments).length;
  const [wasUsed] = useState(used > 0);
  return (
    <details class="desk-part desk-fold" open={wasUsed}>
      <summary>
        <h3>Comments on shifts</h3>
        <span class="faint">
          {told.length} told{used > 0 && `, ${used} written`}
        </span>
      </summary>
      {told.map((shift) => (
        <Comment key={shift.tie} shift={shift} />
      ))}
      {told.length === 0 && (
        <p class="hint">
          {off.includes("changed")
            ? "“What changed” is left out, see sections."
            : "This view tells no shift."}
        </p>
      )}
      {elsewhere.length > 0 && <p class="hint">Kept, though this view does not tell these shifts:</p>}
      {elsewhere.map((tie) => (
        <Comment key={tie} shift={{ tie, places: [], text: nameTie(tie, model.narrative) }} />
      ))}
    </details>
  );
}

function nameTie(tie: string, narrative: Parameters<typeof resolveSelected>[1]): string {
  const found = resolveSelected(tie, narrative);
  if (found?.kind !== "tie") return tie;
  const { source, target, family } = found;
  const kind = narrative.codebook.families.get(family)?.label ?? family;
  return `${actorLabel(source, narrative)} → ${actorLabel(target, narrative)}, ${kind}`;
}

function Comment({ shift: { tie, places, text } }: { readonly shift: ToldOn }) {
  const { state, dispatch, preview } = useDesk();
  const comment = state.value.words.comments[tie] ?? "";
  const [wasUsed] = useState(comment !== "");
  const [open, setOpen] = useState(wasUsed);
  return (
    <details class="desk-comment" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-used={comment !== ""}>
        {places.length > 0 && (
          <span class="faint" dir="auto">
            {places.join(", ")}
          </span>
        )}
        <span class="desk-shift" dir="auto">
          {text}
        </span>
      </summary>
      {open && (
        <ProseField
          id={`desk-comment-${tie}`}
          label={`Comment on: ${text}`}
          hidesLabel
          rows={2}
          value={comment}
          placeholder="Your comment, in Markdown"
          onInput={(written) => dispatch({ type: "edit", edit: { type: "comment", tie, text: written } })}
          problems={problemsAt(preview.value, "comments", tie)}
        />
      )}
    </details>
  );
}
