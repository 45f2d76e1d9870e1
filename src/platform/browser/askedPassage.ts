/**
 * The passage that the reader asked to see in the list, from a card. Kept until the browser closes,
 * because the background may end before the list opens. Pages and content scripts cannot read it.
 */
import type { AskedPassage } from "../../messages/protocol.ts";
import { browser } from "./api.ts";

const keyOf = (tabId: number) => `asked ${tabId}`;

/** Stores the passage that the list of a tab should show when it opens. */
export async function storeAsked(tabId: number, asked: AskedPassage): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: asked });
}

/**
 * Removes the passage that was stored for the list of a tab and returns it; null if there is none.
 */
export async function takeAsked(tabId: number): Promise<AskedPassage | null> {
  const key = keyOf(tabId);
  const { [key]: asked } = await browser.storage.session.get(key);
  if (asked === undefined) return null;
  await browser.storage.session.remove(key);
  return asked as AskedPassage;
}

/** Calls back whenever a passage is stored for the list of a tab, until the signal aborts. */
export function watchAsked(tabId: number, callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[keyOf(tabId)]?.newValue !== undefined) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener("abort", () =>
    browser.storage.session.onChanged.removeListener(listener),
  );
}
