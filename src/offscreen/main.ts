import { withRoomFromVectors } from "../corpora/roomFromVectors.ts";
import { createSharedEncoder } from "../encoder/sharedEncoder.ts";
import { browserWorkers, startEncoderWorker } from "../encoder/workerClient.ts";
import { boundedParser } from "../ingest/boundedMarkup.ts";
import { FeedError } from "../ingest/feeds/feed.ts";
import { readOpml, writeOpml } from "../ingest/feeds/opml.ts";
import type { OffscreenMessages } from "../messages/offscreenProtocol.ts";
import { offscreenRequests } from "../messages/offscreenRequests.ts";
import { createRouter, routesFrom } from "../messages/router.ts";
import { isOffscreenDocument, serveOffscreen } from "../platform/browser/offscreen.ts";
import { readOwnFile } from "../platform/browser/ownFile.ts";
import { rest } from "../platform/browser/rest.ts";
import { confineByPolicy } from "../platform/network/confine.ts";
import { createStorage } from "../platform/storage/transaction.ts";
import { closeWhenIdle } from "./closeWhenIdle.ts";
import { readArticleAt } from "./feeds/readArticleAt.ts";
import { readFeedAt, type Web } from "./feeds/readFeedAt.ts";
import { createHostTurns } from "./hostTurns.ts";
import { exportArticles } from "./imports/exportArticles.ts";
import { fetchPack } from "./imports/fetchPack.ts";
import { runImport } from "./imports/runImport.ts";
import { answerEncode } from "./meaning/answerEncode.ts";
import { readPdfInWorker } from "./pdf/readPdfInWorker.ts";

/** The time between two requests to one host. */
const gapMs = 1_000;

const web: Web = {
  confine: confineByPolicy(document),
  takeTurn: createHostTurns(rest, gapMs),
  // Neither runs scripts nor loads anything.
  parseHtml: boundedParser((html) => new DOMParser().parseFromString(html, "text/html")),
};

const storage = withRoomFromVectors(createStorage(), Date.now);
const imports = new Map<string, ReturnType<typeof runImport>>();

let compiled: Promise<WebAssembly.Module> | null = null;

/** The reader of PDFs, compiled once; anew if that failed, as where memory was short. */
function pdfium(): Promise<WebAssembly.Module> {
  compiled ??= readOwnFile("pdf/pdfium.wasm")
    .then((bytes) => WebAssembly.compile(bytes))
    .catch((error: unknown) => {
      compiled = null;
      throw error;
    });
  return compiled;
}

const readPdf = (file: Blob) =>
  readPdfInWorker(file, {
    pdfium,
    start: () => new Worker(new URL("pdf.js", location.href), { type: "module" }),
  });

/** Runs an import once at a time, however often it is requested. */
function runOnce(id: string): ReturnType<typeof runImport> {
  const running =
    imports.get(id) ??
    runImport(id, { storage, parseHtml: web.parseHtml, readPdf, now: Date.now, rest }).finally(() =>
      imports.delete(id),
    );
  imports.set(id, running);
  return running;
}

const workers = browserWorkers(new URL("encoder.js", location.href).href);
const encoder = createSharedEncoder(() => startEncoderWorker(workers));

function feedsIn(text: string) {
  try {
    return readOpml(text);
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

/**
 * Loads the archive's part, a file of its own (`build.mjs`) because few readers have an archive.
 */
const archivePart = () => import("./archive/main.ts");

const routes = routesFrom<OffscreenMessages>(["extensionPage"], offscreenRequests, {
  "offscreen/readFeed": (question) => readFeedAt(question, web),
  "offscreen/readArticle": ({ url, within }) => readArticleAt(url, within, web),
  "offscreen/import": async ({ id }) => {
    // A file may take some hundred megabytes while it is read.
    encoder.stopIdleWorker();
    return { problem: await runOnce(id) };
  },
  "offscreen/fetchPack": async (question) => ({
    outcome: await fetchPack(question, storage, web.confine),
  }),
  "offscreen/export": async ({ format }) => ({ id: await exportArticles(storage, format) }),
  "offscreen/readOpml": ({ text }) => feedsIn(text),
  "offscreen/writeOpml": ({ title, feeds }) => ({ text: writeOpml(feeds, title) }),
  "offscreen/encode": (question) => answerEncode(question, encoder),
  "offscreen/askArchive": async (question) => (await archivePart()).ask(question),
  "offscreen/setUpArchive": async (setup) => (await archivePart()).setUp(setup),
  "offscreen/checkArchive": async ({ place }) => (await archivePart()).check(place),
  async "offscreen/stopArchive"({ forgets }) {
    await (await archivePart()).stop(forgets);
    return {};
  },
});

const answer = createRouter(routes, (name, error) => console.error(name, error));
const idleCloser = isOffscreenDocument() ? closeWhenIdle(() => window.close()) : null;

serveOffscreen((message, sender) => {
  const reply = answer(message, sender);
  return reply && idleCloser ? idleCloser.during(reply) : reply;
});
