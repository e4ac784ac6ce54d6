/** Says in words what the line under the pointer stands for. */
import { actorLabel, countWords, listWords } from "../../graph-data/display/words.ts";
import { SHIFT_WORDS } from "../../graph-data/shift/words.ts";
import { useModel } from "../state/model.ts";
import { FamilyMark } from "./family-mark.tsx";

export function PointedLine() {
  const { transient, elements, narrative } = useModel();
  const over = transient.pointed.value;
  if (over?.kind !== "line") return null;
  const line = elements.value.lines.find(({ id }) => id === over.id);
  if (!line) return null;
  const types = [...new Set(line.statements.map(({ type }) => type.label))];
  return (
    <p class="pointed-line" aria-hidden="true">
      <FamilyMark family={line.family} />
      <span>
        <bdi>{actorLabel(line.source, narrative)}</bdi> {listWords(types)}{" "}
        <bdi>{actorLabel(line.target, narrative)}</bdi>
      </span>
      {line.shift && <span>{SHIFT_WORDS[line.shift]}</span>}
      <span class="faint">{countWords(line.statements.length, "statement")}</span>
    </p>
  );
}
