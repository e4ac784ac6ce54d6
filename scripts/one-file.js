/** Script and styles of the explorer → a page that holds both, with places for a dossier and a view. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/**
 * Sets the program free and runs it. It is compressed, since it would weigh three times as much; the policy names the
 * digest of what comes out, so that nothing else runs.
 */
const STARTER = `(async () => {
  const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.head.append(script);
  script.remove();
})().catch((error) => {
  document.getElementById("explorer").textContent = "This browser cannot open the explorer: " + error.message;
});`;

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b57c2'/%3E%3Cg stroke='%23fff' stroke-width='2.4'%3E%3Cpath d='M9 22 22 10M9 22l14 1'/%3E%3C/g%3E%3Cg fill='%23fff'%3E%3Ccircle cx='9' cy='22' r='4'/%3E%3Ccircle cx='22' cy='10' r='4'/%3E%3Ccircle cx='23' cy='23' r='3'/%3E%3C/g%3E%3C/svg%3E";

/** @param {{ code: string, styles: string, version: string }} parts */
function assemblePage({ code, styles, version }) {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(STARTER)} ${digest(code)}`,
    `style-src ${digest(styles)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Narrascope ${version}">
<title></title>
<link rel="icon" href="${ICON}">
<style>${styles}</style>
</head>
<body class="page explorer-page">
<div id="explorer"><p class="opening" role="status">Opening the dossier …</p></div>
<noscript><p class="opening">This page shows a dossier with JavaScript, which is switched off here. The dossier stands in the page as JSON.</p></noscript>
<script type="application/json" id="dossier"></script>
<script type="application/json" id="address"></script>
<script type="text/plain" id="program">${gzipSync(code, { level: 9 }).toString("base64")}</script>
<script>${STARTER}</script>
</body>
</html>
`;
}

/** A source of the policy: what the browser computes over the text between the tags. */
function digest(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/**
 * Puts the page in the place of script and styles.
 * @param {{ name: string, version: string }} options `name`: of the page's file
 * @returns {import("vite").Plugin}
 */
export function onePage({ name, version }) {
  return {
    name: "one-page",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const chunks = files.filter(({ type }) => type === "chunk");
      const styles = files.filter(({ fileName }) => fileName.endsWith(".css"));
      if (chunks.length !== 1) this.error(`one script was expected, not ${chunks.length}`);
      const source = assemblePage({
        code: chunks[0].code,
        styles: styles.map(({ source: text }) => text).join("\n"),
        version,
      });
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: "asset", fileName: name, source });
    },
  };
}
