/** What browser tests ask the extension about the reader's own articles, as its own pages do. */
import type { Page } from "puppeteer-core";
import type { KeptArticle } from "../../src/messages/keptProtocol.ts";

/** Sends a message from one of the extension's own pages; gives what it was answered. */
export async function ask<Value>(own: Page, name: string, request: object = {}): Promise<Value> {
  const reply = await own.evaluate(
    (secondSource, its) => chrome.runtime.sendMessage({ secondSource, request: its }),
    name,
    request,
  );
  const { ok, value, error } = reply as { ok: boolean; value: Value; error?: string };
  if (!ok) throw new Error(`${name}: ${error}`);
  return value;
}

/** The newest of the reader's own articles, by title. */
export async function keptTitles(own: Page): Promise<string[]> {
  const { articles } = await ask<{ articles: KeptArticle[] }>(own, "kept/list", { after: null });
  return articles.map(({ title }) => title);
}
