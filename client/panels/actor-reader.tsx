/** The reader on one actor: who it is, what it states, what is stated of it, what it says of others. */
import { actorLabel, countWords } from "../../graph-data/display/words.ts";
import type { Actor } from "../../graph-data/dossier/records.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { DEPTH } from "../../graph-data/lens/lens.ts";
import { useModel } from "../state/model.ts";
import { FamilyMark } from "./family-mark.tsx";
import { SideTrace } from "./side-trace.tsx";
import { StatementList } from "./statement-list.tsx";

export interface ActorReaderProps {
  readonly actor: Actor;
  /** Those of the slice that the actor makes, that concern it, or that are in its voice. */
  readonly statements: readonly StatementEdge[];
}

export function ActorReader({ actor, statements }: ActorReaderProps) {
  const { narrative } = useModel();
  const outgoing = statements.filter(({ source }) => source === actor.id);
  const incoming = statements.filter(({ target, source }) => target === actor.id && source !== actor.id);
  const voiced = statements.filter(
    ({ voice, source, target }) => voice === actor.id && source !== actor.id && target !== actor.id,
  );
  const parts = narrative.dossier.actors.filter(({ partOf }) => partOf?.includes(actor.id));
  return (
    <div class="actor-reader">
      {actor.description && <p dir="auto">{actor.description}</p>}
      {(actor.aliases ?? []).length > 0 && (
        <p class="faint">
          Also: <bdi>{actor.aliases?.join(", ")}</bdi>
        </p>
      )}
      <Kin title="Part of" ids={actor.partOf ?? []} />
      <Kin title="Parts" ids={parts.map(({ id }) => id)} />
      <Around actor={actor} />
      <SideTrace actor={actor} key={actor.id} />
      <FamilyTable outgoing={outgoing} incoming={incoming} />
      <Group title={`From ${actor.label}`} statements={outgoing} open />
      <Group title={`To ${actor.label}`} statements={incoming} open={outgoing.length === 0} />
      <Group
        title={`${actor.label} says of others`}
        statements={voiced}
        open={outgoing.length + incoming.length === 0}
      />
      {statements.length === 0 && <p class="hint">No statement touches this actor under this lens.</p>}
    </div>
  );
}

function Kin({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const { narrative, dispatch } = useModel();
  if (ids.length === 0) return null;
  return (
    <p class="kin">
      <span class="faint">{title}:</span>{" "}
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <button type="button" class="link" onClick={() => dispatch({ type: "select", entries: [id] })}>
            <bdi>{actorLabel(id, narrative)}</bdi>
          </button>
        </span>
      ))}
    </p>
  );
}

/** Ego network: only what touches the actor, and step by step more around it. */
function Around({ actor }: { readonly actor: Actor }) {
  const { state, dispatch, narrative } = useModel();
  const { lens } = state.value;
  const around = lens.actors?.length === 1 && lens.actors[0] === actor.id;
  const depth = lens.depth ?? 1;
  const hasParts = narrative.membersOf(actor.id).size > 1;
  const look = (part: Partial<typeof lens>) =>
    dispatch({ type: "look", lens: { ...lens, path: undefined, ...part } });
  return (
    <div class="row actions">
      <button
        type="button"
        aria-pressed={around}
        onClick={() =>
          look(
            around
              ? { actors: undefined, depth: undefined, side: undefined }
              : { actors: [actor.id], depth: undefined },
          )
        }
      >
        Only around {actor.label}
      </button>
      {around && (
        <button type="button" disabled={depth >= DEPTH.most} onClick={() => look({ depth: depth + 1 })}>
          One step further
        </button>
      )}
      {around && depth > 1 && (
        <button type="button" onClick={() => look({ depth: depth === 2 ? undefined : depth - 1 })}>
          One step back
        </button>
      )}
      {hasParts && around && (
        <button
          type="button"
          aria-pressed={lens.side === true}
          onClick={() => look({ side: lens.side ? undefined : true })}
        >
          With its whole side
        </button>
      )}
    </div>
  );
}

function FamilyTable({
  outgoing,
  incoming,
}: {
  readonly outgoing: readonly StatementEdge[];
  readonly incoming: readonly StatementEdge[];
}) {
  const { narrative } = useModel();
  if (outgoing.length + incoming.length === 0) return null;
  const count = (list: readonly StatementEdge[], family: string) =>
    list.filter((statement) => statement.family === family).length;
  return (
    <table class="families-table">
      <caption class="visually-hidden">Statements by family</caption>
      <thead>
        <tr>
          <th scope="col">Family</th>
          <th scope="col" class="number">
            from
          </th>
          <th scope="col" class="number">
            to
          </th>
        </tr>
      </thead>
      <tbody>
        {[...narrative.codebook.families.values()].map(({ id, label }) => (
          <tr key={id}>
            <th scope="row">
              <FamilyMark family={id} /> {label}
            </th>
            <td class="number">{count(outgoing, id)}</td>
            <td class="number">{count(incoming, id)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface GroupProps {
  readonly title: string;
  readonly statements: readonly StatementEdge[];
  readonly open: boolean;
}

function Group({ title, statements, open }: GroupProps) {
  if (statements.length === 0) return null;
  return (
    <details class="group" open={open}>
      <summary>
        <bdi>{title}</bdi> <span class="faint">{countWords(statements.length, "statement")}</span>
      </summary>
      <StatementList statements={statements} />
    </details>
  );
}
