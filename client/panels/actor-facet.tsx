/** The filter by actors. */
import type { Lens } from "../../graph-data/lens/lens.ts";
import { useModel } from "../state/model.ts";
import { Fold } from "./fold.tsx";

/** Actors of the lens, and how far it goes around them. Actors are added from the search, the graph or the reader. */
export function ActorFacet() {
  const { actors = [] } = useModel().state.value.lens;
  return (
    <Fold title="Actors" open={actors.length > 0}>
      {() => <LensActors />}
    </Fold>
  );
}

function LensActors() {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  const { actors = [] } = lens;
  const look = (part: Partial<Lens>) => dispatch({ type: "look", lens: { ...lens, ...part } });
  const rest = narrative.dossier.actors.filter(({ id }) => !actors.includes(id));
  return (
    <>
      <ul>
        {actors.map((id) => (
          <li class="choice" key={id}>
            <label>
              <input
                type="checkbox"
                checked
                onChange={() => {
                  const left = actors.filter((other) => other !== id);
                  look(
                    left.length > 0
                      ? { actors: left }
                      : { actors: undefined, depth: undefined, side: undefined },
                  );
                }}
              />
              <span class="choice-label" dir="auto">
                {narrative.actors.get(id)?.label}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <select
        aria-label="Add an actor to the lens"
        value=""
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          event.currentTarget.value = "";
          if (chosen === "") return;
          const wanted = new Set([...actors, chosen]);
          look({ actors: [...narrative.actors.keys()].filter((id) => wanted.has(id)) });
        }}
      >
        <option value="">Add an actor …</option>
        {rest.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {actors.length > 0 && <ActorReach lens={lens} look={look} />}
    </>
  );
}

function ActorReach({ lens, look }: { readonly lens: Lens; look(part: Partial<Lens>): void }) {
  const depth = lens.depth ?? 1;
  return (
    <div class="reach">
      <label>
        <input
          type="checkbox"
          checked={lens.side === true}
          onChange={(event) => look({ side: event.currentTarget.checked ? true : undefined })}
        />{" "}
        with all that is part of them
      </label>
      <label>
        Steps out{" "}
        <input
          type="number"
          min={1}
          max={10}
          value={depth}
          onChange={(event) => {
            const steps = Math.min(10, Math.max(1, Math.round(Number(event.currentTarget.value) || 1)));
            look({ depth: steps === 1 ? undefined : steps });
          }}
        />
      </label>
    </div>
  );
}
