import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { corporaStatus } from "../support/importing.ts";
import { titleOf } from "./ledger.ts";
import { quotedFrom, type SoakSite } from "./soakSite.ts";
import type { SoakWorld } from "./soakWorld.ts";
import { readStoredLibrary } from "./storedLibrary.ts";

/** What is wrong with the library: what is stored, and what a page that quotes these articles shows. */
export async function faultsOf(
  session: BrowserSession,
  settings: Page,
  { site, ledger }: Pick<SoakWorld, "site" | "ledger">,
  quoted: readonly string[],
): Promise<readonly string[]> {
  const { imports } = await corporaStatus(settings);
  return [
    ...imports.filter(({ state }) => state === "failed").map(({ name }) => `${name}: failed`),
    ...ledger.faultsIn(await readStoredLibrary(settings)),
    ...(await unmatchedOf(session, site, quoted)),
  ];
}

/** The articles that a page quotes and that are not found on it. */
async function unmatchedOf(
  session: BrowserSession,
  site: SoakSite,
  quoted: readonly string[],
): Promise<readonly string[]> {
  const page = await session.open(site.quoting(quoted));
  const own = await openOwnPage(session);
  const found = await matchesOn(page, own);
  await Promise.all([own.close(), page.close()]);
  return quoted
    .filter((name) => !found.some((match) => match === `${quotedFrom(name)} ${titleOf(name)}`))
    .map((name) => `${name}: its sentence is not matched`);
}

/** Each matched sentence with the title of each article that it stands in. */
async function matchesOn(
  page: Page,
  own: Awaited<ReturnType<typeof openOwnPage>>,
): Promise<readonly string[]> {
  for (;;) {
    const state = await own.describe(page).catch(() => null);
    if (state?.kind === "matched") {
      return state.report.matches.flatMap(({ exact, references }) =>
        references.map(({ article }) => `${exact} ${article.title}`),
      );
    }
    if (state?.kind === "failed") return [];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
