import { describe, expect, it } from "vitest";
import { LiveBlocks, type PageChanges } from "../../src/page/watch/liveBlocks.ts";
import { watchForChange } from "../../src/page/watch/watchForChange.ts";
import { pageWith, textsOf } from "./support/livePage.ts";
import { ManualScheduler } from "./support/scheduler.ts";

/** A page that is watched; `change` makes a change and returns whether any block is another. */
function watched(body: string) {
  const page = pageWith(body);
  const live = new LiveBlocks(page);
  finish(live.readAll());
  const scheduler = new ManualScheduler();
  const stopping = new AbortController();
  const batches: PageChanges[] = [];
  watchForChange(
    page,
    async (changes) => {
      batches.push(changes);
    },
    scheduler,
    stopping.signal,
  );
  return {
    page,
    live,
    scheduler,
    batches,
    stop: () => stopping.abort(),
    texts: () => live.blocks.map(({ text }) => text),
    async change(mutate: () => void): Promise<boolean> {
      batches.length = 0;
      mutate();
      await scheduler.idle();
      let hasChanged = false;
      for (const changes of batches) hasChanged = finish(live.readAgain(changes)) || hasChanged;
      return hasChanged;
    },
  };
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function paragraph(page: Document, text: string): Element {
  const element = page.createElement("p");
  element.textContent = text;
  return element;
}

const story = "<article><h1>Title</h1><p>One.</p><p>Two.</p></article><aside><p>Side.</p></aside>";

describe("after a change the blocks are those of the page as it is now", () => {
  const changes: readonly (readonly [string, (page: Document) => void])[] = [
    [
      "a paragraph at the end",
      (page) => page.querySelector("article")!.append(paragraph(page, "Three.")),
    ],
    ["a paragraph at the beginning", (page) => page.body.prepend(paragraph(page, "Zero."))],
    [
      "a paragraph in between",
      (page) => page.querySelectorAll("p")[1]!.before(paragraph(page, "One and a half.")),
    ],
    ["a paragraph gone", (page) => page.querySelector("p")!.remove()],
    ["everything gone", (page) => page.body.replaceChildren()],
    [
      "other words in a text node",
      (page) => {
        (page.querySelector("p")!.firstChild as Text).data = "Other.";
      },
    ],
    ["text that grows", (page) => page.querySelector("p")!.append(" And more.")],
    [
      "words wrapped by a script",
      (page) => {
        const paragraph = page.querySelector("p")!;
        paragraph.innerHTML = "<span>O</span><span>ne.</span>";
      },
    ],
    ["a paragraph moved", (page) => page.querySelector("aside")!.append(page.querySelector("p")!)],
    ["text beside a box", (page) => page.querySelector("article")!.prepend("Loose. ")],
    [
      "a whole article exchanged",
      (page) => {
        page.querySelector("article")!.innerHTML = "<h1>Another</h1><p>A.</p><p>B.</p><p>C.</p>";
      },
    ],
    [
      "a hundred paragraphs",
      (page) => {
        for (let i = 0; i < 100; i++) {
          page.querySelectorAll("p")[i % 3]!.before(paragraph(page, `Number ${i}.`));
        }
      },
    ],
    ["something hidden", (page) => page.querySelectorAll("p")[1]!.setAttribute("hidden", "")],
    [
      "something editable",
      (page) => page.querySelectorAll("p")[1]!.setAttribute("contenteditable", ""),
    ],
  ];

  it.each(changes)("%s", async (_, mutate) => {
    const { page, texts, change } = watched(story);
    expect(await change(() => mutate(page))).toBe(true);
    expect(texts()).toEqual(textsOf(page));
  });

  it("many changes, one after the other", async () => {
    const { page, texts, change } = watched(story);
    for (const [, mutate] of changes.slice(0, 4).concat(changes.slice(5, 10))) {
      await change(() => mutate(page));
      expect(texts()).toEqual(textsOf(page));
    }
  });
});

describe("blocks that did not change", () => {
  it("are the same objects as before", async () => {
    const { page, live, change } = watched(story);
    const before = live.blocks;
    await change(() => page.querySelectorAll("p")[1]!.append(" More."));
    expect(live.blocks[1]).toBe(before[1]);
    expect(live.blocks[2]).not.toBe(before[2]);
  });

  it.each([
    ["a script comes in", (page: Document) => page.body.append(page.createElement("script"))],
    [
      "a frame comes in",
      (page: Document) => page.querySelector("article")!.append(page.createElement("iframe")),
    ],
    [
      "our own host comes in",
      (page: Document) => {
        const host = page.createElement("div");
        host.setAttribute("data-second-source", "");
        page.documentElement.append(host);
      },
    ],
    ["a comment comes in", (page: Document) => page.body.append(page.createComment("x"))],
  ])("are not read again when %s", async (_, mutate) => {
    const { page, batches, change } = watched(story);
    expect(await change(() => mutate(page))).toBe(false);
    expect(batches).toEqual([]);
  });

  it("are kept when a class changes and nothing becomes visible", async () => {
    const { page, live, change } = watched(story);
    const before = live.blocks;
    expect(await change(() => page.body.classList.add("scrolled"))).toBe(false);
    expect(live.blocks).toBe(before);
  });
});

describe("watching", () => {
  it("reports many changes in one batch", async () => {
    const { page, batches, change } = watched(story);
    await change(() => {
      for (let i = 0; i < 1_000; i++) (page.querySelector("p")!.firstChild as Text).data = `${i}`;
    });
    expect(batches).toHaveLength(1);
    expect(batches[0]!.touched.size).toBe(1);
  });

  it("reports that the style of the page is another when it removes a style element", async () => {
    const { page, batches, change } = watched(story);
    const style = page.createElement("style");
    await change(() => page.head.append(style));
    expect(batches.map(({ isRestyled }) => isRestyled)).toEqual([true]);
    await change(() => style.remove());
    expect(batches.map(({ isRestyled }) => isRestyled)).toEqual([true]);
    await change(() => page.head.append(page.createElement("meta")));
    expect(batches).toHaveLength(0);
  });

  it("reports that our own element was removed, and not that it came", async () => {
    const { page, batches, change } = watched(story);
    const host = page.createElement("div");
    host.setAttribute("data-second-source", "");
    await change(() => page.documentElement.append(host));
    expect(batches).toHaveLength(0);
    await change(() => host.remove());
    expect(batches).toHaveLength(1);
  });

  it("pauses longer after an expensive batch", async () => {
    const page = pageWith(story);
    const scheduler = new ManualScheduler();
    const stopping = new AbortController();
    watchForChange(
      page,
      async () => {
        scheduler.nowMs += 40;
      },
      scheduler,
      stopping.signal,
    );
    for (let i = 0; i < 3; i++) {
      page.body.append(paragraph(page, "More."));
      await scheduler.idle();
    }
    stopping.abort();
    expect(scheduler.restsMs[0]).toBeLessThan(500);
    expect(scheduler.restsMs[1]).toBe(1_000);
  });

  it("checks once, after the same pause, however often the page may have navigated", async () => {
    const scheduler = new ManualScheduler();
    const stopping = new AbortController();
    let looks = 0;
    const count = async () => {
      looks++;
    };
    const { look } = watchForChange(pageWith(story), count, scheduler, stopping.signal);
    for (let i = 0; i < 1_000; i++) look();
    expect(scheduler.restsMs).toHaveLength(1);
    await scheduler.idle();
    stopping.abort();
    expect(looks).toBe(1);
  });

  it("ends when it is told to", async () => {
    const { page, batches, stop, change } = watched(story);
    stop();
    await change(() => page.body.append(paragraph(page, "Late.")));
    expect(batches).toEqual([]);
  });
});
