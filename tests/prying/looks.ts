import type { BrowserName } from "../../scripts/browsers.ts";
import { createPryingWorld, inPage, type PryingWorld, type SentenceName } from "./pryingWorld.ts";

type Seen = string | number;

/** For each probe what it saw of the sentence that is kept, and of the other. */
export type Looks = Readonly<
  Record<string, { readonly planted: Seen[]; readonly control: Seen[] }>
>;

const kept: readonly SentenceName[] = ["sea", "hill"];

/**
 * Looks at both sentences on one page. A quarter of the looks each: which of them is kept, and
 * which stands above the other.
 */
export async function lookAtBoth(
  browser: BrowserName,
  looks: number,
  only: readonly string[] | null = null,
): Promise<Looks> {
  const seen: Record<string, { planted: Seen[]; control: Seen[] }> = {};
  for (const name of kept) {
    const world = await createPryingWorld(browser, name);
    try {
      for (const order of ["above", "below"] as const) {
        const page = await world.openBoth(order);
        const names = await inPage(page, ({ probeNames }) => [
          ...probeNames.reading,
          ...probeNames.timing,
        ]);
        for (const probe of names.filter((one) => only?.includes(one) ?? true)) {
          const [planted, control] = await inPage(
            page,
            ({ pry }, which: string, count: number) => pry(which, count),
            probe,
            Math.ceil(looks / 4),
          );
          seen[probe] ??= { planted: [], control: [] };
          seen[probe].planted.push(...planted);
          seen[probe].control.push(...control);
        }
        await page.close();
      }
    } finally {
      await world.close();
    }
  }
  return seen;
}

/** Visits a page with the one sentence and a page with the other, in turn. */
export async function lookAtVisits(browser: BrowserName, looks: number): Promise<Looks> {
  const seen: Record<string, { planted: Seen[]; control: Seen[] }> = {};
  for (const name of kept) {
    const world = await createPryingWorld(browser, name);
    try {
      for (let i = 0; i < looks; i++) {
        const sentence = kept[(i + (i >> 1)) % 2]!;
        for (const [what, value] of Object.entries(await visit(world, sentence))) {
          const probe = `visit: ${what}`;
          seen[probe] ??= { planted: [], control: [] };
          seen[probe][sentence === name ? "planted" : "control"].push(value);
        }
      }
    } finally {
      await world.close();
    }
  }
  return seen;
}

/** What a page with one sentence records of a visit. */
export async function visit(
  world: PryingWorld,
  sentence: SentenceName,
): Promise<Readonly<Record<string, Seen>>> {
  const page = await world.openCopies(sentence, 1);
  await page.waitForFunction("whatWasRecorded() !== null", { polling: 50, timeout: 20_000 });
  const recorded = await inPage(page, ({ whatWasRecorded }) => whatWasRecorded());
  await page.close();
  return recorded ?? {};
}
