/** One session of reading a page. Long, because all its cases share one fake background and clock. */

import { beforeEach, describe, expect, it } from "vitest";
import { ReadingSession } from "../../src/content/readingSession.ts";
import { collectStatements } from "../../src/ingest/metadata/collectStatements.ts";
import { HeadMemory } from "../../src/ingest/metadata/headMemory.ts";
import { problemOf, RefusedError, UnansweredError } from "../../src/messages/client.ts";
import type { Mark, PlacedPassage, PublicMark } from "../../src/page/marks/mark.ts";
import { watchForChange } from "../../src/page/watch/watchForChange.ts";
import { articleHtml, pageWith, prose, wordsOf } from "../page/support/livePage.ts";
import { ManualScheduler, settle } from "../page/support/scheduler.ts";
import { FakeBackground, known } from "./fakeBackground.ts";

let document: Document;
let address: string;
let background: FakeBackground;
let scheduler: ManualScheduler;
let stopping: AbortController;
let marks: readonly Mark[];
let passages: readonly PlacedPassage[] | null;
/** Every painting of public marks. */
let publicPaintings: (readonly PublicMark[])[];
let session: ReadingSession;
/** Pending while nobody looks at the page. */
let watching: Promise<void>;
let visibleFrom: number;

function open(...paragraphs: readonly string[]): void {
  document = pageWith(
    articleHtml(...paragraphs),
    '<meta property="og:site_name" content="The Paper">',
  );
  address = "https://paper.example/news/story";
  const memory = new HeadMemory();
  background = new FakeBackground();
  publicPaintings = [];
  watching = Promise.resolve();
  visibleFrom = 0;
  scheduler = new ManualScheduler();
  stopping = new AbortController();
  session = new ReadingSession(
    {
      document,
      scheduler,
      collectStatements: () => memory.upToDate(collectStatements(document, address)),
      understand: background.understand,
      matchPublic: background.matchPublic,
      match: background.match,
      compareMore: (...asked) => background.compareMore(...asked),
      whenWatched: () => watching,
      visibleFrom: () => visibleFrom,
      problemOf,
      watch: (root) => watch.include(root),
      showPublic: (next) => publicPaintings.push(next),
      show: (next) => {
        ({ marks, passages } = next);
      },
    },
    stopping.signal,
  );
  const watch = watchForChange(
    document,
    (changes) => session.follow(changes),
    scheduler,
    stopping.signal,
  );
}

const marked = () => marks.map(({ ranges }) => ranges.map(wordsOf).join("|"));
const paragraph = (index: number) => document.querySelectorAll("p")[index]!;

/** As long as it takes for waiting work to be done. */
async function idle(): Promise<void> {
  scheduler.nowMs += 5_000;
  for (let i = 0; i < 4; i++) await scheduler.idle();
}

beforeEach(() => open(prose("the border"), known, prose("the road")));

