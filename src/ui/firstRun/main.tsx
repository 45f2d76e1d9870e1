import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import type { WorkMode } from "../../messages/protocol.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { hasEveryPage, originsOf } from "../../platform/browser/hosts.ts";
import { readOwnFile } from "../../platform/browser/ownFile.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { feedKeyPrefix, watchRecords } from "../../platform/browser/storedRecords.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { prepareDocument } from "../components/prepareDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { createFeedsModel } from "../options/feeds/feedsModel.ts";
import { saveFile } from "../report/saveFile.ts";
import { readStarterOutlets, starterFile } from "../starterFeeds/starterOutlets.ts";
import { FirstRun } from "./FirstRun.tsx";
import { createFirstRunModel } from "./firstRunModel.ts";
import { createTryModel } from "./tryModel.ts";

const wording = createWording(message, interfaceLanguage());
prepareDocument(document, wording, "firstRunTitle", (await readSettings()).look);

/**
 * Returns the present work mode: an earlier choice, or hosts granted at the installation; null if
 * there is none.
 */
async function standingMode(): Promise<WorkMode | null> {
  const { workMode } = await readSettings();
  return workMode ?? ((await hasEveryPage()) ? "everywhere" : null);
}

async function main(): Promise<void> {
  const background = createBackgroundClient(toBackground);
  const model = createFirstRunModel(
    {
      background,
      requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    },
    await standingMode(),
  );
  const feeds = createFeedsModel({
    background,
    requestHosts: (hosts) => browser.permissions.request({ origins: hosts.flatMap(originsOf) }),
    save: (file) => saveFile(document, file),
  });
  const [starters] = await Promise.all([
    readOwnFile(starterFile).then(readStarterOutlets),
    feeds.load(),
  ]);
  watchRecords(feedKeyPrefix, () => void feeds.load());
  render(
    <WordingContext.Provider value={wording}>
      <FirstRun
        model={model}
        trying={createTryModel(background)}
        feeds={feeds}
        starters={starters}
        languages={[wording.locale, ...navigator.languages]}
      />
    </WordingContext.Provider>,
    document.body,
  );
}

void main();
