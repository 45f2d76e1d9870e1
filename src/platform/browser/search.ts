import { browser } from "./api.ts";

/** Both browsers have it; the polyfill's types know another form. */
interface WithQuery {
  query(what: { text: string; disposition: "NEW_TAB" }): Promise<void>;
}

/** Hands words to the reader's own search engine, in a new tab. */
export async function searchFor(text: string): Promise<void> {
  await (browser.search as unknown as WithQuery).query({ text, disposition: "NEW_TAB" });
}
