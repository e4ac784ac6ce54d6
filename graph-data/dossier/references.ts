/** What a schema cannot say: ids are unique, references resolve, dates are EDTF, parts are not parts of themselves. */
import type { Problem } from "../errors.ts";
import { buildCodebook, type Codebook } from "./codebook.ts";
import { parseDate } from "./dates.ts";
import type { Actor, Dossier, Statement } from "./records.ts";

export function checkReferences(dossier: Dossier): Problem[] {
  const codebook = buildCodebook(dossier);
  const known = collectIds(dossier);
  return [
    ...checkUnique(dossier),
    ...checkDocuments(dossier),
    ...checkCodebook(dossier, codebook),
    ...dossier.actors.flatMap((actor, at) =>
      checkEach(actor.partOf, `actors[${at}].partOf`, known.actors, "actor"),
    ),
    ...checkParts(dossier.actors),
    ...(dossier.phases ?? []).flatMap((phase, at) => checkDate(phase.dates, `phases[${at}].dates`)),
    ...dossier.statements.flatMap((statement, at) =>
      checkStatement(statement, `statements[${at}]`, known, codebook),
    ),
    ...checkPositions(dossier, known.actors),
  ];
}

type Ids = ReadonlySet<string>;

function collectIds(dossier: Dossier): Record<"documents" | "actors" | "phases" | "narratives", Ids> {
  const ids = (list: readonly { id: string }[] | undefined) => new Set((list ?? []).map((entry) => entry.id));
  return {
    documents: ids(dossier.documents),
    actors: ids(dossier.actors),
    phases: ids(dossier.phases),
    narratives: ids(dossier.narratives),
  };
}

function checkUnique(dossier: Dossier): Problem[] {
  const lists = {
    documents: dossier.documents,
    actors: dossier.actors,
    families: dossier.families ?? [],
    relationTypes: dossier.relationTypes ?? [],
    phases: dossier.phases ?? [],
    narratives: dossier.narratives ?? [],
    statements: dossier.statements,
  };
  return Object.entries(lists).flatMap(([name, list]) => {
    const first = new Map<string, number>();
    return list.flatMap(({ id }, at): Problem[] => {
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, at);
        return [];
      }
      return [error(`${name}[${at}].id`, `"${id}" is already the id of ${name}[${earlier}]`)];
    });
  });
}

function checkDocuments(dossier: Dossier): Problem[] {
  return dossier.documents.flatMap((document, at) =>
    checkDate(document.published, `documents[${at}].published`),
  );
}

function checkCodebook(dossier: Dossier, codebook: Codebook): Problem[] {
  return (dossier.relationTypes ?? []).flatMap((type, at) => [
    ...checkOne(type.family, `relationTypes[${at}].family`, codebook.families, "family"),
    ...checkEach(type.opposites, `relationTypes[${at}].opposites`, codebook.types, "relation type"),
  ]);
}

function checkStatement(
  statement: Statement,
  path: string,
  known: ReturnType<typeof collectIds>,
  codebook: Codebook,
): Problem[] {
  const { source, target, about, voice, type, phase, narratives = [], evidence } = statement;
  return [
    ...checkOne(source, `${path}.source`, known.actors, "actor"),
    ...checkOne(target, `${path}.target`, known.actors, "actor"),
    ...checkOne(about, `${path}.about`, known.actors, "actor"),
    ...(voice === "author" ? [] : checkOne(voice, `${path}.voice`, known.actors, "actor")),
    ...checkOne(type, `${path}.type`, codebook.types, "relation type"),
    ...checkOne(phase, `${path}.phase`, known.phases, "phase"),
    ...checkDate(statement.date, `${path}.date`),
    ...narratives.flatMap((link, at) =>
      checkOne(link.id, `${path}.narratives[${at}].id`, known.narratives, "narrative"),
    ),
    ...evidence.flatMap((piece, at) =>
      checkOne(piece.document, `${path}.evidence[${at}].document`, known.documents, "document"),
    ),
  ];
}

function checkPositions(dossier: Dossier, actors: Ids): Problem[] {
  return Object.keys(dossier.positions ?? {}).flatMap((id): Problem[] =>
    actors.has(id)
      ? []
      : [{ path: `positions.${id}`, message: `there is no actor "${id}"`, severity: "warning" }],
  );
}

/** An actor that is, over any number of steps, part of itself. Each circle is reported once, at one of its actors. */
function checkParts(actors: readonly Actor[]): Problem[] {
  const parents = new Map(actors.map((actor) => [actor.id, actor.partOf ?? []]));
  const places = new Map(actors.map((actor, at) => [actor.id, at]));
  /** Place on the path from where the walk began, or `"done"`. */
  const state = new Map<string, number | "done">();
  const problems: Problem[] = [];
  for (const actor of actors) {
    const path: string[] = [];
    const stack: { id: string; leave: boolean }[] = [{ id: actor.id, leave: false }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      const known = state.get(step.id);
      if (step.leave) {
        state.set(step.id, "done");
        path.pop();
      } else if (typeof known === "number") {
        problems.push(describeCircle(path, known, places));
      } else if (known === undefined) {
        state.set(step.id, path.length);
        path.push(step.id);
        stack.push({ id: step.id, leave: true });
        for (const parent of parents.get(step.id) ?? []) stack.push({ id: parent, leave: false });
      }
    }
  }
  return problems;
}

/** Names named of a long circle; one made of thousands would fill pages. */
const MOST_NAMED = 10;

function describeCircle(path: readonly string[], from: number, places: ReadonlyMap<string, number>): Problem {
  const first = path[from]!;
  const named = path.slice(from, from + MOST_NAMED);
  const rest = path.length - from > MOST_NAMED ? ["…"] : [];
  const circle = [...named, ...rest, first].join(" → ");
  return error(`actors[${places.get(first)}].partOf`, `"${first}" is part of itself: ${circle}`);
}

function checkOne(
  id: string | undefined,
  path: string,
  known: { has(id: string): boolean },
  what: string,
): Problem[] {
  return id === undefined || known.has(id) ? [] : [error(path, `there is no ${what} "${id}"`)];
}

function checkEach(
  ids: readonly string[] | undefined,
  path: string,
  known: { has(id: string): boolean },
  what: string,
): Problem[] {
  return (ids ?? []).flatMap((id, at) => checkOne(id, `${path}[${at}]`, known, what));
}

function checkDate(text: string | null | undefined, path: string): Problem[] {
  return text === undefined || text === null || parseDate(text) !== null
    ? []
    : [error(path, `"${text}" is not a date in EDTF, such as 2024-03-07, 2024-03, 1999/2001 or 1992/..`)];
}

function error(path: string, message: string): Problem {
  return { path, message, severity: "error" };
}