describe("a page that is read", () => {
  it("is sent as text, and its matches are marked", async () => {
    await session.restart();
    const [page] = background.asked;
    expect(page).toMatchObject({
      title: "Delegations meet in the capital",
      body: [prose("the border"), known, prose("the road")].join("\n\n"),
      outlet: { name: "The Paper", domain: "paper.example" },
      url: "https://paper.example/news/story",
    });
    expect(marked()).toEqual([known]);
    expect(session.state).toMatchObject({ kind: "matched", placed: [true] });
  });

  it("has marks that say which of them are public", async () => {
    await session.restart();
    expect(marks[0]).toMatchObject({ relation: "verbatim", isPublic: true });
    expect(passages).toBeNull();
    expect(publicPaintings.at(-1)).toHaveLength(1);
    background.isPrivate = true;
    const matching = session.matchAgain();
    await idle();
    await matching;
    expect(marks[0]).toMatchObject({ relation: "verbatim", isPublic: false });
    expect(publicPaintings.at(-1)).toEqual([]);
  });

  it("has its public marks before the private library is asked, and keeps them unchanged", async () => {
    background.isPrivate = true;
    background.isSlow = true;
    const reading = session.restart();
    await settle();
    const before = publicPaintings.length;
    expect([background.publicAsked.length, background.asked.length, before]).toEqual([1, 1, 2]);
    expect(session.state.kind).toBe("reading");
    await background.answer();
    await reading;
    expect(marked()).toEqual([known]);
    expect(publicPaintings).toHaveLength(before);
  });

  it("has every passage placed, matched or not, if anything is private", async () => {
    background.isPrivate = true;
    await session.restart();
    expect(passages?.map(({ mark }) => mark?.index ?? null)).toEqual([null, 0, null]);
  });

  it("is being read until the background has answered", async () => {
    background.isSlow = true;
    const reading = session.restart();
    await settle();
    expect(session.state).toMatchObject({ kind: "reading" });
    await background.answer();
    await reading;
    expect(session.state.kind).toBe("matched");
  });

  it("gets its marks although the background dies twice in between", async () => {
    background.failures.push(new UnansweredError("gone"), new UnansweredError("gone"));
    const reading = session.restart();
    await idle();
    await reading;
    expect(background.asked).toHaveLength(3);
    expect(marked()).toEqual([known]);
  });

  it("gives up when nobody ever answers, and says so", async () => {
    background.failures.push(...Array.from({ length: 9 }, () => new UnansweredError("gone")));
    const reading = session.restart();
    for (let i = 0; i < 8; i++) await idle();
    await reading;
    expect(session.state).toEqual({ kind: "failed", problem: "silent" });
  });

  it("is understood once the background is there again", async () => {
    background.isDeaf = true;
    const reading = session.restart();
    await idle();
    expect(session.state.kind).toBe("reading");
    background.isDeaf = false;
    await idle();
    await reading;
    expect(marked()).toEqual([known]);
  });

  it("says so when nobody answers what it is", async () => {
    background.isDeaf = true;
    const reading = session.restart();
    for (let i = 0; i < 8; i++) await idle();
    await reading;
    expect(session.state).toEqual({ kind: "failed", problem: "silent" });
  });

  it("does not ask again when the background answered that it cannot", async () => {
    background.failures.push(new RefusedError("bundledUnreadable"));
    await session.restart();
    expect(background.asked).toHaveLength(1);
    expect(session.state).toEqual({ kind: "failed", problem: "bundledUnreadable" });
  });

  it("is matched again on request, and keeps its marks until the answer is there", async () => {
    await session.restart();
    background.isSlow = true;
    const matching = session.matchAgain();
    await idle();
    expect(marked()).toEqual([known]);
    expect(background.asked).toHaveLength(2);
    expect(background.asked[1]).toEqual(background.asked[0]);
    await background.answer();
    await matching;
    expect(marked()).toEqual([known]);
  });

  it("is no other visit if its text is matched again, unless the reader begins anew", async () => {
    await session.restart();
    const matching = session.matchAgain();
    await idle();
    await matching;
    const again = session.restart();
    await idle();
    await again;
    expect(background.askedAgain).toEqual([false, true, false]);
  });

  it("lists a match that could not be placed", async () => {
    background.isSlow = true;
    const reading = session.restart();
    await settle();
    paragraph(1).textContent = "Something else entirely was said.";
    await background.answer();
    await reading;
    expect(marked()).toEqual([]);
    expect(session.state).toMatchObject({ kind: "matched", placed: [false] });
  });
});

describe("what the reader has selected", () => {
  function select(element: Element): readonly Range[] {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [range];
  }

  async function readSelected(element: Element): Promise<void> {
    const reading = session.readSelection(select(element));
    await idle();
    await reading;
  }

  it("is read alone if the page was not read", async () => {
    await readSelected(paragraph(1));
    expect(background.asked).toMatchObject([{ title: "", body: known, scope: "selection" }]);
    expect(marked()).toEqual([known]);
    await readSelected(paragraph(2));
    expect(background.asked.at(-1)?.body).toBe(prose("the road"));
    expect(marked()).toEqual([]);
  });

  it("is read in addition to an article that leaves it out", async () => {
    const aside = document.createElement("aside");
    aside.innerHTML = `<p>${known}</p>`;
    document.body.append(aside);
    await session.restart();
    expect(marked()).toEqual([known]);
    await readSelected(aside);
    expect(marked()).toEqual([known, known]);
    expect(background.asked.at(-1)?.title).toBe("Delegations meet in the capital");
  });

  it("is not sent again if it is part of the article", async () => {
    await session.restart();
    await readSelected(paragraph(1));
    expect(background.asked).toHaveLength(1);
    expect(marked()).toEqual([known]);
  });

  it("is dropped when the page is read from the beginning", async () => {
    await readSelected(paragraph(2));
    await session.restart();
    expect(background.asked.at(-1)?.body).toContain(known);
  });
});

