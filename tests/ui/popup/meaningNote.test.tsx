// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageMatch } from "../../../src/engine/model/index.ts";
import type { MeaningProgress, PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { followPage } from "../../../src/ui/popup/followPage.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel, type PopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { fakePorts, soundLibrary } from "../support/fakePorts.ts";
import { match, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The passage that begins at such an offset. */
function passage(start: number): PageMatch {
  return match({ exact: `Passage at ${start}.`, start, end: start + 20 });
}

/** A page that is compared by meaning while the popup is open. */
class ComparedPage {
  revision = 0;
  state: PageState = { kind: "reading", words: null };
  readonly jumps: number[] = [];
  /** How often all of its matches were asked for. */
  described = 0;

  set(meaning: MeaningProgress | null, ...starts: readonly number[]): void {
    const matches = starts.map(passage);
    this.state = {
      kind: "matched",
      report: report(matches),
      placed: starts.map(() => true),
      meaning,
      archive: null,
    };
    this.revision++;
  }

  progress(done: number): void {
    if (this.state.kind === "matched") this.state = { ...this.state, meaning: { done, of: 40 } };
  }

  open(library = soundLibrary): PopupModel {
    const { ports } = fakePorts({ page: () => this.state, library });
    const tab = async (name: string, request: { index: number }) => {
      const meaning = this.state.kind === "matched" ? this.state.meaning : null;
      if (name === "page/position") {
        return { revision: this.revision, index: null, meaning, archive: null };
      }
      if (name !== "page/jumpTo") {
        this.described++;
        return ports.tab("page/describe", {});
      }
      this.jumps.push(request.index);
      return { placed: true };
    };
    const model = createPopupModel({ ...ports, tab: tab as typeof ports.tab });
    render(
      <WordingContext.Provider value={englishWording()}>
        <Popup model={model} />
      </WordingContext.Provider>,
    );
    return model;
  }
}

const passages = () =>
  [...document.querySelectorAll("li.match .passage")].map((p) => p.textContent);
const note = () => document.querySelector(".meaning")?.textContent ?? null;

describe("a popup while its page is compared by meaning", () => {
  let page: ComparedPage;
  let model: PopupModel;

  beforeEach(async () => {
    page = new ComparedPage();
    page.set({ done: 8, of: 40 }, 100, 300, 400, 500);
    model = page.open();
    await model.load();
    await waitFor(() => expect(passages()).toHaveLength(4));
  });

  it("says how far it is, below what was found by words, and at last that it is done", async () => {
    expect(note()).toBe("Comparing by meaning… 8 of 40");
    page.progress(24);
    await model.follow();
    await waitFor(() => expect(note()).toBe("Comparing by meaning… 24 of 40"));
    await expectAccessible();
    page.set({ done: 40, of: 40 }, 100, 200, 300, 400, 500);
    await model.follow();
    await waitFor(() => expect(note()).toBe("Compared by words and meaning"));
    expect(passages()).toEqual([100, 200, 300, 400, 500].map((at) => `Passage at ${at}.`));
  });

  it("is followed as long as it is open: an article may be removed from the library", async () => {
    page.set({ done: 40, of: 40 }, 100, 300);
    const closing = new AbortController();
    let waits = 0;
    const wait = async () => {
      waits++;
      if (waits === 3) page.set({ done: 40, of: 40 }, 300);
      if (waits > 4) closing.abort();
    };
    await followPage(model, { wait, isVisible: () => true }, closing.signal);
    await waitFor(() => expect(passages()).toEqual(["Passage at 300."]));
  });

  it("fetches the list again only when it has changed", async () => {
    const atFirst = page.described;
    await model.follow();
    await model.follow();
    expect(page.described).toBe(atFirst);
    page.set({ done: 40, of: 40 }, 100);
    await model.follow();
    expect(page.described).toBe(atFirst + 1);
  });

  it("keeps the rows that are there, with what is open and focused in them", async () => {
    const rows = [...document.querySelectorAll("li.match")];
    const button = screen.getByRole("button", { name: "Passage at 300." });
    button.focus();
    page.set({ done: 40, of: 40 }, 50, 100, 200, 300, 400, 500);
    await model.follow();
    await waitFor(() => expect(passages()).toHaveLength(6));
    const now = [...document.querySelectorAll("li.match")];
    expect([1, 3, 4, 5].map((at) => rows.indexOf(now[at]!))).toEqual([0, 1, 2, 3]);
    expect(document.activeElement).toBe(button);
  });

  it("goes to the passage that was pressed, although others stand before it by now", async () => {
    page.set({ done: 16, of: 40 }, 50, 100, 200, 300);
    fireEvent.click(screen.getByRole("button", { name: "Passage at 300." }));
    await waitFor(() => expect(page.jumps).toEqual([3]));
  });
});

describe("the row that the reader is at", () => {
  /** Rows of 100 px, one below the other, in a window that is scrolled. */
  function layOut(scrolledPx: number) {
    const scrollBy = vi.fn();
    vi.stubGlobal("scrollY", scrolledPx);
    vi.stubGlobal("scrollBy", scrollBy);
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
      this: Element,
    ) {
      const at = [...document.querySelectorAll("li.match")].indexOf(this);
      const top = at * 100 - scrolledPx;
      return { top, bottom: top + 100 } as DOMRect;
    });
    return scrollBy;
  }

  async function grow(page: ComparedPage, model: PopupModel): Promise<void> {
    page.set({ done: 40, of: 40 }, 50, 100, 200, 300, 400, 500);
    await model.follow();
    await waitFor(() => expect(passages()).toHaveLength(6));
  }

  async function openAt(scrolledPx: number) {
    const page = new ComparedPage();
    page.set({ done: 8, of: 40 }, 100, 300, 400, 500);
    const model = page.open();
    await model.load();
    await waitFor(() => expect(passages()).toHaveLength(4));
    return { page, model, scrollBy: layOut(scrolledPx) };
  }

  it("stays where it is when rows come in above it: the topmost in the window", async () => {
    const { page, model, scrollBy } = await openAt(20);
    await grow(page, model);
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 100, behavior: "instant" });
  });

  it("is the one with the focus, wherever the list was scrolled to", async () => {
    const { page, model, scrollBy } = await openAt(0);
    screen.getByRole("button", { name: "Passage at 300." }).focus();
    await grow(page, model);
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 200, behavior: "instant" });
  });

  it("is none at the top of the list, where the headline stands", async () => {
    const { page, model, scrollBy } = await openAt(0);
    await grow(page, model);
    expect(scrollBy).not.toHaveBeenCalled();
  });
});

describe("a page without its words anywhere", () => {
  it("is not given up before it is compared by meaning", async () => {
    const page = new ComparedPage();
    page.set({ done: 8, of: 40 });
    const model = page.open();
    await model.load();
    expect(await screen.findByRole("heading", { name: "No matching words so far" })).toBeTruthy();
    expect(note()).toBe("Comparing by meaning… 8 of 40");
    await expectAccessible();
    page.set({ done: 40, of: 40 });
    await model.follow();
    expect(await screen.findByRole("heading", { name: "Nothing found" })).toBeTruthy();
  });

  it("is one with nothing to compare with in an empty library", async () => {
    const page = new ComparedPage();
    page.set({ done: 0, of: 40 });
    const model = page.open({ articles: 0, outlets: 0, problems: [] });
    await model.load();
    await waitFor(() => expect(document.querySelector(".state")).toBeTruthy());
    expect(document.querySelector("[data-state]")?.getAttribute("data-state")).toBe("libraryEmpty");
  });
});
