/**
 * The import rules of src/README.md, one row per folder: what it may import besides itself.
 * Change a wrong rule here and in the map, in the same commit, with the reason.
 */
const folders = {
  "engine/model": [],
  "engine/text": ["engine/model"],
  "engine/body": ["engine/model", "engine/text"],
  "engine/facts": ["engine/model", "engine/text"],
  "engine/extract": ["engine/model", "engine/text", "engine/facts"],
  "engine/library": ["engine/model", "engine/text", "engine/facts"],
  "engine/meaning": ["engine/model", "engine/library"],
  "engine/match": [
    "engine/model",
    "engine/text",
    "engine/facts",
    "engine/extract",
    "engine/library",
    "engine/meaning",
  ],
  "engine/stories": [
    "engine/model",
    "engine/text",
    "engine/facts",
    "engine/extract",
    "engine/library",
    "engine/match",
  ],
  "engine/export": ["engine/model"],
  ingest: ["engine", "page/blocks"],
  encoder: ["engine/model", "engine/text", "engine/meaning"],
  page: ["engine/model", "engine/text", "engine/body"],
  messages: ["engine/model"],
  platform: ["engine/model", "engine/library", "messages"],
  gate: ["messages", "platform/browser", "engine/body"],
  content: [
    "page",
    "ui/components",
    "ui/hoverCard",
    "messages",
    "platform/browser",
    "engine/model",
    "ingest/metadata",
  ],
  savePage: ["ingest", "messages", "platform/browser", "engine/model"],
  corpora: ["ingest", "engine", "platform/storage"],
  offscreen: ["archive", "corpora", "encoder", "ingest", "engine", "messages", "platform"],
  background: ["corpora", "encoder", "engine", "messages", "platform", "ingest/metadata"],
  ui: ["engine/model", "engine/text", "engine/export", "messages"],
  archive: ["engine"],
  cli: ["archive", "corpora", "encoder", "engine", "ingest"],
};

/** The only folders that may import these packages. */
const packageDoors = {
  "webextension-polyfill": "^src/platform/browser/",
  idb: "^src/platform/storage/",
  "@mozilla/readability": "^src/ingest/",
  "@embedpdf/pdfium": "^src/ingest/pdf/readPdf\\.ts$",
  feedsmith: "^src/ingest/feeds/",
  linkedom: "^src/cli/",
  valibot: "^src/messages/",
  "onnxruntime-web": "^src/encoder/runtime\\.ts$",
};

const folderRules = Object.entries(folders).map(([folder, allowed]) => ({
  name: `${folder.replace("/", "-")}-imports`,
  comment: `${folder} may import: ${allowed.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    path: "^src/",
    pathNot: [folder, ...allowed].map((name) => `^src/${name}/`),
  },
}));

/** Entry files, and the ports that two of them share, connect a folder to the browser: they may import platform. */
const entryFiles = "^src/ui/[^/]+/(main\\.tsx|browserPorts\\.ts)$";
for (const rule of folderRules) {
  if (rule.name === "ui-imports") rule.from.pathNot = entryFiles;
}

export default {
  forbidden: [
    ...folderRules,
    {
      name: "ui-entry-imports",
      comment: "an entry file of ui may also import platform",
      severity: "error",
      from: { path: entryFiles },
      to: {
        path: "^src/",
        pathNot: [...folders.ui, "ui", "platform"].map((name) => `^src/${name}/`),
      },
    },
    {
      name: "nobody-imports-entries",
      comment: "gate, content, savePage, background and cli are entries: nobody imports them",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(gate|content|savePage|background|cli)/" },
      to: { path: "^src/(gate|content|savePage|background|cli)/" },
    },
    {
      name: "only-cli-uses-node",
      comment: "everything but the command line runs in a browser, which has no Node modules",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "language-tables-have-one-door",
      comment:
        "assets/language is read by engine/text/languageTables.ts only; emptyWords.ts reads its one table, so that popup and card stay small",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/text/(languageTables|emptyWords)\\.ts$" },
      to: { path: "^assets/language/" },
    },
    ...Object.entries(packageDoors).map(([name, door]) => ({
      name: `${name.replace(/[@/]/g, "")}-has-one-door`,
      comment: `${name} is imported by ${door} only`,
      severity: "error",
      from: { path: "^src/", pathNot: door },
      to: { path: `(^|/)node_modules/${name}/` },
    })),
    {
      name: "no-circular",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "default"],
      mainFields: ["module", "main"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