describe("a page that is read twice at once", () => {
  it("ends with one set of marks, for the present text", async () => {
    const first = session.restart();
    paragraph(0).remove();
    const second = session.restart();
    await idle();
    await Promise.all([first, second]);
    expect(marked()).toEqual([known]);
    expect(background.asked.at(-1)?.body).toBe([known, prose("the road")].join("\n\n"));
  });
});

describe("a page that changes", () => {
  beforeEach(async () => {
    await session.restart();
  });

  it("keeps its marks, without being sent again, when only its markup changes", async () => {
    paragraph(1).innerHTML = known.replace("return", "<b>return</b>");
    await idle();
    expect(background.asked).toHaveLength(1);
    expect(marked()).toEqual([known]);
    expect(marks[0]!.ranges[0]!.startContainer.isConnected).toBe(true);
  });

  it("is sent again when its text grows, and the new words are marked too", async () => {
    const more = document.createElement("p");
    more.textContent = `${known} Nobody answered.`;
    paragraph(2).after(more);
    await idle();
    expect(background.asked).toHaveLength(2);
    expect(marked()).toEqual([known, known]);
  });

  it("loses a mark at once when the words under it change, before any answer", async () => {
    background.isSlow = true;
    paragraph(1).textContent = "“They will never return,” he said.";
    await idle();
    expect(background.asked).toHaveLength(2);
    expect(marked()).toEqual([]);
  });

  it("keeps the other marks while it waits for the answer", async () => {
    background.isSlow = true;
    paragraph(0).append(" One more sentence was added to it.");
    await idle();
    expect(background.asked).toHaveLength(2);
    expect(marked()).toEqual([known]);
  });

  it("is not sent twice for one text, however often it changes meanwhile", async () => {
    background.isSlow = true;
    paragraph(0).append(" One more sentence was added to it.");
    await idle();
    paragraph(0).innerHTML = `<i>${paragraph(0).textContent}</i>`;
    await idle();
    expect(background.asked).toHaveLength(2);
    await background.answer();
    expect(marked()).toEqual([known]);
  });

  it("ignores an answer that belongs to an earlier text", async () => {
    background.isSlow = true;
    paragraph(0).append(" One more sentence was added to it.");
    await idle();
    background.isSlow = false;
    paragraph(1).textContent = "“They will never return,” he said.";
    await idle();
    expect(marked()).toEqual([]);
    await background.answer();
    expect(marked()).toEqual([]);
    expect(session.state).toMatchObject({ kind: "matched", placed: [] });
  });

  it("is read from the beginning when it shows another article", async () => {
    document.body.innerHTML = articleHtml(prose("a bridge"), prose("a port"), known);
    await session.restart();
    expect(background.asked.at(-1)?.body).toContain("a bridge");
    expect(marked()).toEqual([known]);
  });

  it("keeps its marks when only its address changes, and is matched as the text it has", async () => {
    background.isSlow = true;
    address = "https://paper.example/news/next";
    await session.navigate();
    expect(marked()).toEqual([known]);
    await idle();
    expect(background.asked.at(-1)).toMatchObject({
      url: address,
      title: background.asked[0]!.title,
    });
  });

  it("is no longer described as the last article once nothing of that is left", async () => {
    background.isSlow = true;
    address = "https://paper.example/news/next";
    document.body.innerHTML = articleHtml(prose("a bridge"), prose("a port"), known);
    await session.navigate();
    expect(marked()).toEqual([]);
    expect(session.state).toMatchObject({ kind: "reading" });
    await settle();
    expect(background.asked.at(-1)?.url).toBe(address);
    await background.answer();
    expect(marked()).toEqual([known]);
  });

  it("is read with new metadata when its text comes after its address", async () => {
    address = "https://paper.example/news/next";
    await session.navigate();
    await idle();
    document.body.innerHTML = articleHtml(prose("a bridge"), prose("a port"), known).replace(
      "Delegations meet in the capital",
      "A bridge and a port",
    );
    await idle();
    expect(background.asked.at(-1)).toMatchObject({ title: "A bridge and a port", url: address });
  });

  it("is followed into open shadow roots", async () => {
    const host = document.createElement("x-story");
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = `<p>${prose("a bridge")}</p>`;
    paragraph(2).after(host);
    await idle();
    root.querySelector("p")!.textContent = `${known} Nobody answered.`;
    await idle();
    expect(marked()).toEqual([known, known]);
  });

  it("has no marks after the end, and is sent no more", async () => {
    session.stop();
    stopping.abort();
    paragraph(0).append(" One more sentence was added to it.");
    await idle();
    expect(marked()).toEqual([]);
    expect(background.asked).toHaveLength(1);
  });
});

