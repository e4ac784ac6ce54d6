/**
 * A copy of a part of a text. Engines keep the whole text for the sake of a part that is longer than a dozen
 * characters: a name kept for good would keep a portion of the file.
 */
export function ownText(part: string): string {
  return ` ${part}`.slice(1);
}
