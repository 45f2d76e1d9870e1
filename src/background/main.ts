import { dropRemovedPacks } from "../corpora/packs.ts";
import { createReaderLibrary } from "../corpora/readerLibrary.ts";
import { withRoomFromVectors } from "../corpora/roomFromVectors.ts";
import { createSearchedSegments } from "../corpora/searchedSegments.ts";
import { createUpkeep } from "../corpora/upkeep.ts";
import type { Origin } from "../engine/model/index.ts";
import { createOffscreenClient } from "../messages/client.ts";
import type { BackgroundMessages } from "../messages/protocol.ts";
import { createRouter } from "../messages/router.ts";
import { browser } from "../platform/browser/api.ts";
import { readArchiveChoice, writeArchiveChoice } from "../platform/browser/archiveChoice.ts";
import { readFrames } from "../platform/browser/frames.ts";
import { isGranted } from "../platform/browser/hosts.ts";
import { notifyLibraryChanged } from "../platform/browser/libraryNews.ts";
import { createOffscreenTransport } from "../platform/browser/offscreen.ts";
import { readOwnFile } from "../platform/browser/ownFile.ts";
import { readReportChoices, writeReportChoices } from "../platform/browser/reportChoices.ts";
import { rest } from "../platform/browser/rest.ts";
import { hideStorageFromPages, readSettings, watchChanges } from "../platform/browser/settings.ts";
import { storyMemory } from "../platform/browser/storyMemory.ts";
import { answerMessages, toAllFrames } from "../platform/browser/transport.ts";
import { createSegmentStore } from "../platform/storage/segmentStore.ts";
import { createStorage } from "../platform/storage/transaction.ts";
import { archiveRoutes } from "./archive/archiveRoutes.ts";
import { createArchiveService } from "./archive/archiveService.ts";
import { runCommand } from "./commands.ts";
import { createContextMenu, runMenuItem } from "./contextMenu.ts";
import { type CorporaPorts, corporaRoutes, resumeImports } from "./corpora/corporaRoutes.ts";
import { feedRoutes } from "./feeds/feedRoutes.ts";
import { startFeeds } from "./feeds/startFeeds.ts";
import { createKeptList } from "./keeping/keptList.ts";
import { keptRoutes } from "./keeping/keptRoutes.ts";
import { createReadingMemory } from "./keeping/readingMemory.ts";
import { startKeeping } from "./keeping/startKeeping.ts";
import { createLibraryService } from "./libraryService.ts";
import { encodingRoutes } from "./meaning/encodingRoutes.ts";
import { createMeaningTools } from "./meaning/meaningTools.ts";
import { createPageMeaning } from "./meaning/pageMeaning.ts";
import { inBackground, startEncoding } from "./meaning/startEncoding.ts";
import { createReportChoices } from "./reportChoices.ts";
import { backgroundRoutes } from "./routes.ts";
import { syncGate } from "./siteControl.ts";
import { storyRoutes } from "./stories/storyRoutes.ts";
import { createStoryService } from "./stories/storyService.ts";
import { createTabCounts } from "./tabCounts.ts";

/**
 * The delay before checksums are verified, so that the first pages of a start get their marks
 * first.
 */
const idleDelayMs = 3_000;

/** The delay before open pages are matched again. */
const pagesDelayMs = 200;

const everyStorage = createStorage();
const storage = withRoomFromVectors(everyStorage, Date.now);
const searched = createSearchedSegments(storage);
const library = createLibraryService(
  {
    version: browser.runtime.getManifest().version,
    readBytes: () => readOwnFile("corpus/bundled.segment"),
    readArticles: async () => new TextDecoder().decode(await readOwnFile("corpus/articles.json")),
    store: createSegmentStore(storage),
  },
  searched,
  (task) => setTimeout(task, idleDelayMs),
);

const choices = createReportChoices({ read: readReportChoices, write: writeReportChoices });

const articles = createReaderLibrary(storage, Date.now, libraryChanged);
const upkeep = createUpkeep(
  storage,
  articles,
  { rest, onRepaired: () => showChange(null) },
  Date.now,
);

function libraryChanged(came: Origin | null): void {
  setTimeout(tidyUp, idleDelayMs);
  showChange(came);
}

/**
 * Brings everything that shows the library up to date. Nobody waits for articles from feeds and visits
 * to be compared by meaning.
 */
