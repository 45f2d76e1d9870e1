import { instantOf, type PublicationDate } from "../../engine/model/index.ts";
import type { Wording } from "./wording.ts";

/** Returns a publication date in words, as precisely as it is known, and whether it is inferred. */
export function publishedWords(published: PublicationDate | null, { t, formats }: Wording): string {
  if (published === null) return t("dateUnknown");
  const date = formats.moment(published);
  return published.basis === "inferred" ? `${date} (${t("dateInferred")})` : date;
}

/** Returns a date, with the time before or after the page's if both are known to the minute. */
export function besidePage(
  date: string,
  published: PublicationDate | null,
  page: PublicationDate | null,
  { t, formats }: Wording,
): string {
  const [its, pages] = [published, page].map((one) => (one === null ? null : instantOf(one)));
  if (its == null || pages == null || its === pages) return date;
  const span = formats.span(Math.abs(its - pages));
  return its < pages ? t("beforeThisPage", [date, span]) : t("afterThisPage", [date, span]);
}

/**
 * Returns when something was printed, beside the page: "07:37, 1 hr 55 min before this page". The
 * day is left out only if it is the page's.
 */
export function momentBesidePage(
  published: PublicationDate,
  page: PublicationDate | null,
  wording: Wording,
): string {
  const { formats } = wording;
  const moment = formats.moment(published);
  const clock = formats.clockBeside(published, page) ?? moment;
  const beside = besidePage(clock, published, page, wording);
  return beside === clock ? moment : beside;
}
