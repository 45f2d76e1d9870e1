import { createTabClient, type TabClient, type Transport } from "../../messages/client.ts";
import { createFramesClient, topFrame } from "../../messages/framesClient.ts";
import type { Envelope, Reply } from "../../messages/protocol.ts";
import type { Sender } from "../../messages/router.ts";
import { browser, type Runtime } from "./api.ts";
import { readFrames } from "./frames.ts";

/** Sends to the background of the extension. */
export const toBackground: Transport = (envelope) => browser.runtime.sendMessage(envelope);

/**
 * Returns a client for the content scripts of one tab: all its frames that are read, as if they
 * were one.
 */
export function toTab(tabId: number): TabClient {
  const toFrame = (frameId: number) =>
    createTabClient((envelope) => browser.tabs.sendMessage(tabId, envelope, { frameId }));
  return createFramesClient({
    top: toFrame(topFrame),
    async findFrames() {
      const frames = await readFrames(tabId);
      return frames.map((frame) => ({ ...frame, send: toFrame(frame.frameId) }));
    },
  });
}

/** Sends to the content scripts of all tabs, in all frames, without waiting for answers. */
export async function toAllFrames(envelope: Envelope): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => browser.tabs.sendMessage(id ?? -1, envelope)));
}

function describeSender(sender: Runtime.MessageSender): Sender {
  const isOwnPage = sender.url?.startsWith(browser.runtime.getURL("")) ?? false;
  return {
    kind: isOwnPage ? "extensionPage" : "tab",
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? 0,
    url: sender.url ?? null,
    tabUrl: sender.tab?.url ?? null,
    isPrivateWindow: sender.tab?.incognito ?? false,
  };
}

/**
 * Lets a router answer the messages of this extension. Messages of other extensions never arrive
 * here; a sender with another id is ignored all the same.
 */
export function answerMessages(
  route: (message: unknown, sender: Sender) => Promise<Reply<unknown>> | null,
  signal?: AbortSignal,
): void {
  // Answers by the callback: without the polyfill, Chrome takes no promise for an answer.
  const listener: Runtime.OnMessageListenerCallback = (message, sender, respond) => {
    const reply = sender.id === browser.runtime.id ? route(message, describeSender(sender)) : null;
    if (reply === null) return undefined as never;
    void reply.then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener));
}
