/** The places on a document's page, as the part of an address after `#`. One table for pages and client. */

/** Places that are not statements. */
const RESERVED = /^(p\d+|main|note-.*|statement-.*)$/;

/** Where a statement's words stand. */
export function statementAnchor(id: string): string {
  return RESERVED.test(id) ? `statement-${id}` : id;
}

export function paragraphAnchor(number: number): string {
  return `p${number}`;
}

/** Where a statement is listed beside the words. */
export function noteAnchor(id: string): string {
  return `note-${id}`;
}
