/** Key judgements: what is judged, how likely it is, how well founded the judgement is, and why. */
import {
  CONFIDENCES,
  type Confidence,
  LIKELIHOOD_WORDS,
  type LikelihoodWord,
  likelihoodPercent,
} from "../../graph-data/briefing/scales.ts";
import { Icon } from "../panels/icon.tsx";
import { useDesk } from "./desk-model.ts";
import { Choice, problemsAt } from "./field.tsx";
import { focusSoon } from "./focus.ts";
import { ProseField } from "./prose-field.tsx";
import { type Edit, toldJudgements, type WrittenJudgement } from "./words.ts";

export function Judgements() {
  const { state, dispatch, preview } = useDesk();
  const { judgements } = state.value.words;
  const told = toldJudgements(state.value.words);
  const edit = (change: Edit) => dispatch({ type: "edit", edit: change });
  return (
    <div class="desk-part">
      <h3>Key judgements</h3>
      {judgements.length > 0 && (
        <ol class="desk-judgements">
          {judgements.map((judgement, at) => (
            <li key={judgement.key}>
              <JudgementFields
                judgement={judgement}
                number={at + 1}
                last={at === judgements.length - 1}
                problems={(field) => problemsAt(preview.value, "judgements", told.indexOf(judgement), field)}
                edit={edit}
              />
            </li>
          ))}
        </ol>
      )}
      <button
        type="button"
        id="desk-add"
        onClick={() => {
          edit({ type: "add judgement" });
          const added = state.peek().words.judgements.at(-1);
          focusSoon(`desk-judgement-${added?.key}`);
        }}
      >
        Add a judgement
      </button>
    </div>
  );
}

interface JudgementProps {
  readonly judgement: WrittenJudgement;
  /** From 1. */
  readonly number: number;
  readonly last: boolean;
  problems(field: "text" | "reason"): readonly string[];
  edit(edit: Edit): void;
}

function JudgementFields({ judgement, number, last, problems, edit }: JudgementProps) {
  const { key, text, reason } = judgement;
  const id = `desk-judgement-${key}`;
  const change = (part: Partial<Omit<WrittenJudgement, "key">>) => edit({ type: "judge", key, change: part });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside buttons
    <div class="desk-judgement" role="group" aria-label={`Judgement ${number}`}>
      <ProseField
        id={id}
        label={`Judgement ${number}`}
        rows={3}
        value={text}
        onInput={(written) => change({ text: written })}
        problems={problems("text")}
      >
        <Order judgement={judgement} number={number} last={last} edit={edit} />
      </ProseField>
      <Scales judgement={judgement} change={change} />
      <ProseField
        id={`${id}-reason`}
        label="Why this confidence"
        rows={2}
        value={reason}
        asksForCitations={false}
        onInput={(written) => change({ reason: written })}
        problems={problems("reason")}
      />
      {text.trim() === "" && (reason !== "" || judgement.likelihood || judgement.confidence) && (
        <p class="hint">Without words of its own it is left out.</p>
      )}
    </div>
  );
}

function Order({ judgement: { key }, number, last, edit }: Omit<JudgementProps, "problems">) {
  const [up, down] = [`desk-up-${key}`, `desk-down-${key}`];
  const move = (by: -1 | 1) => {
    edit({ type: "move judgement", key, by });
    focusSoon(by === -1 ? up : down, by === -1 ? down : up);
  };
  return (
    <span class="desk-order">
      <button
        type="button"
        id={up}
        class="tool"
        aria-label={`Move judgement ${number} up`}
        disabled={number === 1}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        id={down}
        class="tool"
        aria-label={`Move judgement ${number} down`}
        disabled={last}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={`Remove judgement ${number}`}
        onClick={() => {
          edit({ type: "remove judgement", key });
          focusSoon("desk-add");
        }}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}

interface ScalesProps {
  readonly judgement: WrittenJudgement;
  change(part: Partial<Omit<WrittenJudgement, "key">>): void;
}

const LIKELIHOODS: readonly (readonly [LikelihoodWord | "", string])[] = [
  ["", "not said"],
  ...LIKELIHOOD_WORDS.map((word) => [word, `${word} (${likelihoodPercent(word)})`] as const),
];
const LEVELS: readonly (readonly [Confidence | "", string])[] = [
  ["", "not said"],
  ...CONFIDENCES.map((level) => [level, level] as const),
];

function Scales({ judgement: { key, likelihood, confidence }, change }: ScalesProps) {
  return (
    <div class="desk-pair">
      <Choice
        id={`desk-likelihood-${key}`}
        label="Likelihood"
        value={likelihood}
        choices={LIKELIHOODS}
        choose={(word) => change({ likelihood: word })}
      />
      <Choice
        id={`desk-confidence-${key}`}
        label="Confidence"
        value={confidence}
        choices={LEVELS}
        choose={(level) => change({ confidence: level })}
      />
    </div>
  );
}
