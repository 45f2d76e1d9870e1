import { effect } from "@preact/signals";
import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { grantedOrigins, originsOf, workModeOf } from "../../platform/browser/hosts.ts";
import { watchLibrary } from "../../platform/browser/libraryNews.ts";
import { readOwnFile } from "../../platform/browser/ownFile.ts";
import { rest } from "../../platform/browser/rest.ts";
import { readSettings, writeSettings } from "../../platform/browser/settings.ts";
import { openShortcuts } from "../../platform/browser/shortcuts.ts";
import { feedKeyPrefix, watchRecords } from "../../platform/browser/storedRecords.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { takeExported } from "../../platform/storage/exportedFile.ts";
import { enqueueImport } from "../../platform/storage/importJobs.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import { createStorage } from "../../platform/storage/transaction.ts";
import { applyLook, prepareDocument } from "../components/prepareDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { createFirstRunModel } from "../firstRun/firstRunModel.ts";
import { saveBlob, saveFile } from "../report/saveFile.ts";
import { readStarterOutlets, starterFile } from "../starterFeeds/starterOutlets.ts";
import { createArchiveModel } from "./archive/archiveModel.ts";
import { createCorporaModel } from "./corpora/corporaModel.ts";
import { createFeedsModel } from "./feeds/feedsModel.ts";
import { createArticleModel } from "./kept/articleModel.ts";
import { createKeptModel } from "./kept/keptModel.ts";
import { createMemoryModel } from "./kept/memoryModel.ts";
import { createMeaningModel } from "./meaning/meaningModel.ts";
import { Options } from "./Options.tsx";
import { createOptionsModel } from "./optionsModel.ts";
import { watchFragment } from "./settingsFragment.ts";
import { settingsSections } from "./settingsSections.tsx";

/**
 * The interval between two updates after changes of the library: an import changes it many times in
 * a row.
 */
const newsMs = 300;
/** The interval between two updates of an import's progress. */
const progressMs = 500;
/** The interval between two updates of idle encoding, which takes some seconds per article. */
const idleProgressMs = 3_000;

/** Returns permissions to the browser, except those in the manifest, which cannot be returned. */
async function giveBack(origins: readonly string[]): Promise<void> {
  if (origins.length > 0) {
    await browser.permissions.remove({ origins: [...origins] }).catch(() => false);
  }
}

/**
 * Asks for permission at once, as a click handler must; resolves to the origins that were not
 * granted before.
 */
async function requestNewHosts(hosts: readonly string[]) {
  const wanted = hosts.flatMap(originsOf);
  const before = Promise.all(
    wanted.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  const isGranted = await browser.permissions.request({ origins: wanted });
  const known = await before;
  return { isGranted, granted: wanted.filter((_, at) => !known[at]) };
}

async function main(): Promise<void> {
  const background = createBackgroundClient(toBackground);
  const wording = createWording(message, interfaceLanguage());
  prepareDocument(document, wording, "optionsTitle", (await readSettings()).look);

  const workMode = await workModeOf(await readSettings());
  const where = createFirstRunModel(
    {
      background,
      requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    },
    workMode,
  );
  const model = createOptionsModel(
    {
      background,
      readSites: async () => ({
        off: (await readSettings()).hostsOff,
        granted: await grantedOrigins(),
      }),
      readEveryPage: readSettings,
      writeLook: (look) => writeSettings({ look }),
      requestPermission: (origin) => browser.permissions.request({ origins: [origin] }),
      removePermission: (origin) => browser.permissions.remove({ origins: [origin] }),
      openShortcuts,
      async deleteAll() {
        await background("archive/remove", {});
        await background("corpora/removeEverything", {});
        await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
        await giveBack(await grantedOrigins());
        await Promise.all([kept, memory, corpora, meaning, archive].map((its) => its.load()));
      },
    },
    where,
  );
  const kept = createKeptModel(background, () => rest(newsMs));
  const reading = createArticleModel(background);
  const memory = createMemoryModel(background);
  const archive = createArchiveModel({ background, requestHosts: requestNewHosts, giveBack });
  const meaning = createMeaningModel(background, () => rest(idleProgressMs));
  const feeds = createFeedsModel({
    background,
    requestHosts: (hosts) => browser.permissions.request({ origins: hosts.flatMap(originsOf) }),
    save: (file) => saveFile(document, file),
  });
  const storage = createStorage();
  const corpora = createCorporaModel({
    background,
    async enqueue(files) {
      // Requested once there is something to lose. If the browser refuses, everything still works.
      await navigator.storage.persist().catch(() => false);
      const named = files.map((file) => ({
        name: file.webkitRelativePath || file.name,
        content: file,
      }));
      const wanted = named.filter(({ name }) => !/(?:^|\/)\.|_files\//.test(name));
      return enqueueImport(storage, crypto.randomUUID(), wanted, Date.now()).then(
        () => "stored",
        (error: unknown) => {
          if (error instanceof StorageError && error.kind === "full") return "storageFull";
          throw error;
        },
      );
    },
    requestHost: (host) => browser.permissions.request({ origins: originsOf(host) }),
    async saveExport(id, format) {
      const zip = await takeExported(storage, id);
      const day = new Date().toISOString().slice(0, 10);
      if (zip !== null) saveBlob(document, `second-source-${format}-${day}.zip`, zip);
    },
    save: (file) => saveFile(document, file),
    rest: () => rest(progressMs),
  });
  const starters = readStarterOutlets(await readOwnFile(starterFile));
  watchRecords(feedKeyPrefix, () => void feeds.load());
  watchLibrary(() => void kept.follow());
  // Shown only when the choices are known. Otherwise a click might change the default choices
  // instead of the reader's own, and late content would move the rest away from under the pointer.
  await Promise.all(
    [model, kept, memory, feeds, corpora, meaning, archive].map((part) => part.load()),
  );
  const sections = settingsSections({
    ...{ options: model, kept, reading, memory, feeds, corpora, meaning, archive, starters },
    languages: [wording.locale, ...navigator.languages],
  });
  render(
    <WordingContext.Provider value={wording}>
      <Options model={model} sections={sections} fragment={watchFragment(window)} />
    </WordingContext.Provider>,
    document.body,
  );
  effect(() => applyLook(document, model.look.value));
  effect(() => {
    // Imported and added articles are compared by meaning, too.
    const { imports = [] } = corpora.status.value ?? {};
    void kept.follow();
    if (imports.every(({ state }) => state !== "running")) void meaning.load();
  });
}

void main();
