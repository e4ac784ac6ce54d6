/** The reader: the evidence of what is selected, in its context. */
import { useComputed } from "@preact/signals";
import type { Compared } from "../../graph-data/display/compared.ts";
import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, countWords, describeSources, listWords } from "../../graph-data/display/words.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { findContradictions } from "../../graph-data/shift/reversals.ts";
import { type Step, tellStory } from "../../graph-data/story/steps.ts";
import { useModel } from "../state/model.ts";
import { resolveSubject, type Subject } from "../state/selection.ts";
import { ActorReader } from "./actor-reader.tsx";
import { Contradictions } from "./contradictions.tsx";
import { FamilyMark } from "./family-mark.tsx";
import { Fold } from "./fold.tsx";
import { Icon } from "./icon.tsx";
import { Ledger } from "./ledger.tsx";
import { NarrativeTraces } from "./narrative-traces.tsx";
import { PageLink } from "./page-link.tsx";
import { StatementCard } from "./statement-card.tsx";
import { StatementList } from "./statement-list.tsx";
import { goToStep, StoryStep } from "./story.tsx";

export function Reader() {
  const { shown, state, dispatch, transient } = useModel();
  const subject = useComputed(() => resolveSubject(shown.value, state.value.view.select));
  const step = useStep();
  if (step)
    return (
      <div class="reader">
        <div class="panel-head">
          <h2>Story</h2>
        </div>
        <div class="panel-scroll" key={step.number}>
          <StoryStep step={step} />
        </div>
      </div>
    );
  const chosen = subject.value.kind !== "nothing";
  return (
    <div class="reader">
      <div class="panel-head">
        <div class="row">
          <Title subject={subject.value} />
          {(chosen || transient.sheet.value === "reader") && (
            <button
              type="button"
              class="tool"
              title="Close (Esc)"
              aria-label="Close what is selected"
              onClick={() => {
                dispatch({ type: "select", entries: [] });
                transient.sheet.value = "none";
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      </div>
      <div class="panel-scroll" key={(state.value.view.select ?? []).join(",")}>
        <BackToStory />
        <Body subject={subject.value} />
      </div>
    </div>
  );
}

/** The step that is told, as long as nothing else is chosen. */
function useStep(): Step | null {
  const { state, narrative } = useModel();
  const { story, select = [] } = state.value.view;
  const step = story === undefined ? undefined : tellStory(narrative)[story - 1];
  return step && step.select.join() === select.join() ? step : null;
}

/** What else was chosen while a story is told leads back to it. */
function BackToStory() {
  const model = useModel();
  const { story } = model.state.value.view;
  if (story === undefined) return null;
  return (
    <p class="row">
      <button type="button" class="quiet" onClick={() => goToStep(model, story)}>
        Back to step {story} of the story
      </button>
    </p>
  );
}

function Title({ subject }: { readonly subject: Subject }) {
  const { narrative, compared } = useModel();
  switch (subject.kind) {
    case "nothing":
      return <h2>{compared.value ? "What shifted" : "About this dossier"}</h2>;
    case "actor":
      return (
        <h2 dir="auto">
          {subject.actor.label} <small>{KIND_WORDS[subject.actor.kind]}</small>
        </h2>
      );
    case "statement":
      return (
        <h2>
          <FamilyMark family={subject.statement.family} /> Statement
        </h2>
      );
    case "tie":
      return (
        <h2>
          <bdi>{subject.source.label}</bdi> <FamilyMark family={subject.family} />{" "}
          <bdi>{subject.target.label}</bdi>{" "}
          <small>{narrative.codebook.families.get(subject.family)?.label}</small>
        </h2>
      );
    case "pair":
      return (
        <h2>
          <bdi>{subject.a.label}</bdi> and <bdi>{subject.b.label}</bdi>
        </h2>
      );
    case "several":
      return <h2>{subject.actors.length > 0 ? countWords(subject.actors.length, "actor") : "Selected"}</h2>;
  }
}

function Body({ subject }: { readonly subject: Subject }) {
  const { compared } = useModel();
  if (compared.value && subject.kind !== "statement" && subject.kind !== "nothing")
    return <ComparedStatements compared={compared.value} />;
  switch (subject.kind) {
    case "nothing":
      return compared.value ? <Ledger /> : <AboutDossier />;
    case "actor":
      return <ActorReader actor={subject.actor} statements={subject.statements} />;
    case "statement":
      return (
        <>
          {!subject.inLens && <p class="hint">The lens leaves this statement out.</p>}
          <StatementCard statement={subject.statement} />
        </>
      );
    case "tie":
      return <StatementList statements={subject.statements} tie={subject} />;
    case "pair":
      return (
        <>
          <PathButton a={subject.a.id} b={subject.b.id} />
          <PairContradictions statements={subject.statements} />
          <StatementList statements={subject.statements} />
        </>
      );
    case "several":
      return <StatementList statements={subject.statements} />;
  }
}

/** What is selected in each window, one after the other. */
function ComparedStatements({ compared: { a, b } }: { readonly compared: Compared }) {
  const { state, dispatch } = useModel();
  return (
    <>
      <p class="row">
        <button type="button" class="quiet" onClick={() => dispatch({ type: "select", entries: [] })}>
          Back to the ledger
        </button>
      </p>
      {[a, b].map((slice, at) => {
        const subject = resolveSubject(slice, state.value.view.select);
        const statements = "statements" in subject ? subject.statements : [];
        return (
          <section key={at} aria-labelledby={`window-${at}`}>
            <h3 id={`window-${at}`} class={at === 0 ? "side-a" : "side-b"}>
              {at === 0 ? "In A" : "In B"}
            </h3>
            {statements.length === 0 ? (
              <p class="hint">nothing</p>
            ) : (
              <StatementList statements={statements} />
            )}
          </section>
        );
      })}
    </>
  );
}

function PathButton({ a, b }: { readonly a: string; readonly b: string }) {
  const { state, dispatch, narrative } = useModel();
  const { lens } = state.value;
  return (
    <div class="row actions">
      <button
        type="button"
        onClick={() =>
          dispatch({
            type: "look",
            lens: { ...lens, path: [a, b], actors: undefined, depth: undefined, side: undefined },
          })
        }
      >
        Paths from {actorLabel(a, narrative)} to {actorLabel(b, narrative)}
      </button>
    </div>
  );
}

/** Opposites between two actors, before all that is said between them. */
function PairContradictions({ statements }: { readonly statements: readonly StatementEdge[] }) {
  const { narrative } = useModel();
  const list = findContradictions(statements, narrative, { limit: MOST_CONTRADICTIONS });
  if (list.length === 0) return null;
  return (
    <>
      <h3>Said the opposite</h3>
      <Contradictions list={list} />
    </>
  );
}

const MOST_CONTRADICTIONS = 500;

function DossierContradictions() {
  const { narrative, slice } = useModel();
  return (
    <Fold title="Contradictions">
      {() => {
        const list = findContradictions(slice.value.statements, narrative, { limit: MOST_CONTRADICTIONS });
        if (list.length === 0) return <p class="hint">No two statements shown say the opposite.</p>;
        return <Contradictions list={list} />;
      }}
    </Fold>
  );
}

function AboutDossier() {
  const { narrative, place } = useModel();
  const { dossier, withheld } = narrative;
  return (
    <div class="about-dossier">
      {dossier.summary && <p dir="auto">{dossier.summary}</p>}
      <p class="sources" dir="auto">
        {describeSources(narrative)}.
      </p>
      <p class="faint">
        {countWords(narrative.statements.length, "statement")} among{" "}
        {countWords(dossier.actors.length, "actor")}
        {withheld.length > 0 && (
          <>
            ; {countWords(withheld.length, "statement")} withheld, because the quotation is not in the
            document
            {place.pages !== null && (
              <>
                {" "}
                (<a href={`${place.pages}/problems`}>problems</a>)
              </>
            )}
          </>
        )}
        .
      </p>
      {place.pages !== null && (
        <p class="row">
          <a href={`${place.pages}/statements`}>All statements</a>
          <a href={`${place.pages}/shift`}>What shifted</a>
          <a href={`${place.pages}/about`}>How it is coded</a>
        </p>
      )}
      {place.report && (
        <p class="row">
          <button type="button" class="link" onClick={place.report}>
            How the file was read
          </button>
        </p>
      )}
      <h3>How to read it</h3>
      <p>
        Each line stands for what one actor is said to do to another, in somebody’s words; its colour and
        stroke tell the family:{" "}
        {listWords([...narrative.codebook.families.values()].map(({ label }) => label))}. Choose a line to
        read the sentences it rests on, or an actor to see all that is said by and of it. A quotation mark on
        a line means: told in an actor’s own voice, not the author’s.
      </p>
      <NarrativeTraces />
      <DossierContradictions />
      <h3>Documents</h3>
      <ul class="narratives">
        {dossier.documents.map(({ id, title, publisher, published }) => (
          <li key={id}>
            <PageLink to={`/read/${encodeURIComponent(id)}`}>{title}</PageLink>
            <span class="faint">{[publisher, published].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
