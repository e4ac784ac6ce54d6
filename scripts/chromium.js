/** Finds a Chromium for the browser tests, the screenshot and the benchmarks; installs one where there is none. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { findOnPath, isProgram } from "./programs.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The path of a Chromium or Chrome, or `null`: `CHROMIUM_PATH`, else one on PATH, else an installed application, else
 * the one that playwright-core keeps.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | null}
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return chosen(env.CHROMIUM_PATH);
  for (const name of NAMES) {
    const found = findOnPath(name, env.PATH ?? "");
    if (found) return found;
  }
  return APPLICATIONS.find(isProgram) ?? playwrightChromium();
}

function chosen(path) {
  if (isProgram(path)) return path;
  throw new Error(`CHROMIUM_PATH is "${path}", which is no program; unset it or give the path of a Chromium`);
}

function playwrightChromium() {
  try {
    const path = createRequire(import.meta.url)("playwright-core").chromium.executablePath();
    return isProgram(path) ? path : null;
  } catch {
    return null;
  }
}

/** Installs a Chromium: with apt as root on Debian and its kin, otherwise playwright-core's own. */
export async function installChromium(root) {
  const { runSync } = await import("./run.js");
  const debian = existsSync("/etc/debian_version") && findOnPath("apt-get") && process.getuid?.() === 0;
  if (debian) {
    console.log("No Chromium found: installing it with apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
    if (runSync("apt-get", ["update", "-q"], { env }) && runSync("apt-get", options, { env })) return;
    console.log("apt-get did not install it; trying playwright-core …");
  } else {
    console.log("No Chromium found: installing playwright-core's …");
  }
  const cli = `${root}/node_modules/playwright-core/cli.js`;
  if (!runSync(process.execPath, [cli, "install", "chromium"])) {
    throw new Error("no Chromium could be installed; install one and set CHROMIUM_PATH to it");
  }
}

/**
 * What Chromium is to leave. The popups of its address bar are pages of their own, loaded with every window, for more
 * processor time than our page takes. Chromium heeds one such list alone: the others are those of playwright-core.
 */
const LEFT_OUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** How tests and benchmarks start it: headless, and without what nobody here looks at. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${LEFT_OUT.join(",")}`,
];
