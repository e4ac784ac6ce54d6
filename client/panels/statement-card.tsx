/** One statement: the relation, the quotation in its paragraph, who says so, how, when, and how good the source is. */
import { useState } from "preact/hooks";
import { statementAnchor } from "../../graph-data/display/anchors.ts";
import {
  citeStatement,
  describeEvidence,
  describeGrade,
  describeModality,
  describeVoice,
  explainGrade,
  paragraphNumber,
  paragraphsOf,
} from "../../graph-data/display/words.ts";
import { paragraphAt } from "../../graph-data/dossier/paragraphs.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import { selectStatement } from "../../graph-data/lens/view.ts";
import { type Model, useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";
import { FamilyMark } from "./family-mark.tsx";
import { Icon } from "./icon.tsx";
import { PageLink } from "./page-link.tsx";

export function StatementCard({ statement }: { readonly statement: StatementEdge }) {
  const model = useModel();
  const { narrative, dispatch, state } = model;
  const entry = selectStatement(statement.id, narrative);
  const chosen = state.value.view.select?.includes(entry) ?? false;
  return (
    <article class={chosen ? "card chosen" : "card"} id={`statement-${statement.id}`}>
      <h3>
        <button type="button" class="relation" onClick={() => dispatch({ type: "select", entries: [entry] })}>
          <FamilyMark family={statement.family} />
          <span>
            <bdi>{narrative.actors.get(statement.source)?.label}</bdi> <em>{statement.type.label}</em>{" "}
            <bdi>{narrative.actors.get(statement.target)?.label}</bdi>
          </span>
        </button>
      </h3>
      {statement.record.evidence.map((_, at) => (
        <Quotation key={at} statement={statement} at={at} />
      ))}
      <Facts statement={statement} />
      {statement.record.note && (
        <p class="note" dir="auto">
          <span class="faint">Coder’s note:</span> {statement.record.note}
        </p>
      )}
      <div class="row actions">
        <button
          type="button"
          class="quiet"
          onClick={() => void copyText(citation(statement, model), "Citation copied", model)}
        >
          <Icon name="copy" /> Copy citation
        </button>
      </div>
    </article>
  );
}

function citation(statement: StatementEdge, { narrative, state, windows, place }: Model): string {
  const query = [
    writeLens(lensThrough(statement, windows.peek()) ?? state.peek().lens, narrative),
    `select=${selectStatement(statement.id, narrative)}`,
  ];
  const link = place.bar.link(location, query.filter(Boolean).join("&"));
  return citeStatement(statement, narrative, link);
}

/** The page of the sentence in its text, under the lens; under one that lets the statement through where the lens does not. */
function linkSentence(statement: StatementEdge, document: string, { narrative, windows }: Model): string {
  const seen = lensThrough(statement, windows.value) ?? { modalities: [statement.modality] };
  const query = writeLens(seen, narrative);
  const path = `/read/${encodeURIComponent(document)}`;
  return `${path}${query && `?${query}`}#${encodeURIComponent(statementAnchor(statement.id))}`;
}

/** The lens of what is shown that lets the statement through: in a comparison that of either window, B's first. */
function lensThrough(statement: StatementEdge, windows: readonly Slice[]): Lens | undefined {
  return windows.findLast(({ statements }) => statements.includes(statement))?.lens;
}

interface Place {
  readonly statement: StatementEdge;
  readonly at: number;
}

/** The words in their paragraph; what is shown as a quotation is always the document's own text. */
function Quotation({ statement, at }: Place) {
  const model = useModel();
  const { narrative } = model;
  const [whole, setWhole] = useState(false);
  const evidence = statement.record.evidence[at]!;
  const anchor = statement.anchors[at]!;
  const document = narrative.documents.get(evidence.document);
  const remark = describeEvidence(anchor);
  if (!anchor.range || !document?.text) {
    return (
      <div class="quotation">
        {anchor.state === "unchecked" && <blockquote dir="auto">{evidence.exact}</blockquote>}
        <p class="remark">
          {remark} (<bdi>{document?.title}</bdi>)
        </p>
      </div>
    );
  }
  const { start, end } = anchor.range;
  const context = contextOf(document.text, paragraphsOf(document), start, end, whole);
  return (
    <div class="quotation">
      <blockquote dir="auto" cite={document.url ?? undefined}>
        {context.cutBefore && "… "}
        {context.before}
        <mark>{document.text.slice(start, end)}</mark>
        {context.after}
        {context.cutAfter && " …"}
      </blockquote>
      <p class="place">
        <PageLink to={linkSentence(statement, document.id, model)}>
          ¶&nbsp;{context.number}, {document.title}
        </PageLink>
        {(context.cutBefore || context.cutAfter || whole) && (
          <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? "less" : "whole paragraph"}
          </button>
        )}
      </p>
      {remark && <p class="remark">{remark}</p>}
    </div>
  );
}