function showChange(came: Origin | null): void {
  notifyLibraryChanged();
  prepareStories();
  // What comes in shows when a page is read next; what is gone must not stay on open pages.
  if (came === null) notifyPages();
  const { idle } = meaning;
  inBackground(came === "saved" ? idle.runForNew() : idle.run());
}

function tidyUp(): void {
  upkeep.run().catch((error: unknown) => console.error("upkeep", error));
}
setTimeout(tidyUp, idleDelayMs);

const offscreen = createOffscreenClient(createOffscreenTransport());
const meaning = startEncoding(everyStorage, searched, offscreen, readOwnFile);
setTimeout(() => inBackground(meaning.idle.run()), idleDelayMs);
const corpora: CorporaPorts = {
  storage,
  library: articles,
  offscreen,
  isGranted,
  unstoredProblems: new Map(),
  onChanged: () => libraryChanged(null),
};
void resumeImports(corpora);

const archive = createArchiveService({
  ...{ offscreen, isGranted, read: readArchiveChoice, write: writeArchiveChoice },
});
const feeds = startFeeds(articles, offscreen);
const keeping = startKeeping(articles);
const memory = createReadingMemory(articles, keeping.readMemory, Date.now);

const stories = createStoryService({
  library: library.library,
  generation: searched.generation,
  async readPage(tabId) {
    const page = await keeping.pages.read(tabId);
    return page.body === "" ? null : page;
  },
  leastScore: async () => (await choices.read()).leastScore,
  memory: storyMemory(),
  rest,
});

/** Finds the stories once the library stops changing: an import or a feed changes it many times in a row. */
const prepareStories = onceQuiet(idleDelayMs, () => {
  stories.prepare().catch((error: unknown) => console.error("stories", error));
});

/** Has open pages matched again. Many articles are removed a part at a time. */
const notifyPages = onceQuiet(pagesDelayMs, () => {
  void toAllFrames({ secondSource: "frame/changed", request: { what: "library" } });
});

/** Returns a function that does the work when it has not been called again for so many ms. */
function onceQuiet(delayMs: number, work: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(due);
    due = setTimeout(work, delayMs);
  };
}

const answer = createRouter<BackgroundMessages>(
  {
    ...backgroundRoutes({
      library,
      meaning: createPageMeaning(
        library,
        createMeaningTools(meaning.encoding, meaning.vectors, meaning.routePorts.isOn),
        meaning.pages,
      ),
      archive,
      choices,
      readLook: async () => (await readSettings()).look,
      counts: createTabCounts(readFrames),
      memory,
    }),
    ...archiveRoutes(archive),
    ...feedRoutes(feeds),
    ...keptRoutes({ ...keeping, list: createKeptList(articles, library.library) }),
    ...corporaRoutes(corpora),
    ...encodingRoutes(meaning.routePorts),
    ...storyRoutes(stories),
  },
  (name, error) => console.error(name, error),
);

answerMessages((message, sender) => {
  const answered = answer(message, sender);
  // A tab's own script only asks about a page that is being read.
  if (sender.kind === "tab" && answered !== null) meaning.idle.giveWay(answered);
  return answered;
});

watchChanges((what) => void toAllFrames({ secondSource: "frame/changed", request: { what } }));
hideStorageFromPages().catch((error: unknown) => console.error("storage", error));

browser.commands.onCommand.addListener((name, tab) => {
  runCommand(name, tab, keeping.pages).catch((error: unknown) => console.error(name, error));
});
browser.contextMenus.onClicked.addListener((item, tab) => {
  runMenuItem(item, tab?.id, keeping.pages).catch((error: unknown) =>
    console.error(item.menuItemId, error),
  );
});
browser.permissions.onAdded.addListener(() => void syncGate());
browser.permissions.onRemoved.addListener(() => void syncGate());
browser.runtime.onStartup.addListener(() => {
  // What was removed can be restored until the browser is closed.
  Promise.all([articles.emptyBin(), dropRemovedPacks(storage)]).catch((error: unknown) =>
    console.error("bin", error),
  );
  void syncGate();
  // Stories are kept until the browser is closed.
  prepareStories();
});
browser.runtime.onInstalled.addListener(async ({ reason }) => {
  prepareStories();
  await Promise.all([syncGate(), createContextMenu()]);
  if (reason === "install") {
    await browser.tabs.create({ url: browser.runtime.getURL("firstRun.html") });
  }
});

library.warm().catch((error: unknown) => console.error("library", error));
