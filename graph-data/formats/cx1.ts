/**
 * CX, version 1: attributes in aspects of their own, each value with its name and type.
 * https://cytoscape.org/cx/specification/cytoscape-exchange-format-specification-(version-1)
 */
import { attributeOf, textOf } from "./attributes.ts";
import { type AspectElement, type Aspects, DIRECTED } from "./cx-aspects.ts";
import { idAt, numberOf, positionOf, refuse } from "./json-file.ts";
import { edgeOfRecord, nodeOfRecord } from "./json-things.ts";
import type { Attributes, Network, Value } from "./network.ts";

/** Aspects of which a file of CX has at least one. */
const MARKS = ["numberVerification", "metaData", "nodes"];

export function cx1Network(parts: readonly Attributes[], aspects: Aspects): Network {
  if (!parts.some((part) => MARKS.some((name) => Object.hasOwn(part, name))))
    return refuse("[0]", "is neither CX version 2, which begins with CXVersion, nor an aspect of version 1");
  const nodeValues = gatherValues(aspects("nodeAttributes"));
  const edgeValues = gatherValues(aspects("edgeAttributes"));
  const places = new Map(aspects("cartesianLayout").map(({ fields }) => [String(fields.node), fields]));
  return {
    attributes: Object.fromEntries(aspects("networkAttributes").map(readValue)),
    nodes: aspects("nodes").map(({ fields, path }) => {
      const id = idAt(attributeOf(fields, "@id"), `${path}.@id`);
      const place = places.get(id);
      const represents = textOf(fields, "r");
      const node = nodeOfRecord(id, {
        ...(represents === undefined ? {} : { represents }),
        ...Object.fromEntries(nodeValues.get(id) ?? []),
      });
      return {
        ...node,
        label: textOf(fields, "n") ?? node.label,
        position: place ? positionOf(place.x, place.y) : null,
      };
    }),
    edges: aspects("edges").map((element) => readEdge(element, edgeValues)),
  };
}

type Values = ReadonlyMap<string, readonly [string, Value][]>;

/** Of each node or edge; a value may be given to several at once. */
function gatherValues(elements: readonly AspectElement[]): Values {
  const values = new Map<string, [string, Value][]>();
  for (const element of elements) {
    const { po } = element.fields;
    const entry = readValue(element);
    for (const owner of Array.isArray(po) ? po : [po as Value]) {
      const list = values.get(String(owner));
      if (list) list.push(entry);
      else values.set(String(owner), [entry]);
    }
  }
  return values;
}

/** Values are texts there, but for their type. */
function readValue({ fields, path }: AspectElement): [string, Value] {
  const name = idAt(attributeOf(fields, "n"), `${path}.n`);
  const value = attributeOf(fields, "v") ?? null;
  const type = textOf(fields, "d") ?? "string";
  if (type === "boolean") return [name, value === true || value === "true"];
  const isNumber = type === "integer" || type === "long" || type === "double";
  return [name, isNumber ? (numberOf(value) ?? value) : value];
}

function readEdge({ fields, path }: AspectElement, values: Values) {
  const given = attributeOf(fields, "@id");
  const id = given === undefined || given === null ? "" : idAt(given, `${path}.@id`);
  const interaction = textOf(fields, "i");
  const record: Attributes = {
    ...(interaction === undefined ? {} : { interaction }),
    ...Object.fromEntries(values.get(id) ?? []),
  };
  const ends = {
    id,
    source: idAt(attributeOf(fields, "s"), `${path}.s`),
    target: idAt(attributeOf(fields, "t"), `${path}.t`),
    directed: attributeOf(record, "directed") !== false,
  };
  return edgeOfRecord(ends, record, DIRECTED);
}
