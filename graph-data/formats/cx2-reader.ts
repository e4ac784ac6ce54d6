/** CX: version 2, with declared attributes, their short names and defaults; and version 1 as NDEx and Cytoscape wrote it. */
import { attributeOf, isFields, textOf } from "./attributes.ts";
import { type AspectElement, type Aspects, checkStatus, DIRECTED, gatherAspects } from "./cx-aspects.ts";
import { cx1Network } from "./cx1.ts";
import { fieldsAt, idAt, openJson, positionOf, recordsAt, refuse } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import { edgeOfRecord, nodeOfRecord } from "./json-things.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  type Value,
} from "./network.ts";
import type { Reader } from "./reader.ts";

export const cx2Reader: Reader = {
  id: "cx2",
  label: "CX2 and CX",
  extensions: ["cx2", "cx"],
  describe: "A network of Cytoscape or NDEx, of version 2 or 1, with its places.",
  recognise(_name, head) {
    const keys = jsonKeys(head);
    if (keys.has("[].CXVersion")) return 1;
    return keys.has("[].numberVerification") || keys.has("[].metaData") ? 0.95 : 0;
  },
  open: (sink, options) => openJson("cx2", readNetwork, sink, options),
};

function readNetwork(value: Value): Network {
  if (!Array.isArray(value)) return refuse("line 1", "the file does not hold a list of aspects");
  const parts = recordsAt(value, "");
  const aspects = gatherAspects(parts);
  checkStatus(aspects("status"));
  const version = parts.length === 0 ? undefined : textOf(parts[0]!, "CXVersion");
  if (version === undefined) return cx1Network(parts, aspects);
  if (!/^2(\.|$)/.test(version))
    return refuse("[0].CXVersion", `version ${version} is not known; 2.0 and 1 are`);
  return cx2Network(aspects);
}

function cx2Network(aspects: Aspects): Network {
  const declarations = aspects("attributeDeclarations").map(({ fields }) => fields);
  const spellNode = createSpeller(declarations, "nodes");
  const spellEdge = createSpeller(declarations, "edges");
  const spellWhole = createSpeller(declarations, "networkAttributes");
  const attributes = Object.fromEntries(
    aspects("networkAttributes").flatMap(({ fields }) => Object.entries(spellWhole(fields))),
  );
  const own = Object.hasOwn(attributes, FRAME);
  const names = new Map<string, string>();
  const nodes = aspects("nodes").map((element): NetworkNode => {
    const node = readNode(element, spellNode, own);
    names.set(idAt(element.fields.id, `${element.path}.id`), node.id);
    return node;
  });
  const edges = aspects("edges").map((element) => readEdge(element, spellEdge, own, names));
  return { attributes, nodes, edges };
}

/** Short names become whole ones, and absent values those that are declared. */
function createSpeller(declarations: readonly Attributes[], aspect: string) {
  const columns = declarations.flatMap((declared) => {
    const list = attributeOf(declared, aspect);
    return isFields(list) ? Object.entries(list) : [];
  });
  const whole = new Map<string, string>();
  const defaults: [string, Value][] = [];
  for (const [name, column] of columns) {
    if (!isFields(column)) continue;
    if (typeof column.a === "string") whole.set(column.a, name);
    if (Object.hasOwn(column, "v")) defaults.push([name, column.v!]);
  }
  return (record: Attributes): Attributes =>
    Object.fromEntries([
      ...defaults,
      ...Object.entries(record).map(([name, value]): [string, Value] => [whole.get(name) ?? name, value]),
    ]);
}

/** What the writer adds to the attributes. */
const OWN_NODE_WORDS: ReadonlySet<string> = new Set(["actor"]);
const OWN_EDGE_WORDS: ReadonlySet<string> = new Set(["statement", "width", "interaction"]);

type Spell = (record: Attributes) => Attributes;

function readNode({ fields, path }: AspectElement, spell: Spell, own: boolean): NetworkNode {
  const values = spell(valuesAt(fields, path));
  const id = (own ? textOf(values, "actor") : undefined) ?? idAt(attributeOf(fields, "id"), `${path}.id`);
  const node = own ? nodeOfRecord(id, values, OWN_NODE_WORDS) : nodeOfRecord(id, values);
  return { ...node, position: positionOf(attributeOf(fields, "x"), attributeOf(fields, "y")) };
}

function readEdge(
  { fields, path }: AspectElement,
  spell: Spell,
  own: boolean,
  names: ReadonlyMap<string, string>,
): NetworkEdge {
  const values = spell(valuesAt(fields, path));
  const end = (name: string) => {
    const number = idAt(attributeOf(fields, name), `${path}.${name}`);
    return names.get(number) ?? number;
  };
  const id = attributeOf(fields, "id");
  const given = id === undefined || id === null ? "" : idAt(id, `${path}.id`);
  return edgeOfRecord(
    {
      id: (own ? textOf(values, "statement") : undefined) ?? given,
      source: end("s"),
      target: end("t"),
      directed: attributeOf(values, "directed") !== false,
    },
    values,
    own ? OWN_EDGE_WORDS : DIRECTED,
  );
}

function valuesAt(fields: Attributes, path: string): Attributes {
  const values = attributeOf(fields, "v");
  return values === undefined ? {} : fieldsAt(values, `${path}.v`);
}
