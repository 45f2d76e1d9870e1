import { beforeEach, describe, expect, it } from "vitest";
import { understandPage } from "../../src/background/pageUnderstanding.ts";
import { ReadingSession } from "../../src/content/readingSession.ts";
import type { PageMatch, PassagePlace } from "../../src/engine/model/index.ts";
import { collectStatements } from "../../src/ingest/metadata/collectStatements.ts";
import { HeadMemory } from "../../src/ingest/metadata/headMemory.ts";
import type { ArchiveState } from "../../src/messages/archiveProtocol.ts";
import { problemOf, RefusedError, UnansweredError } from "../../src/messages/client.ts";
import type {
  MeaningAnswer,
  PageAnswer,
  PageContents,
  PageText,
  PageUnderstanding,
  PublicAnswer,
} from "../../src/messages/protocol.ts";
import type { Mark, PlacedPassage, PublicMark } from "../../src/page/marks/mark.ts";
import { watchForChange } from "../../src/page/watch/watchForChange.ts";
import { articleHtml, pageWith, prose, wordsOf } from "../page/support/livePage.ts";
import { ManualPace, settle } from "../page/support/pace.ts";
import { match, report } from "../ui/support/reportBuilder.ts";

const known = "“They would return home before the winter,” he said.";

/** A background that finds one sentence, as often as a page has it, and answers when told. */
class FakeBackground {
  readonly asked: PageText[] = [];
  readonly publicAsked: PageText[] = [];
  readonly failures: Error[] = [];
  isSlow = false;
  isPrivate = false;
  isMeaningSlow = false;
  /** Null: nothing is compared by meaning. Else so many passages, two a request. */
  passages: number | null = null;
  encoded = 0;
  readonly meaningAsked: {
    readonly from: number;
    readonly answered: number;
    readonly isCompared: boolean;
  }[] = [];
  /** How asking the archive stands, question after question; none is asked where this is empty. */
  archive: ArchiveState[] = [];
  readonly meaningFailures: Error[] = [];
  /** Answers no question what a page is. */
  isDeaf = false;
  #answers: (() => void)[] = [];

  readonly understand = async (page: PageContents): Promise<PageUnderstanding> => {
    if (this.isDeaf) throw new UnansweredError("gone");
    return understandPage(page);
  };

  readonly matchPublic = async (page: PageText): Promise<PublicAnswer> => {
    this.publicAsked.push(page);
    if (this.isPrivate) return { matches: [], isSeen: true, whole: null };
    const whole = await this.match(page);
    return { matches: whole.report.matches, isSeen: true, whole };
  };

  readonly match = async (page: PageText): Promise<PageAnswer> => {
    this.asked.push(page);
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (this.isSlow) await new Promise<void>((resolve) => this.#answers.push(resolve));
    const matches = this.#found(page);
    return { report: report(matches), passages: this.isPrivate ? passagesOf(page) : null };
  };

  #found(page: PageText): readonly PageMatch[] {
    const matches = [];
    for (let at = page.body.indexOf(known); at >= 0; at = page.body.indexOf(known, at + 1)) {
      matches.push(
        match({ start: at, end: at + known.length, exact: known, relation: "verbatim" }),
      );
    }
    return matches;
  }

