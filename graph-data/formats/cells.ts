/** What stands in a cell beside its text, where we write tables: lists, and a guard against formulas. */

/** Between the parts of a list that shares a cell. */
export const BETWEEN = " | ";

/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'[=+\-@\t\r]/;
const APOSTROPHE = 39;

/** With an apostrophe before what would be a formula. */
export function defuse(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Without that apostrophe. */
export function undefuse(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && GUARDED.test(cell) ? cell.slice(1) : cell;
}
