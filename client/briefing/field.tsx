/** A field of the form with its name, and what is wrong in it. */

import type { Preview } from "./desk-model.ts";
import type { Placed } from "./messages.ts";

/** Of the last preview, what is wrong at a field or within it. */
export function problemsAt(preview: Preview, ...path: readonly (string | number)[]): readonly string[] {
  if (preview.kind !== "briefed") return [];
  const here = ({ path: at }: Placed) => path.every((part, index) => at[index] === part);
  return [...new Set(preview.problems.filter(here).map(({ message }) => message))];
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly problems: readonly string[];
  onInput(text: string): void;
}

export function Field({ id, label, value, placeholder, problems, onInput }: FieldProps) {
  return (
    <div class="desk-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        value={value}
        placeholder={placeholder}
        aria-invalid={problems.length > 0}
        aria-describedby={problems.length > 0 ? `${id}-wrong` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <Wrong id={id} problems={problems} />
    </div>
  );
}

export function Wrong({ id, problems }: { readonly id: string; readonly problems: readonly string[] }) {
  return (
    <div id={`${id}-wrong`} role="status">
      {problems.map((message) => (
        <p key={message} class="desk-wrong" dir="auto">
          {message.charAt(0).toUpperCase() + message.slice(1)}
        </p>
      ))}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, words: string])[];
  choose(value: T): void;
}

export function Choice<T extends string>({ id, label, value, choices, choose }: ChoiceProps<T>) {
  return (
    <div class="desk-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find(([one]) => one === currentTarget.value);
          if (chosen) choose(chosen[0]);
        }}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
