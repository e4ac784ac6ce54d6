/** The walls between the rooms, as a checker over source texts: what a folder may import and use. */

export interface Source {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

interface Room {
  readonly folder: string;
  /** Modules that it may not import; relative ones are given as paths from the project's folder. */
  readonly forbidden: readonly RegExp[];
  /** Sources within the folder that the rule does not hold for. */
  readonly except?: RegExp;
}

const NODE =
  /^(?:node:.*|fs|path|http|https|os|crypto|child_process|worker_threads|stream|util|url|events|process|zlib)(?:\/.*)?$/;

const ROOMS: readonly Room[] = [
  {
    folder: "graph-data",
    forbidden: [
      NODE,
      /^(?:server|client|views|tests|scripts|bench)\//,
      /^(?:express|ejs|helmet|pino|cytoscape|preact)(?:\/|$)/,
      /^@preact\//,
    ],
  },
  {
    folder: "client",
    forbidden: [NODE, /^(?:server|views|tests|scripts|bench)\//, /^(?:express|ejs|helmet|pino)(?:\/|$)/],
  },
  {
    folder: "client",
    forbidden: [/^(?:zod|yaml|mdast-util-from-markdown)(?:\/|$)/],
    except: /^client\/(?:open\/worker|briefing\/(?:brief-worker|briefer))\.ts$/,
  },
  // What brings those along.
  {
    folder: "client",
    forbidden: [/^graph-data\/briefing\/(?:briefing|compose|prose|schema|words)\.ts$/],
    except: /^client\/briefing\/briefer\.ts$/,
  },
  { folder: "client", forbidden: [/^cytoscape(?:\/|$)/], except: /^client\/graph\// },
  {
    folder: "server",
    forbidden: [/^(?:client|tests|scripts|bench)\//, /^(?:cytoscape|preact)(?:\/|$)/, /^@preact\//],
  },
];

/** What is of no use to values in, values out: clock, dice, files, network, page. */
const IMPURE: readonly [RegExp, string][] = [
  [/\bMath\.random\b/, "rolls dice; take `rng` as a parameter"],
  [/\bDate\.now\b/, "reads the clock"],
  [/\bnew Date\(\s*\)/, "reads the clock"],
  [/\bperformance\.now\b/, "reads the clock"],
  [/\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/, "waits"],
  [/\bawait\b|\basync\b/, "waits"],
  [/\bfetch\s*\(/, "uses the network"],
  [/\bconsole\./, "writes to the console"],
  [/\bprocess\./, "uses the process"],
  [/\b(?:document|window|localStorage)\.(?:create|query|get|set|add|body|location)/, "uses the page"],
];

/** One line for each breach: `graph-data/x.ts: imports node:fs`. */
export function findBreaches(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [...checkImports(source), ...checkPurity(source), ...checkView(source)]);
}

function checkImports({ path, text }: Source): string[] {
  const modules = importsOf(path, text);
  return ROOMS.filter(({ folder, except }) => path.startsWith(`${folder}/`) && !except?.test(path)).flatMap(
    ({ forbidden }) =>
      modules
        .filter((module) => forbidden.some((pattern) => pattern.test(module)))
        .map((module) => `${path}: imports ${module}`),
  );
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'`]([^"'`]+)["'`]/g;

/** Modules that a source imports in any way; relative ones as paths from the project's folder. */
export function importsOf(path: string, text: string): string[] {
  return [...stripComments(text).matchAll(IMPORT)].map(([, module = ""]) =>
    module.startsWith(".") ? new URL(module, `file:///${path}`).pathname.slice(1) : module,
  );
}

function checkPurity({ path, text }: Source): string[] {
  if (!path.startsWith("graph-data/")) return [];
  const code = stripStrings(stripComments(text));
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(
    ([pattern, why]) => `${path}: ${why} (${pattern.source})`,
  );
}

/** Comments go; what stands in quotation marks or is a regular expression stays. */
function stripComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (_, quoted?: string) => quoted ?? " ",
  );
}

function stripStrings(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

/**
 * A view prints what it is given. `<%-` writes without escaping: only for parts of views and for values that were
 * escaped before or are our own, which say so in their name (`…Json`, `…Svg`, `…Css`).
 */
function checkView({ path, text }: Source): string[] {
  if (!path.endsWith(".ejs")) return [];
  const raw = [...text.matchAll(/<%-\s*([\s\S]*?)\s*-?%>/g)]
    .map(([, expression = ""]) => expression)
    .filter((expression) => !/^include\(/.test(expression) && !/^[\w.?]*(?:Json|Svg|Css)$/.test(expression))
    .map((expression) => `${path}: writes unescaped: ${expression}`);
  const scripts = [
    ...text.matchAll(/<script(?![^>]*\b(?:src=|type="application\/(?:json|ld\+json)"))[^>]*>/g),
  ].map(([tag]) => `${path}: holds a script, which the CSP forbids: ${tag}`);
  const handlers = [...text.matchAll(/\s(on[a-z]+|style)\s*=\s*["']/g)].map(
    ([, name]) => `${path}: has the attribute ${name}, which the CSP forbids`,
  );
  const imports = /\b(?:require|import)\s*\(/.test(text) ? [`${path}: imports`] : [];
  return [...raw, ...scripts, ...handlers, ...imports];
}
