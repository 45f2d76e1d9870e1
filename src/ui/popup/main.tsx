import { render } from "preact";
import { readListOrder } from "../../platform/browser/listOrder.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { openSidePanel } from "../../platform/browser/sidePanel.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { lazy } from "../components/lazy.tsx";
import { prepareDocument } from "../components/prepareDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { browserPorts, findTab } from "./browserPorts.ts";
import { followPage } from "./followPage.ts";
import { PanelButton } from "./PanelButton.tsx";
import { Popup } from "./Popup.tsx";
import { createPopupModel } from "./popupModel.ts";
import { StoryLink } from "./StoryLink.tsx";

/** Loaded after the list. */
const Keeping = lazy(async () => (await import("./keeping/Keeping.tsx")).Keeping);

/**
 * The time in ms to wait for the state before the first rendering, so that no earlier state flashes
 * up.
 */
const firstRenderMs = 100;

async function main(): Promise<void> {
  const [tab, { look }, order] = await Promise.all([
    findTab(),
    readSettings(),
    readListOrder("popup"),
  ]);
  const ports = browserPorts(tab, "popup", order);
  const model = createPopupModel(ports);
  // Requested first, so that the answer arrives meanwhile.
  const loaded = model.load();
  const wording = createWording(message, interfaceLanguage());
  prepareDocument(document, wording, "popupTitle", look);
  const openPanel = () =>
    void openSidePanel(tab.windowId).then(() => window.close(), console.error);
  await Promise.race([loaded, ports.wait(firstRenderMs)]);
  render(
    <WordingContext.Provider value={wording}>
      <Popup
        model={model}
        tools={
          <>
            <StoryLink tabId={tab.id} host={ports.host} />
            <PanelButton onOpen={openPanel} />
          </>
        }
        keeping={(nothingFound) => <Keeping ports={ports} nothingFound={nothingFound} />}
      />
    </WordingContext.Provider>,
    document.body,
  );
  await loaded;
  const whileOpen = new AbortController().signal;
  await followPage(model, { wait: ports.wait, isVisible: () => true }, whileOpen);
}

void main();
