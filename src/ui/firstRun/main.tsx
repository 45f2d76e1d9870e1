import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import type { WorkMode } from "../../messages/protocol.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { hasEveryPage } from "../../platform/browser/hosts.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { FirstRun } from "./FirstRun.tsx";
import { createFirstRunModel } from "./firstRunModel.ts";

const wording = createWording(message, interfaceLanguage());
dressDocument(document, wording, "firstRunTitle", (await readSettings()).look);

/** What stands already: the choice of an earlier day, or hosts that came with the installation. */
async function standingMode(): Promise<WorkMode | null> {
  const { workMode } = await readSettings();
  return workMode ?? ((await hasEveryPage()) ? "everywhere" : null);
}

async function main(): Promise<void> {
  const model = createFirstRunModel(
    {
      background: createBackgroundClient(toBackground),
      requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    },
    await standingMode(),
  );
  render(
    <WordingContext.Provider value={wording}>
      <FirstRun model={model} />
    </WordingContext.Provider>,
    document.body,
  );
}

void main();
