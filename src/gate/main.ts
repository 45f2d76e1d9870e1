import { createBackgroundClient } from "../messages/client.ts";
import { toBackground } from "../platform/browser/transport.ts";
import { watchForArticle } from "./watchForArticle.ts";

const ask = createBackgroundClient(toBackground);
const running = new AbortController();

watchForArticle(
  document,
  // A background that is just being replaced does not answer; the next page asks again.
  () => void ask("gate/articleSeen", {}).catch(() => undefined),
  running.signal,
);
