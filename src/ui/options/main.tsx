import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { grantedOrigins, workModeOf } from "../../platform/browser/hosts.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { openShortcuts } from "../../platform/browser/shortcuts.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { createFirstRunModel } from "../firstRun/firstRunModel.ts";
import { Options } from "./Options.tsx";
import { createOptionsModel } from "./optionsModel.ts";

/** Hosts that the manifest itself was granted cannot be given back. */
async function giveBackAll(): Promise<void> {
  const origins = await grantedOrigins();
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
}

async function main(): Promise<void> {
  const background = createBackgroundClient(toBackground);
  const wording = createWording(message, interfaceLanguage());
  dressDocument(document, wording, "optionsTitle");

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
      removePermission: (origin) => browser.permissions.remove({ origins: [origin] }),
      openShortcuts,
      async deleteAll() {
        await browser.storage.local.clear();
        await giveBackAll();
      },
    },
    where,
  );
  render(
    <WordingContext.Provider value={wording}>
      <Options model={model} />
    </WordingContext.Provider>,
    document.body,
  );
  await model.load();
}

void main();
