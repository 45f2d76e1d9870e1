import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ArchiveError } from "../../../src/archive/archiveError.ts";
import type { ArchiveMatch } from "../../../src/archive/search/matchInArchive.ts";
import type { ArchiveQuestion } from "../../../src/messages/archiveProtocol.ts";
import { createArchiveAsking } from "../../../src/offscreen/archive/askArchive.ts";
import { report } from "../../ui/support/reportBuilder.ts";

/** One match that is under way. */
interface UnderWay {
  readonly title: string;
  readonly signal: AbortSignal;
  answer(found: ArchiveMatch | Error): void;
}

const found: ArchiveMatch = {
  report: report([]),
  outlines: 0,
  articles: 0,
  unfinished: 0,
  answered: null,
};
let matches: UnderWay[];
let forgotten: number;
let asking: ReturnType<typeof createArchiveAsking>;

const question = (more: Partial<ArchiveQuestion> & { title?: string } = {}): ArchiveQuestion => ({
  place: { nodes: ["https://one.example"], name: "politics", user: null },
  document: "7 0",
  page: {
    ...{ url: null, title: more.title ?? "A title", body: "Some words of a page stand here." },
    ...{ outlet: null, published: null, language: "en", scope: "article" },
  },
  waits: false,
  ...more,
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  matches = [];
  forgotten = 0;
  asking = createArchiveAsking(
    {
      open: async () => ({
        match: (page, { signal } = {}) =>
          new Promise((resolve, reject) => {
            const answer = (its: ArchiveMatch | Error) =>
              its instanceof Error ? reject(its) : resolve(its);
            matches.push({ title: page.article.title, signal: signal!, answer });
          }),
      }),
      forget: () => void forgotten++,
    },
    () => Date.now(),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function begun(): Promise<UnderWay> {
  expect(await asking.ask(question())).toEqual({ kind: "asking" });
  await vi.advanceTimersByTimeAsync(0);
  return matches[0]!;
}

it("asks once about a page, however often that asks, and keeps the answer for a minute", async () => {
  const match = await begun();
  expect(await asking.ask(question())).toEqual({ kind: "asking" });
  match.answer(found);
  await vi.advanceTimersByTimeAsync(0);
  expect(await asking.ask(question())).toEqual({
    kind: "answered",
    report: found.report,
    parts: null,
  });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(await asking.ask(question())).toMatchObject({ kind: "answered" });
  expect(matches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asking.ask(question())).toEqual({ kind: "asking" });
});

it("an answer that may wait comes with the archive's, or after a second", async () => {
  const match = await begun();
  const first = asking.ask(question({ waits: true }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await first).toEqual({ kind: "asking" });
  const second = asking.ask(question({ waits: true }));
  match.answer(found);
  expect(await second).toMatchObject({ kind: "answered" });
});

it("gives up what nobody asks for any more, and begins anew when somebody does", async () => {
  const { signal } = await begun();
  await vi.advanceTimersByTimeAsync(1_000);
  await asking.ask(question());
  await vi.advanceTimersByTimeAsync(4_900);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(signal.aborted).toBe(true);
  expect(await asking.ask(question())).toEqual({ kind: "asking" });
  await vi.advanceTimersByTimeAsync(0);
  expect(matches).toHaveLength(2);
});

it("gives up a text when its document has another, and no other document's", async () => {
  const { signal } = await begun();
  await asking.ask(question({ document: "8 0", title: "Elsewhere" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(signal.aborted).toBe(false);
  await asking.ask(question({ title: "Another" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(signal.aborted).toBe(true);
  expect(matches.map(({ title }) => title)).toEqual(["A title", "Elsewhere", "Another"]);
});

it("says after eight seconds that the archive is too slow, and stops asking", async () => {
  const { signal } = await begun();
  for (let second = 0; second < 7; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asking.ask(question())).toEqual({ kind: "asking" });
  }
  const last = asking.ask(question({ waits: true }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await last).toEqual({ kind: "failed", problem: "tooSlow" });
  expect(signal.aborted).toBe(true);
});

it("leaves an archive alone for ten seconds that failed, whatever page asks, and opens it anew then", async () => {
  (await begun()).answer(new ArchiveError("unavailable", "searching: 1 of 40 failed"));
  await vi.advanceTimersByTimeAsync(0);
  const failed = { kind: "failed", problem: "unavailable" };
  expect(await asking.ask(question())).toEqual(failed);
  expect(await asking.ask(question({ title: "Another" }))).toEqual(failed);
  expect(forgotten).toBe(1);
  const other = { nodes: ["https://two.example"], name: "politics", user: null };
  expect(await asking.ask(question({ place: other }))).toEqual({ kind: "asking" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asking.ask(question())).toEqual({ kind: "asking" });
});

it("gives what some parts of an archive have, and opens it anew for the next page", async () => {
  const parts = { answered: 2, of: 3 };
  (await begun()).answer({ ...found, answered: parts });
  await vi.advanceTimersByTimeAsync(0);
  expect(await asking.ask(question())).toEqual({ kind: "answered", report: found.report, parts });
  expect(forgotten).toBe(1);
});

it("stops everything at once when it is told to", async () => {
  const { signal } = await begun();
  asking.stop();
  expect(signal.aborted).toBe(true);
  await asking.ask(question());
  await vi.advanceTimersByTimeAsync(0);
  expect(matches).toHaveLength(2);
});
