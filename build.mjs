/**
 * Builds the extension and the command line:
 *
 *   node build.mjs             dist/chrome, dist/firefox, dist/cli
 *   node build.mjs --granted   dist/chrome-granted, dist/firefox-granted (host permission given
 *                              in the manifest: for browser tests and `npm start`)
 *   node build.mjs --all       all of them
 *
 * One manifest.json, one set of scripts; the browsers differ only in the manifest's background
 * key and in what they do not know, the granted builds only in granted hosts. The file is over 300
 * lines because every step works on the same lists of scripts and pages.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundledPackages, noticeText } from "./scripts/notice.mjs";
import { privacyPage } from "./scripts/privacyPage.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const fromRoot = (...parts) => join(root, ...parts);

/** Permissions that only Chrome has; Firefox needs none for these, or works without them. */
const chromeOnly = ["offscreen", "sidePanel"];

/** Returns the manifest of each browser, without the keys and permissions that it does not know. */
const manifestOf = {
  chrome({ browser_specific_settings: _, sidebar_action: ___, background, action, ...manifest }) {
    const { default_area: __, ...chromeAction } = action;
    return {
      ...manifest,
      action: chromeAction,
      background: { service_worker: background.service_worker },
    };
  },
  firefox({ minimum_chrome_version: _, side_panel: __, background, permissions, ...manifest }) {
    return {
      ...manifest,
      permissions: permissions.filter((permission) => !chromeOnly.includes(permission)),
      background: { scripts: background.scripts },
    };
  },
};

function grantHosts({ optional_host_permissions, ...manifest }) {
  return { ...manifest, host_permissions: optional_host_permissions };
}

/** Scripts that are put into pages; each is one file. */
const pageScripts = {
  gate: "src/gate/main.ts",
  content: "src/content/main.ts",
  hoverCard: "src/ui/hoverCard/main.tsx",
  savePage: "src/savePage/main.ts",
};

/** Scripts that the browser starts; each is one file. */
const ownScripts = {
  background: "src/background/main.ts",
  offscreen: "src/offscreen/main.ts",
};

/** Modules that the offscreen document starts or loads when they are needed; each is one file. */
const ownModules = {
  encoder: "src/encoder/workerMain.ts",
  archive: "src/offscreen/archive/main.ts",
  pdf: "src/offscreen/pdf/workerMain.ts",
};

/** Keeps what a script loads only when needed out of its bundle: it is a module of its own next to it. */
const modulesApart = {
  name: "modules apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/archive\/main\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./archive.js", external: true } : undefined,
    );
  },
};

/**
 * The replacement for the polyfill in scripts that run in pages or must start at once: they do not
 * need it and cannot afford it.
 */
const withoutPolyfill = { "webextension-polyfill": "./src/platform/browser/ownApi.ts" };

/** Our own pages, with the style sheets of assets/ that each is built from. */
const pages = {
  popup: ["ui", "report", "drawings", "compare", "starters", "popup"],
  sidePanel: ["ui", "report", "drawings", "compare", "starters", "sidePanel"],
  options: ["ui", "fullPage", "starters", "options"],
  firstRun: ["ui", "fullPage", "starters", "firstRun"],
  story: ["ui", "fullPage", "drawings", "story"],
};

/** Pages that the reader waits for at every opening. */
const atOnce = ["popup", "sidePanel"];

const shared = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  absWorkingDir: root,
  metafile: true,
};

/**
 * Bundles the scripts. Each of our pages is one bundle, apart from parts that are loaded when they
 * are first needed. Resolves to the files that each page's script imports at its beginning, and to
 * all files that were bundled.
 */
