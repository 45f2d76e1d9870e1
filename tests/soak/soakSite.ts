import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { bodyAbout } from "../corpora/articles.ts";
import { newsPage } from "../support/newsPages.ts";
import { titleOf } from "./ledger.ts";

/** A local site with an article of every name, and pages that quote them. */
export interface SoakSite {
  addressOf(name: string): string;
  /** A page of another outlet that quotes a sentence of each of these articles. */
  quoting(names: readonly string[]): string;
  close(): Promise<void>;
}

/** The sentence of an article that quoting pages have. */
export function quotedFrom(name: string): string {
  return bodyAbout(name).split("\n\n")[1] ?? "";
}

const ownText = Array.from(
  { length: 6 },
  (_, at) =>
    `The council of another town met on day ${at} and spoke at length of its own plans, its budget and its roads.`,
);

export async function serveSoakSite(): Promise<SoakSite> {
  const pages = new Map<string, string>();
  const site: SiteServer = await serveSite("assets/demo", pages);
  let quotingPages = 0;
  return {
    addressOf(name) {
      const path = `/articles/${name}`;
      pages.set(path, newsPage("The Northern Shore", titleOf(name), bodyAbout(name).split("\n\n")));
      return `${site.origin}${path}`;
    },
    quoting(names) {
      const path = `/quoting/${quotingPages++}`;
      const paragraphs = [...ownText, ...names.map(quotedFrom)];
      pages.set(path, newsPage("Other Town Post", "Another town plans", paragraphs));
      return `${site.origin}${path}`;
    },
    close: () => site.close(),
  };
}
