import { render } from "preact";
import { createBackgroundClient } from "../../messages/client.ts";
import { storyBeginning } from "../../messages/storyBeginning.ts";
import { readSettings } from "../../platform/browser/settings.ts";
import { storyMemory } from "../../platform/browser/storyMemory.ts";
import { toBackground } from "../../platform/browser/transport.ts";
import { interfaceLanguage, message } from "../../platform/browser/words.ts";
import { storedGeneration } from "../../platform/storage/storedGeneration.ts";
import { createStorage } from "../../platform/storage/transaction.ts";
import { prepareDocument } from "../components/prepareDocument.ts";
import { createWording, WordingContext } from "../components/wording.ts";
import { saveFile } from "../report/saveFile.ts";
import { StoryPage } from "./StoryPage.tsx";
import { createStoryModel, storyKeyIn } from "./storyModel.ts";

async function main(): Promise<void> {
  const wording = createWording(message, interfaceLanguage());
  const model = createStoryModel(
    {
      background: createBackgroundClient(toBackground),
      beginning: async () => {
        const [remembered, generation] = await Promise.all([
          storyMemory().read(),
          storedGeneration(createStorage()),
        ]);
        return storyBeginning(remembered, generation);
      },
      rememberSearch(search) {
        const asked = search === "" ? "" : `?${new URLSearchParams({ search })}`;
        history.replaceState(null, "", `${location.pathname}${asked}`);
      },
      copy: (text) => navigator.clipboard.writeText(text),
      save: (file) => saveFile(document, file),
    },
    storyKeyIn(location.search),
    new URLSearchParams(location.search).get("search") ?? "",
  );
  // Requested first, so that the answer arrives meanwhile.
  const loaded = model.load();
  prepareDocument(document, wording, "storiesTitle", (await readSettings()).look);
  render(
    <WordingContext.Provider value={wording}>
      <StoryPage model={model} />
    </WordingContext.Provider>,
    document.body,
  );
  await loaded;
}

void main();
