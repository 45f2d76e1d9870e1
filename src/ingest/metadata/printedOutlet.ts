import { fitsDomain } from "./fitsDomain.ts";
import { domainOf } from "./outlet.ts";

/** Sections, as sites put them where their name belongs. */
const sections: ReadonlySet<string> = new Set(
  (
    "security politics world news business sport sports culture opinion technology tech science health " +
    "economy money markets finance entertainment lifestyle travel local national international video videos " +
    "live blog home politik wirtschaft kultur wissen panorama gesundheit technik nachrichten startseite " +
    "ausland inland meinung politique monde économie culture actualités política mundo economía deportes " +
    "noticias opinión politica mondo economia esteri cronaca sport gündem dünya ekonomi spor haberler " +
    "политика мир экономика спорт новости"
  ).split(" "),
);

/** The names of the outlet that a page states. */
export interface OutletStatements {
  /** The value of `og:site_name` or the like. */
  readonly siteName: string | null;
  /** The name of the publisher in structured data. */
  readonly publisher: string | null;
  readonly section: string | null;
  readonly url: string | null;
}

/**
 * Returns the outlet's name as the page prints it, or null: the one that fits its domain, if one
 * does; else the site's name, unless that is a section's; else the publisher's. An address is not a
 * name: its domain is taken instead.
 */
export function printedOutlet({
  siteName,
  publisher,
  section,
  url,
}: OutletStatements): string | null {
  const names = [siteName, publisher].flatMap((name) => (name === null ? [] : asName(name)));
  const domain = domainOf(url);
  const fitting = names.find((name) => fitsDomain(name, domain));
  return fitting ?? names.find((name) => !isSection(name, section)) ?? names[0] ?? null;
}

function isSection(name: string, section: string | null): boolean {
  const lower = name.toLowerCase();
  return sections.has(lower) || lower === section?.toLowerCase();
}

const address = /^(?:https?:\/\/|www\.)\S+$/i;

function asName(name: string): readonly string[] {
  if (!address.test(name)) return [name];
  const domain = domainOf(/^https?:/i.test(name) ? name : `https://${name}`);
  return domain === null ? [] : [domain];
}