/** Reads the page, and lets the moment pass after which it is compared by meaning. */
async function read(): Promise<void> {
  await session.restart();
  await scheduler.idle();
}

describe("a page about which the archive is asked", () => {
  const last = prose("the road");
  const asking = { kind: "asking" } as const;
  const failed = { kind: "failed", problem: "unreachable" } as const;

  it("waits for it when all is compared by meaning, and is then asked for no more", async () => {
    background.passages = 10;
    background.archive = [...Array(7).fill(asking), { kind: "answered", parts: null }];
    await read();
    await settle();
    expect(background.meaningAsked.map(({ isCompared }) => isCompared)).toEqual([
      ...Array(5).fill(false),
      ...Array(3).fill(true),
    ]);
    expect(background.meaningAsked.at(-1)!.answered).toBe(10);
    expect(session.archive).toEqual({ kind: "answered", parts: null });
    expect(session.meaning).toEqual({ done: 10, of: 10 });
  });

  it("has what it finds where nothing is compared by meaning", async () => {
    background.archive = [asking, asking, { kind: "answered", parts: null }];
    await read();
    await settle();
    expect(marked()).toEqual([known, last]);
    expect([session.meaning, session.archive]).toEqual([null, { kind: "answered", parts: null }]);
    expect(Reflect.get(session.state, "archive")).toEqual({ kind: "answered", parts: null });
  });

  it("keeps what it has where the archive fails", async () => {
    background.passages = 10;
    background.archive = [failed];
    await read();
    await settle();
    expect(marked()).toEqual([known, last]);
    expect(session.archive).toEqual(failed);
    expect(background.meaningAsked).toHaveLength(5);
  });

  it("keeps its marks while the same is asked again", async () => {
    background.archive = [{ kind: "answered", parts: null }];
    await read();
    await settle();
    expect(marked()).toEqual([known, last]);
    background.isMeaningSlow = true;
    const again = session.matchAgain();
    await idle();
    expect(marked()).toEqual([known, last]);
    background.archive = [];
    background.isMeaningSlow = false;
    await background.answer();
    await again;
    await settle();
    expect([marked(), session.archive]).toEqual([[known], null]);
  });
});

