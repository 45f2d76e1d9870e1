/**
 * The passage that the reader asked to see in the list, from a card. Kept until the browser closes,
 * because the background may end before the list opens. Pages and content scripts cannot read it.
 */
import type { AskedPassage } from "../../messages/protocol.ts";
import { browser } from "./api.ts";

const keyOf = (tabId: number) => `asked ${tabId}`;

/** Leaves word for the list of a tab. */
export async function leaveAsked(tabId: number, asked: AskedPassage): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: asked });
}

/** The word that was left for the list of a tab, once; null if there is none. */
export async function takeAsked(tabId: number): Promise<AskedPassage | null> {
  const key = keyOf(tabId);
  const { [key]: asked } = await browser.storage.session.get(key);
  if (asked === undefined) return null;
  await browser.storage.session.remove(key);
  return asked as AskedPassage;
}

/** Calls back whenever a passage is left for the list of a tab, until the signal aborts. */
export function watchAsked(tabId: number, callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[keyOf(tabId)]?.newValue !== undefined) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener("abort", () =>
    browser.storage.session.onChanged.removeListener(listener),
  );
}