  /** By meaning it finds the last paragraph, once half is encoded. */
  compareMore = async (
    page: PageText,
    from: number,
    answered: number,
    isCompared: boolean,
  ): Promise<MeaningAnswer | null> => {
    this.meaningAsked.push({ from, answered, isCompared });
    if (this.isMeaningSlow) await new Promise<void>((resolve) => this.#answers.push(resolve));
    const failure = this.meaningFailures.shift();
    if (failure) throw failure;
    const archive = (this.archive.length > 1 ? this.archive.shift() : this.archive[0]) ?? null;
    const of = this.passages ?? (archive === null ? null : 0);
    if (of === null) return null;
    if (archive?.kind === "asking" && (isCompared || of === 0)) {
      return { answer: null, done: answered, of: answered, archive };
    }
    this.encoded = Math.min(of, this.encoded + 2);
    const done = this.encoded;
    if (done === 6) return { answer: null, done, of, archive };
    const byWords = this.#found(page);
    const start = page.body.lastIndexOf("\n\n") + 2;
    const last = { start, end: page.body.length, exact: page.body.slice(start) };
    const matches =
      done * 2 >= of ? [...byWords, match({ ...last, relation: "reworded" })] : byWords;
    return { answer: { report: report(matches), passages: passagesOf(page) }, done, of, archive };
  };

  async answer(): Promise<void> {
    for (const resolve of this.#answers.splice(0)) resolve();
    await settle();
  }
}

/** Each paragraph is one passage. */
function passagesOf({ body }: PageText): readonly PassagePlace[] {
  let end = -2;
  return body.split("\n\n").map((text) => {
    const start = end + 2;
    end = start + text.length;
    return { in: "body", start, end };
  });
}

let document: Document;
let address: string;
let background: FakeBackground;
let pace: ManualPace;
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
  pace = new ManualPace();
  stopping = new AbortController();
  session = new ReadingSession(
    {
      document,
      pace,
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
    pace,
    stopping.signal,
  );
}

const marked = () => marks.map(({ ranges }) => ranges.map(wordsOf).join("|"));
const paragraph = (index: number) => document.querySelectorAll("p")[index]!;

/** As long as it takes for waiting work to be done. */
async function idle(): Promise<void> {
  pace.nowMs += 5_000;
  for (let i = 0; i < 4; i++) await pace.idle();
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

  it("has its public marks before the private library is asked, and untouched by its answer", async () => {
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

  it("has every passage placed, found or not, where there is something private", async () => {
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

  it("gets its marks although the background dies twice while it waits", async () => {
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

  it("says so when nobody ever tells what it is", async () => {
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

  it("is all that is read where the page was not", async () => {
    await readSelected(paragraph(1));
    expect(background.asked).toMatchObject([{ title: "", body: known, scope: "selection" }]);
    expect(marked()).toEqual([known]);
    await readSelected(paragraph(2));
    expect(background.asked.at(-1)?.body).toBe(prose("the road"));
    expect(marked()).toEqual([]);
  });

  it("is read besides the article, where that leaves it out", async () => {
    const aside = document.createElement("aside");
    aside.innerHTML = `<p>${known}</p>`;
    document.body.append(aside);
    await session.restart();
    expect(marked()).toEqual([known]);
    await readSelected(aside);
    expect(marked()).toEqual([known, known]);
    expect(background.asked.at(-1)?.title).toBe("Delegations meet in the capital");
  });

  it("is not sent again where the article holds it", async () => {
    await session.restart();
    await readSelected(paragraph(1));
    expect(background.asked).toHaveLength(1);
    expect(marked()).toEqual([known]);
  });

  it("goes with a reading of the page from the beginning", async () => {
    await readSelected(paragraph(2));
    await session.restart();
    expect(background.asked.at(-1)?.body).toContain(known);
  });
});

describe("a page that is read twice at once", () => {
  it("ends with one set of marks, of the text as it is", async () => {
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

  it("takes no notice of an answer that belongs to an earlier text", async () => {
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

  it("keeps its marks when only its address changes, and is matched as what stands there", async () => {
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

  it("is no longer described by the last article once it navigated and nothing of that stands", async () => {
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

describe("a page about which the archive is asked", () => {
  const last = prose("the road");
  const asking = { kind: "asking" } as const;
  const failed = { kind: "failed", problem: "unreachable", parts: null } as const;

  it("waits for it when all is compared by meaning, and is then asked for no more", async () => {
    background.passages = 10;
    background.archive = [...Array(7).fill(asking), { kind: "answered" }];
    await session.restart();
    await settle();
    expect(background.meaningAsked.map(({ isCompared }) => isCompared)).toEqual([
      ...Array(5).fill(false),
      ...Array(3).fill(true),
    ]);
    expect(background.meaningAsked.at(-1)!.answered).toBe(10);
    expect(session.archive).toEqual({ kind: "answered" });
    expect(session.meaning).toEqual({ done: 10, of: 10 });
  });

  it("has what it finds where nothing is compared by meaning", async () => {
    background.archive = [asking, asking, { kind: "answered" }];
    await session.restart();
    await settle();
    expect(marked()).toEqual([known, last]);
    expect([session.meaning, session.archive]).toEqual([null, { kind: "answered" }]);
    expect(Reflect.get(session.state, "archive")).toEqual({ kind: "answered" });
  });

  it("keeps what it has where the archive fails", async () => {
    background.passages = 10;
    background.archive = [failed];
    await session.restart();
    await settle();
    expect(marked()).toEqual([known, last]);
    expect(session.archive).toEqual(failed);
    expect(background.meaningAsked).toHaveLength(5);
  });

  it("keeps its marks while the same is asked again", async () => {
    background.archive = [{ kind: "answered" }];
    await session.restart();
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
    await session.restart();
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

  it("is asked for from what is visible, with what its last answer rested on", async () => {
    await session.restart();
    await settle();
    expect(background.meaningAsked.map(({ answered }) => answered)).toEqual([0, 2, 4, 4, 8]);
    expect(background.meaningAsked.every(({ from }) => from === 12)).toBe(true);
  });

  it("leaves its public marks as the words made them", async () => {
    await session.restart();
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
      await session.restart();
      await settle();
      return counts.slice(1);
    };
    expect(await paintings(true)).toEqual(await paintings(false));
  });

  it("stays as the words made it where nothing is compared by meaning", async () => {
    background.passages = null;
    await session.restart();
    await settle();
    expect([marked(), passages, progress()]).toEqual([[known], null, null]);
    expect(background.meaningAsked).toHaveLength(1);
  });

  it("stays as it is where the encoder fails, and is asked for no more", async () => {
    background.meaningFailures.push(new RefusedError("unexpected"));
    await session.restart();
    await settle();
    expect([marked(), progress()]).toEqual([[known], null]);
    expect(session.state.kind).toBe("matched");
    expect(background.meaningAsked).toHaveLength(1);
  });

  it("goes on although the background dies meanwhile", async () => {
    background.meaningFailures.push(new UnansweredError("gone"));
    await session.restart();
    await idle();
    expect(marked()).toEqual([known, last]);
  });

  it("gives up on a background that forgets everything each time", async () => {
    background.compareMore = new Proxy(background.compareMore, {
      apply: (ask, self, given) => {
        background.encoded = 0;
        return Reflect.apply(ask, self, given);
      },
    });
    await session.restart();
    await settle();
    expect(background.meaningAsked.length).toBeLessThan(40);
  });

  it("waits while nobody looks at it", async () => {
    const looks: (() => void)[] = [];
    watching = new Promise((resolve) => looks.push(resolve));
    await session.restart();
    await settle();
    expect(background.meaningAsked).toHaveLength(0);
    for (const look of looks) look();
    await settle();
    expect(marked()).toEqual([known, last]);
  });

  it("stops when it is left", async () => {
    background.isMeaningSlow = true;
    await session.restart();
    session.stop();
    stopping.abort();
    background.isMeaningSlow = false;
    await background.answer();
    expect(background.meaningAsked).toHaveLength(1);
    expect(marked()).toEqual([]);
  });

  it("is compared anew when its text changes, and keeps its marks until it has been", async () => {
    await session.restart();
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

  it("is waited for where it is a selection, and not where it is an article", async () => {
    const range = document.createRange();
    range.selectNodeContents(paragraph(2));
    await session.readSelection([range]);
    expect(marked()).toEqual([]);
    await session.untilSelectionCompared();
    expect(progress()).toEqual({ done: 10, of: 10 });
    watching = new Promise(() => undefined);
    await session.restart();
    await session.untilSelectionCompared();
    expect(background.meaningAsked).toHaveLength(5);
  });

  it("falls back to its words when it is no longer compared by meaning", async () => {
    await session.restart();
    await settle();
    background.passages = null;
    const matching = session.matchAgain();
    await idle();
    await matching;
    expect([marked(), progress()]).toEqual([[known], null]);
  });
});
