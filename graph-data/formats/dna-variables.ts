/** What was coded of a statement in Discourse Network Analyzer, by the parts that variables play. */
import type { DnaTables } from "./dna-tables.ts";
import type { SqlRow } from "./sqlite.ts";

export const ROLES = ["person", "organization", "concept"] as const;

export type Role = (typeof ROLES)[number];

/** A variable's number → its part; `null` for one that is only kept. */
type RoleOf = ReadonlyMap<number, Role | "agreement" | null>;

export interface Coded {
  readonly entities: Map<Role, { readonly number: number; readonly role: Role }>;
  /** 1 or 0; of a number, above or below zero. */
  agreement?: number;
  isNumber?: boolean;
  /** Variables without a part, by name. */
  readonly others: [name: string, value: string | number][];
}

const NAMES: Readonly<Record<Role | "agreement", readonly string[]>> = {
  person: ["person", "actor", "speaker", "individual"],
  organization: ["organization", "organisation", "party", "group"],
  concept: ["concept", "claim", "belief", "frame", "argument"],
  agreement: ["agreement", "agree", "qualifier", "position"],
};

const DATA_TYPES: Readonly<Record<Role | "agreement", readonly string[]>> = {
  person: ["short text"],
  organization: ["short text"],
  concept: ["short text"],
  agreement: ["boolean", "integer"],
};

/** For each type of statement the first name that one of its variables has. `given`: a part → the variable's name. */
export function nameRoles(variables: readonly SqlRow[], given: unknown): RoleOf {
  const roles = new Map<number, Role | "agreement" | null>(variables.map(({ ID }) => [Number(ID), null]));
  const chosen = new Map(Object.entries((given ?? {}) as Record<string, unknown>));
  for (const type of new Set(variables.map(({ StatementTypeId }) => StatementTypeId))) {
    const own = variables.filter(({ StatementTypeId }) => StatementTypeId === type);
    for (const role of [...ROLES, "agreement"] as const) {
      const names = chosen.has(role) ? [String(chosen.get(role)).toLowerCase()] : NAMES[role];
      const fitting = own.filter(({ DataType }) => DATA_TYPES[role].includes(String(DataType)));
      const found = names
        .map((name) => fitting.find(({ Variable }) => String(Variable).toLowerCase() === name))
        .find((variable) => variable !== undefined);
      if (found) roles.set(Number(found.ID), role);
    }
  }
  return roles;
}

/** By the statement's number. */
export function groupCodes(tables: DnaTables, roles: RoleOf): ReadonlyMap<number, Coded> {
  const codes = new Map<number, Coded>();
  const names = new Map(tables.variables.map(({ ID, Variable }) => [Number(ID), String(Variable)]));
  const values = new Map(tables.entities.map(({ ID, Value }) => [Number(ID), String(Value ?? "")]));
  const of = ({ StatementId }: SqlRow): Coded => {
    const known = codes.get(Number(StatementId));
    if (known) return known;
    const coded: Coded = { entities: new Map(), others: [] };
    codes.set(Number(StatementId), coded);
    return coded;
  };
  const keep = (row: SqlRow, value: string | number) => {
    const name = names.get(Number(row.VariableId));
    if (name !== undefined && value !== "") of(row).others.push([name, value]);
  };
  for (const row of tables.shortTexts) {
    const role = roles.get(Number(row.VariableId));
    const number = Number(row.Entity);
    if (role && role !== "agreement") of(row).entities.set(role, { number, role });
    else keep(row, values.get(number) ?? "");
  }
  const agree = (row: SqlRow, isNumber: boolean) => {
    const coded = of(row);
    coded.agreement = Number(row.Value);
    coded.isNumber = isNumber;
  };
  for (const row of tables.booleans)
    if (roles.get(Number(row.VariableId)) === "agreement") agree(row, false);
    else keep(row, Number(row.Value));
  for (const row of tables.integers)
    if (roles.get(Number(row.VariableId)) === "agreement") agree(row, true);
    else keep(row, Number(row.Value));
  for (const row of tables.longTexts) keep(row, String(row.Value ?? ""));
  return codes;
}
