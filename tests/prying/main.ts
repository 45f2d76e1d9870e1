/**
 * Can a page find out what its reader keeps? Its script looks, in every way that we know of, at a
 * sentence that is kept and at one like it, in each browser (`npm run prying`; after
 * `npm run build -- --all`; half an hour). Which of the two is kept changes halfway, so that
 * nothing of the sentences themselves counts. Fails if a probe tells them apart, twice.
 *
 * `npm run prying [-- LOOKS|copies chromium|firefox]`: fewer looks than 200, or one browser; `copies`: only
 * what a scrolled frame costs (five minutes a browser).
 */
import type { BrowserName } from "../../scripts/browsers.ts";
import { measureCopies } from "./copies.ts";
import { type Looks, lookAtBoth, lookAtVisits } from "./looks.ts";
import { compareLooks } from "./statistics.ts";

const given = process.argv.slice(2);
const looks = Number(given.find((word) => /^\d+$/.test(word)) ?? 200);
const browsers = (["chromium", "firefox"] as const).filter((name) => given.includes(name));
/** The chance that any of the probes is taken for a leak, where there is none. */
const falseAlarms = 0.01;

for (const browser of browsers.length > 0 ? browsers : (["chromium", "firefox"] as const)) {
  if (given.includes("copies")) {
    console.log(`\n${browser}`);
    await measureCopies(browser);
  } else await report(browser);
}

async function report(browser: BrowserName): Promise<void> {
  const seen = { ...(await lookAtBoth(browser, looks)), ...(await lookAtVisits(browser, looks)) };
  const least = falseAlarms / Object.keys(seen).length;
  console.log(`\n${browser}: ${looks} looks a probe; apart if p < ${least.toExponential(1)}`);
  const suspects: string[] = [];
  for (const [name, { planted, control }] of Object.entries(seen)) {
    const { share, p } = compareLooks(planted, control);
    if (p < least) suspects.push(name);
    console.log(`  ${name.padEnd(44)} ${share.toFixed(3)}  p ${p.toPrecision(2)}`);
  }
  const found = suspects.length === 0 ? [] : await lookAgain(browser, suspects, least);
  console.log(found.length === 0 ? "  nothing is told apart" : `  TOLD APART: ${found.join(", ")}`);
  await measureCopies(browser);
  if (found.length > 0) process.exitCode = 1;
}

/** Chance seldom finds the same twice, and a leak is found every time. */
async function lookAgain(
  browser: BrowserName,
  suspects: readonly string[],
  least: number,
): Promise<readonly string[]> {
  const again: Looks = {
    ...(await lookAtBoth(browser, looks, suspects)),
    ...(suspects.some((name) => name.startsWith("visit: "))
      ? await lookAtVisits(browser, looks)
      : {}),
  };
  return suspects.filter((name) => {
    const { planted, control } = again[name]!;
    const { share, p } = compareLooks(planted, control);
    console.log(`  again: ${name.padEnd(37)} ${share.toFixed(3)}  p ${p.toPrecision(2)}`);
    return p < least;
  });
}
