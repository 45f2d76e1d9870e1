import { render } from "preact";
import { browser } from "../../platform/browser/api.ts";
import { readListOrder } from "../../platform/browser/listOrder.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { lazy } from "../components/lazy.tsx";
import { prepareDocument } from "../components/prepareDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { browserPorts, findTab } from "../popup/browserPorts.ts";
import { followPage } from "../popup/followPage.ts";
import { createPopupModel } from "../popup/popupModel.ts";
import { SidePanel } from "./SidePanel.tsx";

/** Loaded after the list. */
const Keeping = lazy(async () => (await import("../popup/keeping/Keeping.tsx")).Keeping);

const wording = createWording(message, interfaceLanguage());

let showing = new AbortController();
let shownTab = -1;

/** Shows the tab again after another one was activated or it navigated. */
async function show(): Promise<void> {
  showing.abort();
  showing = new AbortController();
  const { signal } = showing;
  const [tab, order] = await Promise.all([findTab(), readListOrder("sidePanel")]);
  if (signal.aborted) return;
  shownTab = tab.id;
  const ports = browserPorts(tab, "sidePanel", order);
  const model = createPopupModel(ports);
  render(
    <WordingContext.Provider value={wording}>
      <SidePanel
        key={shownTab}
        model={model}
        keeping={(nothingFound) => <Keeping ports={ports} nothingFound={nothingFound} />}
      />
    </WordingContext.Provider>,
    document.body,
  );
  model.listen(signal);
  const isVisible = () => document.visibilityState === "visible";
  await model.load();
  await followPage(model, { wait: ports.wait, isVisible }, signal);
}

prepareDocument(document, wording, "sidePanelTitle", (await readSettings()).look);
browser.tabs.onActivated.addListener(() => void show());
browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
  if (tabId === shownTab && (status === "complete" || url !== undefined)) void show();
});
void show();
