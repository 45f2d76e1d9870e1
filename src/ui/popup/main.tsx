import { render } from "preact";
import { readSettings } from "../../platform/browser/settings.ts";
import { openSidePanel } from "../../platform/browser/sidePanel.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { later } from "../components/later.tsx";
import { createWording, WordingContext } from "../components/wording.ts";
import { browserPorts, findTab } from "./browserPorts.ts";
import { createKeepingModel } from "./keeping/keepingModel.ts";
import { PanelButton } from "./PanelButton.tsx";
import { Popup } from "./Popup.tsx";
import { createPopupModel } from "./popupModel.ts";

/** Comes after the list, and asks for nothing at first. */
const KeepSection = later(async () => (await import("./keeping/KeepSection.tsx")).KeepSection);

async function main(): Promise<void> {
  const wording = createWording(message, interfaceLanguage());
  dressDocument(document, wording, "popupTitle", (await readSettings()).look);
  const tab = await findTab();
  const openPanel = () =>
    void openSidePanel(tab.windowId).then(() => window.close(), console.error);
  const ports = browserPorts(tab);
  const model = createPopupModel(ports);
  const keeping = createKeepingModel(ports);
  render(
    <WordingContext.Provider value={wording}>
      <Popup
        model={model}
        tools={<PanelButton onOpen={openPanel} />}
        keeping={<KeepSection model={keeping} />}
      />
    </WordingContext.Provider>,
    document.body,
  );
  await Promise.all([model.load(), keeping.load()]);
}

void main();