async function bundleExtension(outdir) {
  const forBrowsers = {
    ...shared,
    outdir,
    platform: "browser",
    target: ["chrome128", "firefox149"],
    define: { "process.env.NODE_ENV": '"production"' },
  };
  const bundlePage = async (page) => {
    const { metafile } = await build({
      ...forBrowsers,
      ...(atOnce.includes(page) ? { alias: withoutPolyfill } : {}),
      entryPoints: { [page]: `src/ui/${page}/main.tsx` },
      format: "esm",
      splitting: true,
      chunkNames: `parts/${page}/[name]-[hash]`,
    });
    const own = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`/${page}.js`));
    const first = own[1].imports.filter(({ kind }) => kind === "import-statement");
    const imports = first.map(({ path }) => relative(outdir, fromRoot(path)));
    return { page, imports, metafile };
  };
  const [itsPages, ...scripts] = await Promise.all([
    Promise.all(Object.keys(pages).map(bundlePage)),
    build({ ...forBrowsers, entryPoints: pageScripts, format: "iife", alias: withoutPolyfill }),
    build({ ...forBrowsers, entryPoints: ownScripts, format: "iife", plugins: [modulesApart] }),
    build({ ...forBrowsers, entryPoints: ownModules, format: "esm" }),
  ]);
  return {
    imports: Object.fromEntries(itsPages.map(({ page, imports }) => [page, imports])),
    inputs: [...itsPages, ...scripts].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
}

