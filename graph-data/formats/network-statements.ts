/** Edges → statements. */
import { parseDate } from "../dossier/dates.ts";
import { LIMITS, MODALITIES } from "../dossier/limits.ts";
import type { Evidence, Statement } from "../dossier/records.ts";
import { attributeOf, type Fields, isFields, nestedOf, textOf, without } from "./attributes.ts";
import { createIds } from "./ids.ts";
import type { Attributes, Network, NetworkEdge, Value } from "./network.ts";
import { type Actors, describe } from "./network-actors.ts";
import { cut, type Frame } from "./network-frame.ts";
import type { Notes } from "./notes.ts";
import type { Types } from "./relation-types.ts";

interface Around {
  readonly frame: Frame;
  readonly actors: Actors;
  readonly types: Types;
  readonly notes: Notes;
}

/** Attributes that become fields of the statement. */
const READ = new Set(["voice", "about", "modality", "dateBasis", "credibility", "evidence", "note"]);

/** Edges are to be given in the order of the network. */
export function createStatements({ edges }: Network, around: Around): (edge: NetworkEdge) => Statement {
  const idOf = createNames(edges, around.notes);
  return (edge) => {
    const { frame, actors, types, notes } = around;
    const place = () => describe("edge", edge.id);
    if (!edge.directed) notes.add("guessed", "edges without a direction, read from source to target", place);
    if (frame.own && Array.isArray(edge.attributes.statements))
      notes.add("guessed", "ties, read as one statement each", place);
    const { type, known } = types.of(edge);
    return {
      id: idOf(edge),
      source: actors.end(edge.source, place),
      type,
      target: actors.end(edge.target, place),
      ...peopleOf(edge, around, place),
      ...timeOf(edge, frame, notes, place),
      ...judgementOf(edge.attributes, frame),
      evidence: evidenceOf(edge, around, place),
      ...noteOf(edge, known),
      ...(edge.directed ? {} : { undirected: true }),
      ...keepRest(edge, frame),
    };
  };
}

function createNames(edges: readonly NetworkEdge[], notes: Notes): (edge: NetworkEdge) => string {
  const ids = createIds(
    edges.map(({ id }) => id),
    "s",
  );
  const given = new Set<string>();
  return ({ id: raw }) => {
    if (raw === "") {
      notes.add("mapped", "edges without an id, numbered");
      return ids.fresh();
    }
    const place = () => describe("edge", raw);
    if (given.has(raw)) {
      notes.add("mapped", "edges with the id of an earlier edge, given another", place);
      return ids.another(raw);
    }
    given.add(raw);
    const id = ids.of(raw);
    if (ids.changed(raw)) notes.add("mapped", "ids of statements made valid", place);
    return id;
  };
}

/** Another program's words are no actors unless a node is called so. */
function peopleOf({ attributes }: NetworkEdge, { frame, actors }: Around, place: () => string) {
  const [voice, about] = [textOf(attributes, "voice"), textOf(attributes, "about")];
  const find = (raw: string | undefined, label: string | undefined) =>
    raw !== undefined && (frame.own || actors.has(raw)) ? actors.named(raw, label, place) : undefined;
  const teller = voice === "author" ? voice : find(voice, textOf(attributes, "voiceLabel"));
  const topic = find(about, undefined);
  return {
    ...(topic === undefined ? {} : { about: topic }),
    ...(teller === undefined ? {} : { voice: teller }),
  };
}

function timeOf({ attributes, spell }: NetworkEdge, frame: Frame, notes: Notes, place: () => string) {
  const phase = textOf(attributes, "phase");
  const said = textOf(attributes, "date");
  const date = said !== undefined && parseDate(said) !== null ? said : dateOfSpell(spell);
  if (date === undefined && (said !== undefined || spell?.start || spell?.end))
    notes.add("left out", "dates that are not in EDTF, such as 2024-03-07", place);
  const basis = textOf(attributes, "dateBasis");
  return {
    ...(phase !== undefined && frame.phases.has(phase) ? { phase } : {}),
    ...(date === undefined ? {} : { date }),
    ...(date !== undefined && (basis === "document" || basis === "context") ? { dateBasis: basis } : {}),
  } satisfies Partial<Statement>;
}

/** One day, or an interval; open where an end is absent. */
function dateOfSpell(spell: NetworkEdge["spell"]): string | undefined {
  const [start, end] = [dayOf(spell?.start), dayOf(spell?.end)];
  if (start === undefined && end === undefined) return undefined;
  if ((spell?.start && start === undefined) || (spell?.end && end === undefined)) return undefined;
  const date = start === end ? start! : `${start ?? ".."}/${end ?? ".."}`;
  return parseDate(date) === null ? undefined : date;
}

/** Without a time of day. */
function dayOf(text: string | undefined): string | undefined {
  const day = text?.trim().replace(/^(-?\d{4}-\d{2}-\d{2})[T ].*$/s, "$1");
  return day && parseDate(day) !== null ? day : undefined;
}

function judgementOf(attributes: Attributes, { narratives: known }: Frame) {
  const wanted = textOf(attributes, "modality");
  const modality = MODALITIES.find((name) => name === wanted);
  const credibility = Number(textOf(attributes, "credibility"));
  const links = nestedOf(attributes, "narratives");
  const narratives = (Array.isArray(links) ? links : []).filter(
    (link): link is Fields => isFields(link) && known.has(String(link.id)),
  ) as unknown as NonNullable<Statement["narratives"]>;
  return {
    ...(modality ? { modality } : {}),
    ...(Number.isInteger(credibility) && credibility >= 1 && credibility <= 6 ? { credibility } : {}),
    ...(narratives.length > 0 ? { narratives } : {}),
  };
}

function evidenceOf({ attributes }: NetworkEdge, { frame, notes }: Around, place: () => string): Evidence[] {
  const pieces = nestedOf(attributes, "evidence");
  const listed: readonly Value[] = Array.isArray(pieces) ? pieces : [];
  const found = listed.filter(
    (piece): piece is Fields => isFields(piece) && frame.documents.has(String(piece.document)),
  );
  if (found.length < listed.length)
    notes.add("left out", "evidence in documents that are not in the file", place);
  return found.length > 0 ? found.map(pieceOf) : [{ document: frame.fallback.id() }];
}

function pieceOf(piece: Fields): Evidence {
  const { exact, prefix, suffix, start, end } = piece;
  const quoted = typeof exact === "string" && exact !== "";
  const placed = quoted && typeof start === "number" && typeof end === "number";
  return {
    document: String(piece.document),
    ...(quoted ? { exact } : {}),
    ...(typeof prefix === "string" ? { prefix } : {}),
    ...(typeof suffix === "string" ? { suffix } : {}),
    ...(placed ? { start, end } : {}),
  };
}

/** What a relation is called that the codebook does not know is kept where it is seen. */
function noteOf({ attributes, label }: NetworkEdge, known: boolean): { note?: string } {
  const note = attributeOf(attributes, "note");
  if (typeof note === "string" && (known || note !== "")) return { note: cut(note, LIMITS.noteLength) };
  const called = known ? "" : (textOf(attributes, "relation", "interaction", "type") ?? label);
  return called === "" ? {} : { note: cut(called, LIMITS.noteLength) };
}

/** What else the edge says is kept beside the statement's own fields. */
function keepRest({ attributes, weight }: NetworkEdge, { own }: Frame): { attributes?: Attributes } {
  if (own) return {};
  const rest = { ...(weight === 1 ? {} : { weight }), ...without(attributes, READ) };
  return Object.keys(rest).length === 0 ? {} : { attributes: rest };
}
