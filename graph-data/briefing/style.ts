/** The style sheet of a briefing with what it repeats on every printed page. */

export function styleBriefing(style: string, running: string, handling: string | null = null): string {
  const middle =
    handling === null
      ? ""
      : `\n  @top-right {\n    content: ${quote(handling)};\n    font: 700 8pt sans-serif;\n  }\n`;
  return `${style}
@page {
  @top-left {
    content: ${quote(running)};
    color: #565b65;
    font: 8pt sans-serif;
  }
${middle}}
`;
}

/** A string of CSS, as CSSOM serialises one; also safe within a `<style>` of HTML. */
function quote(text: string): string {
  const safe = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/["\\<>&]/g, (mark) => `\\${mark.codePointAt(0)!.toString(16)} `);
  return `"${safe}"`;
}
