/** Makes the README's pictures: `docs/screenshot.png` and `docs/screenshot-dark.png`. Usage: [dossier] [query]. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { findChromium } from "./chromium.js";
import { ROOT } from "./paths.js";
import { startServer } from "./server.js";

const SIZE = { width: 1280, height: 800 };
const PICTURES = { light: "docs/screenshot.png", dark: "docs/screenshot-dark.png" };
/** Time for the network to be drawn and for transitions to end. */
const SETTLE = 1_500;

function firstDossier() {
  const folder = `${ROOT}/graph-data/dossiers`;
  const found = readdirSync(folder)
    .sort()
    .find((name) => existsSync(`${folder}/${name}/dossier.json`));
  if (!found) throw new Error(`there is no dossier in ${folder}`);
  return found;
}

async function takePicture(browser, theme, address) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: theme, reducedMotion: "reduce" });
  page.on("console", (message) => {
    if (message.type() === "error") console.error(`${theme}: ${message.text()}`);
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForSelector("canvas", { timeout: 5_000 }).catch(() => {
    console.error(`${theme}: no canvas on the page; is the client built?`);
  });
  await page.waitForTimeout(SETTLE);
  await page.screenshot({ path: `${ROOT}/${PICTURES[theme]}` });
  await page.close();
  console.log(`wrote ${PICTURES[theme]}`);
}

async function takePictures([dossier = firstDossier(), query = ""]) {
  const { chromium } = await import("playwright-core");
  mkdirSync(`${ROOT}/docs`, { recursive: true });
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const address = `${server.address}/d/${dossier}${query === "" ? "" : `?${query.replace(/^\?/, "")}`}`;
    for (const theme of Object.keys(PICTURES)) await takePicture(browser, theme, address);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await takePictures(process.argv.slice(2));
