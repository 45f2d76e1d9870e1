import type { Transport } from "../../messages/client.ts";
import type { Reply } from "../../messages/protocol.ts";
import type { Sender } from "../../messages/router.ts";
import { browser } from "./api.ts";
import { answerMessages } from "./transport.ts";

/*
 *   Chrome                                     Firefox
 *   worker ──message──▶ offscreen document     event page ──call──▶ the same script, in the event page
 *                       offscreen.html                              itself, which has a document
 */

type Answer = (message: unknown, sender: Sender) => Promise<Reply<unknown>> | null;

const documentPath = "offscreen.html";
const scriptPath = "offscreen.js";
const key = Symbol.for("second-source offscreen");

/** Registers the handler of the transport's requests; called by offscreen/main.ts. */
export function serveOffscreen(answer: Answer): void {
  if (isOffscreenDocument()) answerMessages(answer);
  else Reflect.set(globalThis, key, answer);
}

/** True in Chrome's offscreen document, false in Firefox's event page. */
export function isOffscreenDocument(): boolean {
  return location.pathname.endsWith(documentPath);
}

/** Returns a transport to the offscreen document, which it opens if it is not open. */
export function createOffscreenTransport(): Transport {
  const open = createOpener();
  return async (envelope) => {
    const documents = globalThis.chrome?.offscreen;
    if (documents !== undefined) {
      await open(documents);
      return browser.runtime.sendMessage(envelope);
    }
    const answer = await loadIntoThisPage();
    const nowhere = { tabId: null, frameId: 0, tabUrl: null, isPrivateWindow: false };
    return answer(envelope, { kind: "extensionPage", url: location.href, ...nowhere });
  };
}

/**
 * Returns an opener. Requests wait while the document opens: it exists before its script listens.
 */
function createOpener(): (documents: typeof chrome.offscreen) => Promise<void> {
  let opening: Promise<void> | null = null;
  return (documents) => {
    opening ??= openDocument(documents).finally(() => {
      opening = null;
    });
    return opening;
  };
}

async function openDocument(documents: typeof chrome.offscreen): Promise<void> {
  if (await documents.hasDocument()) return;
  await documents.createDocument({
    url: documentPath,
    reasons: ["DOM_PARSER", "WORKERS"] as chrome.offscreen.Reason[],
    justification:
      "Reads feeds, web pages and imported files into articles, and compares meanings.",
  });
}

async function loadIntoThisPage(): Promise<Answer> {
  const loaded = Reflect.get(globalThis, key) as Answer | undefined;
  if (loaded !== undefined) return loaded;
  const script = document.createElement("script");
  script.src = browser.runtime.getURL(scriptPath);
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${scriptPath} cannot be loaded`));
    document.head.append(script);
  });
  return Reflect.get(globalThis, key) as Answer;
}