describe("a page that is compared by meaning after its words", () => {
  const progress = () => Reflect.get(session.state, "meaning");
  const last = prose("the road");

  beforeEach(() => {
    background.passages = 10;
    visibleFrom = 12;
  });

  it("has its marks by words first, and then those by meaning, once all is encoded", async () => {
    background.isMeaningSlow = true;
    await read();
    expect(marked()).toEqual([known]);
    expect([passages, progress()]).toEqual([null, { done: 0, of: 40 }]);
    await background.answer();
    expect([passages?.length, progress()]).toEqual([3, { done: 2, of: 10 }]);
    background.isMeaningSlow = false;
    await background.answer();
    expect(marked()).toEqual([known, last]);
    expect(progress()).toEqual({ done: 10, of: 10 });
    expect(session.meaning).toEqual({ done: 10, of: 10 });
    expect(background.meaningAsked).toHaveLength(5);
  });

  it("says how far it has been compared only beside what was found so far", async () => {
    const seen: [done: number, matches: number][] = [];
    const look = async () => {
      for (let turns = 0; turns < 100; turns++) {
        const { state } = session;
        if (state.kind === "matched")
          seen.push([state.meaning?.done ?? 0, state.report.matches.length]);
        await Promise.resolve();
      }
    };
    const { compareMore } = background;
    background.compareMore = async (...asked) => {
      const answer = await compareMore(...asked);
      void look();
      return answer;
    };
    await read();
    await settle();
    // The second is found with the eighth passage.
    expect(seen.some(([done]) => done === 8)).toBe(true);
    expect(seen.filter(([done, matches]) => done >= 8 && matches < 2)).toEqual([]);
  });

  it("is not compared if the reader leaves as soon as its words have been compared", async () => {
    await session.restart();
    expect(marked()).toEqual([known]);
    session.stop();
    stopping.abort();
    await scheduler.idle();
    expect(background.meaningAsked).toHaveLength(0);
  });

  it("is compared from what is visible on, given what the last answer was based on", async () => {
    await read();
    await settle();
    expect(background.meaningAsked.map(({ answered }) => answered)).toEqual([0, 2, 4, 4, 8]);
    expect(background.meaningAsked.every(({ from }) => from === 12)).toBe(true);
  });

  it("keeps its public marks as matched by words", async () => {
    await read();
    const before = publicPaintings.length;
    await settle();
    expect(marked()).toEqual([known, last]);
    expect(marks.map(({ isPublic }) => isPublic)).toEqual([true, false]);
    expect(publicPaintings).toHaveLength(before);
  });

  it("is painted at the same moments whether or not something is kept", async () => {
    const paintings = async (isPrivate: boolean) => {
      open(prose("the border"), known, prose("the road"));
      Object.assign(background, { isPrivate, passages: 10 });
      const counts: number[] = [];
      background.compareMore = new Proxy(background.compareMore, {
        apply: (ask, self, given) => {
          counts.push(passages?.length ?? 0);
          return Reflect.apply(ask, self, given);
        },
      });
      await read();
      await settle();
      return counts.slice(1);
    };
    expect(await paintings(true)).toEqual(await paintings(false));
  });

  it("stays as matched by words where nothing is compared by meaning", async () => {
    background.passages = null;
    await read();
    await settle();
    expect([marked(), passages, progress()]).toEqual([[known], null, null]);
    expect(background.meaningAsked).toHaveLength(1);
  });

  it("stays as it is if the encoder fails, and sends no more requests", async () => {
    background.meaningFailures.push(new RefusedError("unexpected"));
    await read();
    await settle();
    expect([marked(), progress()]).toEqual([[known], null]);
    expect(session.state.kind).toBe("matched");
    expect(background.meaningAsked).toHaveLength(1);
  });

  it("continues although the background dies in between", async () => {
    background.meaningFailures.push(new UnansweredError("gone"));
    await read();
    await idle();
    expect(marked()).toEqual([known, last]);
  });

  it("gives up if the background forgets everything each time", async () => {
    background.compareMore = new Proxy(background.compareMore, {
      apply: (ask, self, given) => {
        background.encoded = 0;
        return Reflect.apply(ask, self, given);
      },
    });
    await read();
    await settle();
    expect(background.meaningAsked.length).toBeLessThan(40);
  });

  it("waits while nobody looks at it", async () => {
    const looks: (() => void)[] = [];
    watching = new Promise((resolve) => looks.push(resolve));
    await read();
    await settle();
    expect(background.meaningAsked).toHaveLength(0);
    for (const look of looks) look();
    await settle();
    expect(marked()).toEqual([known, last]);
  });

  it("stops when the reader leaves", async () => {
    background.isMeaningSlow = true;
    await read();
    session.stop();
    stopping.abort();
    background.isMeaningSlow = false;
    await background.answer();
    expect(background.meaningAsked).toHaveLength(1);
    expect(marked()).toEqual([]);
  });

  it("is compared again when its text changes, and keeps its marks until then", async () => {
    await read();
    await settle();
    background.isMeaningSlow = true;
    background.meaningAsked.length = 0;
    paragraph(0).append(" One more sentence was added to it.");
    await idle();
    expect(background.asked).toHaveLength(2);
    expect(marked()).toEqual([known, last]);
    background.isMeaningSlow = false;
    await background.answer();
    expect(marked()).toEqual([known, last]);
    expect(background.meaningAsked[0]).toMatchObject({ answered: 0 });
  });

  it("waits for meaning if it is a selection, and not if it is an article", async () => {
    const range = document.createRange();
    range.selectNodeContents(paragraph(2));
    await session.readSelection([range]);
    expect(marked()).toEqual([]);
    await session.untilSelectionCompared();
    expect(progress()).toEqual({ done: 10, of: 10 });
    watching = new Promise(() => undefined);
    await read();
    await session.untilSelectionCompared();
    expect(background.meaningAsked).toHaveLength(5);
  });

  it("keeps the matches by words when it is no longer compared by meaning", async () => {
    await read();
    await settle();
    background.passages = null;
    const matching = session.matchAgain();
    await idle();
    await matching;
    expect([marked(), progress()]).toEqual([[known], null]);
  });
});