/** Resolves to the files that were bundled. */
async function bundleCommandLine(outdir) {
  const { metafile } = await build({
    ...shared,
    entryPoints: { "second-source": "src/cli/main.ts", pdf: "src/cli/read/pdfMain.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node20",
    // Some dependencies are CommonJS and call require for Node's own modules.
    banner: {
      js: "import { createRequire as secondSourceRequire } from 'node:module'; const require = secondSourceRequire(import.meta.url);",
    },
  });
  return Object.keys(metafile.inputs);
}

const cache = fromRoot("node_modules/.cache/build");

/** Imports the project's own code, bundled for Node. */
async function importBundled(entry) {
  const outfile = join(cache, `${basename(entry, ".ts")}.mjs`);
  await build({
    ...shared,
    entryPoints: [entry],
    outfile,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/**
 * Returns the segment of the bundled corpus, built by the engine as the extension would rebuild it.
 */
async function bundledSegment() {
  const { segmentOfArticles } = await importBundled("src/engine/segmentOfArticles.ts");
  return segmentOfArticles(
    JSON.parse(readFileSync(fromRoot("assets/corpus/articles.json"), "utf8")),
  );
}

/**
 * Returns the vectors of the segment's passages, computed by the encoder. That takes some seconds, so
 * they are cached under a hash of the segment, the model and the code that computes them.
 */
async function bundledVectors(segment) {
  const entry = "scripts/bundledVectors.ts";
  const { bundledVectors, loadEncoderFrom } = await importBundled(entry);
  const hash = createHash("sha256").update(segment);
  hash.update(readFileSync(join(cache, "bundledVectors.mjs")));
  hash.update(readFileSync(fromRoot("assets/model/encoder/manifest.json")));
  const kept = join(cache, `vectors-${hash.digest("hex")}`);
  if (existsSync(kept)) return readFileSync(kept);
  const model = join(cache, "model");
  rmSync(model, { recursive: true, force: true });
  linkModel(model);
  const encoder = await loadEncoderFrom(model);
  const vectors = await bundledVectors(segment, encoder);
  await encoder.close();
  writeFileSync(kept, vectors);
  return vectors;
}

function copyCorpus(folder, { segment, vectors }) {
  mkdirSync(folder, { recursive: true });
  cpSync(fromRoot("assets/corpus/articles.json"), join(folder, "articles.json"));
  writeFileSync(join(folder, "bundled.segment"), segment);
  writeFileSync(join(folder, "bundled.vectors"), vectors);
}

/** Links the encoder's model, and the runtime's WebAssembly beside it under our own name. */
function linkModel(folder) {
  mkdirSync(folder, { recursive: true });
  const model = fromRoot("assets/model/encoder");
  for (const name of readdirSync(model)) linkOrCopy(join(model, name), join(folder, name));
  const runtime = fromRoot("node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm");
  linkOrCopy(runtime, join(folder, "runtime.wasm"));
}

/** Links PDFium's WebAssembly. */
function linkPdfium(folder) {
  mkdirSync(folder, { recursive: true });
  const wasm = fromRoot("node_modules/@embedpdf/pdfium/dist/pdfium.wasm");
  linkOrCopy(wasm, join(folder, "pdfium.wasm"));
}

/**
 * Makes a hard link, or a copy where that is not possible: five builds of 70 MB are slow to copy.
 */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function copyAssets(folder) {
  for (const name of ["offscreen.html", "icons", "_locales", "starterFeeds"]) {
    cpSync(fromRoot("assets", name), join(folder, name), { recursive: true });
  }
}

/** Writes the notice of whose work is in a build: one text file, which the settings link to. */
function writeNotice(folder, inputs) {
  const textOf = (...path) => readFileSync(fromRoot("assets", ...path), "utf8");
  const parts = [
    { title: "Second Source", text: readFileSync(fromRoot("LICENSE"), "utf8") },
    { title: "The bundled articles", text: textOf("corpus/NOTICE") },
    { title: "Word vectors (GloVe, WordNet) and the language model", text: textOf("model/NOTICE") },
    {
      title: "Third-party notices of ONNX Runtime",
      text: textOf("licences/onnxruntime-third-party.txt"),
    },
    { title: "Third-party notices of PDFium", text: textOf("licences/pdfium-third-party.txt") },
  ];
  const packages = bundledPackages(root, inputs, fromRoot("assets/licences"));
  writeFileSync(join(folder, "NOTICE.txt"), noticeText(packages, parts));
}

function writePrivacyPage(folder) {
  const policy = readFileSync(fromRoot("PRIVACY.md"), "utf8");
  const empty = readFileSync(fromRoot("assets/page.html"), "utf8");
  writeFileSync(join(folder, "privacy.html"), privacyPage(policy, empty));
  cpSync(fromRoot("assets/document.css"), join(folder, "document.css"));
}

/**
 * Writes our pages. Each is the same empty document with its own style sheet and script, in as few
 * files as possible.
 */
function writePages(folder, imports) {
  const empty = readFileSync(fromRoot("assets/page.html"), "utf8");
  for (const [page, styles] of Object.entries(pages)) {
    const css = styles.map((style) => readFileSync(fromRoot("assets", `${style}.css`), "utf8"));
    writeFileSync(join(folder, `${page}.css`), css.join("\n"));
    const own = [
      `<link rel="stylesheet" href="${page}.css">`,
      ...imports[page].map((file) => `<link rel="modulepreload" href="${file}">`),
      `<script type="module" src="${page}.js"></script>`,
    ];
    writeFileSync(join(folder, `${page}.html`), empty.replace(/<!--.*-->/, own.join("\n    ")));
  }
}

function writeExtension({ folder, manifest, scripts, bundled, corpus }) {
  const out = fromRoot("dist", folder);
  rmSync(out, { recursive: true, force: true });
  cpSync(scripts, out, { recursive: true });
  copyAssets(out);
  writePages(out, bundled.imports);
  writePrivacyPage(out);
  writeNotice(out, bundled.inputs);
  copyCorpus(join(out, "corpus"), corpus);
  linkModel(join(out, "model"));
  linkPdfium(join(out, "pdf"));
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function main(args) {
  const isAll = args.includes("--all");
  const isGranted = args.includes("--granted");
  const segment = await bundledSegment();
  const corpus = { segment, vectors: await bundledVectors(segment) };
  const scripts = join(cache, "extension");
  rmSync(scripts, { recursive: true, force: true });
  const bundled = await bundleExtension(scripts);
  const manifest = JSON.parse(readFileSync(fromRoot("manifest.json"), "utf8"));
  const written = [];
  for (const browser of ["chrome", "firefox"]) {
    const plain = manifestOf[browser](manifest);
    const wanted = [
      ...(isAll || !isGranted ? [[browser, plain]] : []),
      ...(isAll || isGranted ? [[`${browser}-granted`, grantHosts(plain)]] : []),
    ];
    for (const [folder, itsManifest] of wanted) {
      writeExtension({ folder, manifest: itsManifest, scripts, bundled, corpus });
      written.push(`dist/${folder}`);
    }
  }
  if (isAll || !isGranted) {
    rmSync(fromRoot("dist/cli"), { recursive: true, force: true });
    const inputs = await bundleCommandLine(fromRoot("dist/cli"));
    copyCorpus(fromRoot("dist/cli/corpus"), corpus);
    linkModel(fromRoot("dist/cli/model"));
    linkPdfium(fromRoot("dist/cli/pdf"));
    writeNotice(fromRoot("dist/cli"), inputs);
    written.push("dist/cli");
  }
  console.log(`Built ${written.join(", ")}.`);
}

await main(process.argv.slice(2));
