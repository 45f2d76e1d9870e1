import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { browserName } from "./browserUnderTest.ts";
import { type axeRules, findViolations } from "./ownPage.ts";

/**
 * Fails with what axe finds on a page of ours; looks in Chromium only. It judges elements and styles, which
 * are the same in both browsers, and takes longer than most tests: in Firefox it sees what demo/views.ts shows it.
 */
export async function expectNothingForAxe(
  page: Page,
  tone: "light" | "dark" = "light",
  view = "",
  rules?: keyof typeof axeRules,
): Promise<void> {
  if (browserName === "chromium") expect(await findViolations(page, tone, rules), view).toEqual([]);
}
