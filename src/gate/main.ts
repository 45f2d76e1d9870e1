import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import { createBackgroundClient } from "../messages/client.ts";
import { runningIn } from "../messages/runningScript.ts";
import { rest } from "../platform/browser/rest.ts";
import { toBackground } from "../platform/browser/transport.ts";
import { watchForArticle } from "./watchForArticle.ts";

const ask = createBackgroundClient(toBackground);
const running = new AbortController();

/** True if the page is being read already, because the reader asked for it. */
const isRead = () => runningIn(globalThis)?.isAlive() ?? false;

/** Asks for the content script. If that is refused, or never answered, the next page asks again. */
function askToRead(): void {
  if (isRead()) return;
  askUntilAnswered(
    () => ask("gate/articleSeen", {}),
    rest,
    () => running.signal.aborted,
  ).catch(() => undefined);
}

watchForArticle(document, askToRead, running.signal);
