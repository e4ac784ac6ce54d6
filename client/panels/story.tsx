/** The told story: one step at a time, with the sentences that it rests on. */
import { useEffect, useRef } from "preact/hooks";
import { type Step, showStep, tellStory } from "../../graph-data/story/steps.ts";
import { type Model, useModel } from "../state/model.ts";
import { Icon } from "./icon.tsx";
import { StatementCard } from "./statement-card.tsx";

export function StoryButton() {
  const model = useModel();
  if (tellStory(model.narrative).length === 0) return null;
  const told = model.state.value.view.story !== undefined;
  return (
    <button
      type="button"
      class="tool words"
      aria-pressed={told}
      aria-keyshortcuts="s"
      title={told ? "Leave the story (S)" : "Tell the story step by step (S)"}
      onClick={() => (told ? leaveStory(model) : goToStep(model, 1))}
    >
      Story
    </button>
  );
}

/** Shows a step, from 1; there is none before the first and after the last. */
export function goToStep(model: Model, number: number): void {
  const step = tellStory(model.narrative)[number - 1];
  if (!step) return;
  model.dispatch({ type: "tell", step: number, address: showStep(step) });
  model.transient.announcement.value = `Step ${number}: ${step.title}`;
  // What the step points at is read in the reader, which is a sheet on narrow screens.
  model.transient.sheet.value = "reader";
}

/** Leaves the story and stays with what its step shows. */
function leaveStory(model: Model): void {
  const { lens, view } = model.state.peek();
  model.dispatch({ type: "tell", step: 0, address: { lens, view } });
}

export function StoryStep({ step }: { readonly step: Step }) {
  const model = useModel();
  const steps = tellStory(model.narrative);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <article class="story-step">
      <progress max={steps.length} value={step.number} aria-label="Progress of the story" />
      <h3 ref={heading} tabIndex={-1} dir="auto">
        {step.title}
      </h3>
      <p dir="auto">{step.text}</p>
      {step.problems.map(({ message }) => (
        <p class="caveat" key={message}>
          {message}
        </p>
      ))}
      <nav class="row story-nav" aria-label="Steps of the story">
        <button
          type="button"
          disabled={step.number === 1}
          title="The step before (Page ↑)"
          onClick={() => goToStep(model, step.number - 1)}
        >
          Back
        </button>
        <span class="faint">
          {step.number} of {steps.length}
        </span>
        <button
          type="button"
          class="strong"
          disabled={step.number === steps.length}
          title="The next step (Page ↓)"
          onClick={() => goToStep(model, step.number + 1)}
        >
          Next
        </button>
        <PresentButton />
        <button type="button" class="quiet" onClick={() => leaveStory(model)}>
          Leave
        </button>
      </nav>
      <ol class="cards">
        {step.cited.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} />
          </li>
        ))}
      </ol>
      {model.place.pages !== null && (
        <p class="faint">
          <a href={`${model.place.pages}/story`}>The story as a page, to read and print</a>
        </p>
      )}
    </article>
  );
}

/** The whole screen for graph and story; Escape brings the rest back. */
function PresentButton() {
  const { presenting } = useModel().transient;
  useEffect(() => {
    const follow = () => {
      presenting.value = document.fullscreenElement !== null;
    };
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, [presenting]);
  const toggle = () =>
    presenting.value ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  if (!document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      class="tool"
      aria-pressed={presenting.value}
      aria-label="Present on the whole screen"
      title="Present on the whole screen"
      onClick={() => void toggle()}
    >
      <Icon name="fit" />
    </button>
  );
}
