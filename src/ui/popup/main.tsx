import { render } from "preact";
import { createBackgroundClient, createTabClient } from "../../messages/client.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { hostOf } from "../../platform/browser/settings.ts";
import { openSidePanel } from "../../platform/browser/sidePanel.ts";
import { toBackground, toTab } from "../../platform/browser/transport.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { saveFile } from "../report/saveFile.ts";
import { PanelButton } from "./PanelButton.tsx";
import { Popup } from "./Popup.tsx";
import { createPopupModel } from "./popupModel.ts";

interface ShownTab {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: string | undefined;
}

/** The tab named in the address (`popup.html?tab=7`, the popup in a tab of its own), else the active one. */
async function findTab(): Promise<ShownTab> {
  const named = new URLSearchParams(location.search).get("tab");
  if (named === null) {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return { tabId: active?.id ?? -1, windowId: active?.windowId ?? -1, url: active?.url };
  }
  const tab = await browser.tabs.get(Number(named)).catch(() => null);
  return { tabId: tab?.id ?? -1, windowId: tab?.windowId ?? -1, url: tab?.url };
}

async function main(): Promise<void> {
  const wording = createWording(
    (key, substitutions = []) => browser.i18n.getMessage(key, [...substitutions]),
    browser.i18n.getUILanguage(),
  );
  dressDocument(document, wording, "popupTitle");
  const { tabId, windowId, url } = await findTab();
  const model = createPopupModel({
    background: createBackgroundClient(toBackground),
    tab: createTabClient(toTab(tabId)),
    tabId,
    host: hostOf(url),
    requestHost: (host) => browser.permissions.request({ origins: [`*://${host}/*`] }),
    requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    copy: (text) => navigator.clipboard.writeText(text),
    save: (file) => saveFile(document, file),
  });
  render(
    <WordingContext.Provider value={wording}>
      <Popup
        model={model}
        tools={
          <PanelButton
            onOpen={() => void openSidePanel(windowId).then(() => window.close(), console.error)}
          />
        }
      />
    </WordingContext.Provider>,
    document.body,
  );
  await model.load();
}

void main();