/** Characters of its paragraph that stand on each side of a quotation at first. */
const CONTEXT = 110;

function contextOf(
  text: string,
  paragraphs: ReturnType<typeof paragraphsOf>,
  start: number,
  end: number,
  whole: boolean,
) {
  const first = paragraphAt(paragraphs, start);
  const last = paragraphAt(paragraphs, end);
  const from = Math.min(first?.start ?? 0, start);
  const to = Math.max(last?.end ?? text.length, end);
  const left = whole || start - from <= CONTEXT ? from : wordBoundary(text, start - CONTEXT, 1);
  const right = whole || to - end <= CONTEXT ? to : wordBoundary(text, end + CONTEXT, -1);
  return {
    number: first?.number ?? 1,
    before: text.slice(left, start),
    after: text.slice(end, right),
    cutBefore: left > from,
    cutAfter: right < to,
  };
}

function wordBoundary(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at > 0 && at < text.length && /\S/.test(text[step === 1 ? at - 1 : at]!) && Math.abs(at - from) < 40)
    at += step;
  return at;
}

function Facts({ statement }: { readonly statement: StatementEdge }) {
  const { narrative, state, dispatch } = useModel();
  const { record, voice, modality } = statement;
  const { lens } = state.value;
  const grade = describeGrade(statement, narrative);
  const phase = narrative.phases[statement.step];
  const narratives = record.narratives ?? [];
  const labels = new Map((narrative.dossier.narratives ?? []).map(({ id, label }) => [id, label]));
  const paragraph = paragraphNumber(statement, narrative);
  return (
    <dl class="facts">
      <dt>Voice</dt>
      <dd>
        <button
          type="button"
          class="link"
          title="Show the network as told by this voice"
          onClick={() => dispatch({ type: "look", lens: { ...lens, voices: [voice] } })}
        >
          <bdi>{describeVoice(statement, narrative)}</bdi>
        </button>
        {modality !== "asserted" && `, ${describeModality(modality)}`}
      </dd>
      {record.about && (
        <>
          <dt>About</dt>
          <dd dir="auto">{narrative.actors.get(record.about)?.label}</dd>
        </>
      )}
      {(phase || record.date) && (
        <>
          <dt>Time</dt>
          <dd>
            {phase && (
              <button
                type="button"
                class="link"
                onClick={() => dispatch({ type: "look", lens: { ...lens, phases: [phase.id] } })}
              >
                <bdi>{phase.label}</bdi>
              </button>
            )}
            {phase && record.date && ", "}
            {record.date}
            {record.dateBasis === "context" && " (date known from elsewhere)"}
          </dd>
        </>
      )}
      {grade && (
        <>
          <dt>Grade</dt>
          <dd title={explainGrade(statement, narrative)}>
            {grade} <span class="faint">{explainGrade(statement, narrative)}</span>
          </dd>
        </>
      )}
      {narratives.length > 0 && (
        <>
          <dt>{narratives.length === 1 ? "Narrative" : "Narratives"}</dt>
          <dd>
            {narratives.map(({ id, role }, at) => (
              <span key={id}>
                {at > 0 && "; "}
                {role}{" "}
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ type: "look", lens: { ...lens, narratives: [id] } })}
                >
                  <bdi>{labels.get(id)}</bdi>
                </button>
              </span>
            ))}
          </dd>
        </>
      )}
      {paragraph === null && record.evidence[0] && (
        <>
          <dt>Document</dt>
          <dd dir="auto">{narrative.documents.get(record.evidence[0].document)?.title}</dd>
        </>
      )}
    </dl>
  );
}
