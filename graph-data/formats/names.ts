/** Names of exported files: they say dossier and lens. */

const LONGEST = 120;

/** `("kremlin", "phase=warnings&family=blame", "json")` → `kremlin_phase-warnings_family-blame.json`. */
export function fileName(dossierId: string, lensText: string, extension: string): string {
  const lens = slug(lensText);
  return `${[slug(dossierId) || "dossier", lens].filter(Boolean).join("_")}.${extension}`;
}

/** Letters and digits of any script; `&` becomes `_`, all else `-`. Cut where it grows too long for a file system. */
export function slug(text: string): string {
  const words = decode(text)
    .normalize("NFC")
    .replace(/&/g, "_")
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, "-")
    .replace(/^[-_]+|[-_]+$/g, "");
  return [...words]
    .slice(0, LONGEST)
    .join("")
    .replace(/[-_]+$/, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
