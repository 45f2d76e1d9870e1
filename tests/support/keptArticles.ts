/** What browser tests ask the extension about the reader's own articles, as its own pages do. */
import type { Page } from "puppeteer-core";
import type { KeptArticle, KeptPart } from "../../src/messages/keptProtocol.ts";

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

/** The newest of the reader's own articles. */
export async function keptArticles(own: Page): Promise<readonly KeptArticle[]> {
  const query = { sort: "added", search: "", origin: null, outlet: null, language: null };
  const beginning = { from: null, at: 0, through: null };
  return (await ask<KeptPart>(own, "kept/list", { query, ...beginning })).articles;
}

/** The newest of the reader's own articles, by title. */
export async function keptTitles(own: Page): Promise<string[]> {
  return (await keptArticles(own)).map(({ title }) => title);
}
