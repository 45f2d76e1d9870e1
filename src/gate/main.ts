import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import { createBackgroundClient } from "../messages/client.ts";
import { toBackground } from "../platform/browser/transport.ts";
import { watchForArticle } from "./watchForArticle.ts";

const ask = createBackgroundClient(toBackground);
const running = new AbortController();
const rest = (delayMs: number) => new Promise<void>((done) => setTimeout(done, delayMs));

/** Asks for the content script. What is refused, or never answered, is left: the next page asks again. */
function askToRead(): void {
  askUntilAnswered(
    () => ask("gate/articleSeen", {}),
    rest,
    () => running.signal.aborted,
  ).catch(() => undefined);
}

watchForArticle(document, askToRead, running.signal);
