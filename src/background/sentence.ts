import type { MatchReport } from "../engine/model/index.ts";
import { defaultChoices } from "../messages/defaultChoices.ts";
import type { PageText } from "../messages/protocol.ts";
import type { LibraryService } from "./libraryService.ts";
import type { PageMeaning } from "./meaning/pageMeaning.ts";
import { applyChoices } from "./reportChoices.ts";

/** What is needed to look up a sentence. */
interface SentencePorts {
  readonly library: LibraryService;
  readonly meaning: PageMeaning;
}

/** The document name under which a sentence's vectors are cached, separate from those of pages. */
const asker = "sentence";

/**
 * Looks up a sentence that somebody has typed, by its words or also by its meaning, for which the
 * encoder first takes some seconds. Null if nothing is compared by meaning.
 */
export async function matchSentence(
  { text, byMeaning }: { readonly text: string; readonly byMeaning: boolean },
  { library, meaning }: SentencePorts,
): Promise<MatchReport | null> {
  const page: PageText = {
    ...{ url: null, title: "", body: text, outlet: null, published: null, language: null },
    scope: "selection",
  };
  const found = byMeaning ? await foundByMeaning(page, meaning) : await library.match(page);
  return found === null ? null : applyChoices(found.all, defaultChoices);
}

async function foundByMeaning(page: PageText, meaning: PageMeaning) {
  for (let answered = 0; ; ) {
    const step = await meaning.step({ page, from: 0, answered }, asker);
    if (step === null || (step.done >= step.of && step.found !== null)) return step?.found ?? null;
    if (step.done <= answered) return step.found;
    answered = step.done;
  }
}
