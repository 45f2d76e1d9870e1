import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { dressDocument } from "../components/dressDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { FirstRun } from "./FirstRun.tsx";
import { createFirstRunModel } from "./firstRunModel.ts";

const wording = createWording(
  (key, substitutions = []) => browser.i18n.getMessage(key, [...substitutions]),
  browser.i18n.getUILanguage(),
);
dressDocument(document, wording, "firstRunTitle");

const model = createFirstRunModel({
  background: createBackgroundClient(toBackground),
  requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
});

render(
  <WordingContext.Provider value={wording}>
    <FirstRun model={model} />
  </WordingContext.Provider>,
  document.body,
);
