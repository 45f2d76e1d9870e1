import type { BrowserName } from "../../scripts/browsers.ts";
import { createPryingWorld, inPage, type SentenceName } from "./pryingWorld.ts";

const framesInVisit = 150;
/** Visits to each page, in turn, so that neither sentence has the earlier ones. */
const order = ["sea", "hill", "hill", "sea"] as const satisfies readonly SentenceName[];
/** The first visits take a third longer, in whatever is being loaded. */
const visitsToWarmUp = 2;
const visits = 14;

/** Prints what a scrolled frame costs on pages that repeat a sentence, kept against not kept. */
export async function measureCopies(browser: BrowserName): Promise<void> {
  const times = new Map<string, number[]>();
  for (const kept of ["sea", "hill"] as const) {
    const world = await createPryingWorld(browser, kept);
    try {
      for (const copies of [1, 60, 1_000]) {
        for (let visit = 0; visit < visits; visit++) {
          const sentence = order[visit % order.length]!;
          const page = await world.openCopies(sentence, copies);
          await inPage(page, () => scrollTo({ top: 600, behavior: "instant" }));
          const seen = await inPage(
            page,
            ({ scrolledFrames }, count: number) => scrolledFrames(count),
            framesInVisit,
          );
          await page.close();
          if (visit < visitsToWarmUp) continue;
          const key = `${copies} ${sentence === kept ? "kept" : "not kept"}`;
          times.set(key, [...(times.get(key) ?? []), ...seen]);
        }
      }
    } finally {
      await world.close();
    }
  }
  for (const copies of [1, 60, 1_000]) {
    const [kept, other] = ["kept", "not kept"].map((what) =>
      middleMean(times.get(`${copies} ${what}`)!),
    );
    const ratio = (kept! / other!).toFixed(3);
    console.log(
      `  a scrolled frame, ${copies} copies: kept ${kept!.toFixed(2)} ms, not kept ${other!.toFixed(2)} ms, ratio ${ratio}`,
    );
  }
}

/** The mean of the middle four fifths: Firefox tells a page's scripts whole milliseconds only. */
function middleMean(values: readonly number[]): number {
  const cut = Math.floor(values.length / 10);
  const middle = values.toSorted((a, b) => a - b).slice(cut, values.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
