import { render } from "preact";
import { createBackgroundClient, createTabClient } from "../../messages/client.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { hostOf } from "../../platform/browser/settings.ts";
import { toBackground, toTab } from "../../platform/browser/transport.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { createPopupModel } from "../popup/popupModel.ts";
import { saveFile } from "../report/saveFile.ts";
import { followPage } from "./followPage.ts";
import { SidePanel } from "./SidePanel.tsx";

const wording = createWording(
  (key, substitutions = []) => browser.i18n.getMessage(key, [...substitutions]),
  browser.i18n.getUILanguage(),
);
const wait = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

/** The tab named in the address (`sidePanel.html?tab=7`), else the active one of this window. */
const named = new URLSearchParams(location.search).get("tab");

async function findTab() {
  if (named !== null) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

let showing = new AbortController();
let shownTab = -1;

/** Shows the tab anew: another one was chosen, or it went elsewhere. */
async function show(): Promise<void> {
  showing.abort();
  showing = new AbortController();
  const { signal } = showing;
  const tab = await findTab();
  if (signal.aborted) return;
  shownTab = tab?.id ?? -1;
  const model = createPopupModel({
    background: createBackgroundClient(toBackground),
    tab: createTabClient(toTab(shownTab)),
    tabId: shownTab,
    host: hostOf(tab?.url),
    requestHost: (host) => browser.permissions.request({ origins: [`*://${host}/*`] }),
    requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    wait,
    copy: (text) => navigator.clipboard.writeText(text),
    save: (file) => saveFile(document, file),
  });
  render(
    <WordingContext.Provider value={wording}>
      <SidePanel key={shownTab} model={model} />
    </WordingContext.Provider>,
    document.body,
  );
  const isVisible = () => document.visibilityState === "visible";
  await followPage(model, { wait, isVisible }, signal);
}

dressDocument(document, wording, "sidePanelTitle");
browser.tabs.onActivated.addListener(() => void show());
browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
  if (tabId === shownTab && (status === "complete" || url !== undefined)) void show();
});
void show();
