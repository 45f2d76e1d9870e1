// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { KeptArticle, KeptPartRequest, KeptText } from "../../../src/messages/keptProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { createArticleModel } from "../../../src/ui/options/kept/articleModel.ts";
import { KeptSection } from "../../../src/ui/options/kept/KeptSection.tsx";
import { createKeptModel } from "../../../src/ui/options/kept/keptModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

function article(number: number, origin: KeptArticle["origin"] = "saved"): KeptArticle {
  return {
    id: `article-${number}` as ArticleId,
    addedAt: Date.UTC(2026, 10, 24, 12) - number,
    origin,
    outlet: "Coast Courier",
    title: `Article ${number}`,
    url: `https://coast.example/${number}`,
    published: { value: "2026-03-03", precision: "day", basis: "stated" },
    language: "en",
    source: null,
    versionCount: 0,
  };
}

interface Asked extends KeptPartRequest {
  readonly query: { readonly search: string; readonly origin: string | null };
  readonly ids: readonly string[];
  readonly inBin: string;
  readonly version: number | null;
}

/** Opens the section over a library that behaves like the stored one. */
async function open(stored: KeptArticle[], texts: readonly KeptText[] = []) {
  const world = {
    articles: stored,
    bin: [] as KeptArticle[],
    asked: [] as string[],
    canRestore: true,
    /** Names of requests that fail, as where the background ends meanwhile. */
    failing: [] as string[],
  };
  const listed = ({ search, origin }: Asked["query"]) =>
    world.articles.filter(
      (its) => its.title.includes(search.trim()) && (origin === null || its.origin === origin),
    );
  const background = (async (name: string, request: Asked) => {
    world.asked.push(`${name} ${JSON.stringify(request)}`);
    if (world.failing.includes(name)) throw new Error("the background has ended");
    const { query, from, at, through, ids, inBin } = request;
    switch (name) {
      case "kept/list": {
        const all = listed(query);
        const found = all.findIndex(({ id }) => id === from);
        const first = found < 0 ? at : found;
        const end = Math.max(first + 50, all.findIndex(({ id }) => id === through) + 1);
        return { articles: all.slice(first, end), first, count: all.length };
      }
      case "kept/ids":
        return listed(query).map(({ id }) => id);
      case "kept/remove":
        world.bin = world.articles.filter(({ id }) => ids.includes(id));
        world.articles = world.articles.filter(({ id }) => !ids.includes(id));
        return {
          removed: world.bin.length,
          inBin: world.canRestore ? (world.bin[0]?.id ?? null) : null,
        };
      case "kept/restore": {
        const isRestored = world.bin.some(({ id }) => id === inBin);
        if (isRestored) world.articles = [...world.bin, ...world.articles];
        return { isRestored };
      }
      case "kept/article":
        return texts[request.version ?? texts.length - 1] ?? null;
      default:
        return {
          total: world.articles.length,
          origins: { saved: 1, import: 0, feed: 0, read: 1 },
          outlets: [],
          languages: [],
        };
    }
  }) as unknown as BackgroundClient;
  const model = createKeptModel(background);
  const place = signal("library");
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <Drawn model={model} reading={createArticleModel(background)} place={place} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return { world, model, place };
}

function Drawn(props: {
  model: Parameters<typeof KeptSection>[0]["model"];
  reading: Parameters<typeof KeptSection>[0]["reading"];
  place: { readonly value: string };
}) {
  return <KeptSection {...props} fragment={props.place.value} />;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const tick = (title: string) =>
  fireEvent.click(screen.getByRole("checkbox", { name: `Select “${title}”` }));
const titles = () =>
  [...document.querySelectorAll(".kept-title")].map((title) => title.textContent);
const many = (count: number) => Array.from({ length: count }, (_, at) => article(at));

describe("the settings' list of the reader's own articles", () => {
  it("names an article without title and outlet by its file", async () => {
    const source = { kind: "file" as const, name: "interview.txt" };
    const nameless = { ...article(1), title: "", outlet: "", url: null, source };
    await open([nameless]);
    const link = await screen.findByRole("link", { name: "interview.txt" });
    expect(link.closest("li")?.textContent).toContain("interview.txt3 March 2026 · ");
  });

  it("does not say that there are none when they cannot be read", async () => {
    const background = (() => Promise.reject(new Error("disk"))) as BackgroundClient;
    const model = createKeptModel(background);
    render(
      <WordingContext.Provider value={englishWording()}>
        <KeptSection model={model} reading={createArticleModel(background)} fragment="library" />
      </WordingContext.Provider>,
    );
    await model.load();
    expect((await screen.findByRole("alert")).textContent).toContain("cannot be read right now");
    expect(screen.queryByText(/None yet/)).toBeNull();
  });

  it("tells of each where it is from, when it was published, how it came and when", async () => {
    const source = { kind: "feed", name: "feeds.example" } as const;
    await open([article(1), { ...article(2, "feed"), source, versionCount: 2 }]);
    const items = await screen.findAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Article 1Coast Courier · 3 March 2026 · saved 24 Nov 2026OriginalThis storyRemove",
      "Article 2Coast Courier · 3 March 2026 · from a feed, 24 Nov 2026 · from a feed on feeds.example · 3 versionsOriginalThis storyRemove",
    ]);
    expect(screen.getByRole("link", { name: "Article 1" }).getAttribute("href")).toBe(
      "options.html#article/article-1",
    );
    await expectAccessible();
  });

  it("makes no link of an address that is none of the web", async () => {
    await open([{ ...article(1), url: "javascript:alert(1)" }]);
    await screen.findByText("Article 1");
    expect(screen.queryByRole("link", { name: /^Original/ })).toBeNull();
  });

  it("finds by words, says how many there are, and lists all again without words", async () => {
    await open([article(1), article(2), article(11), article(12), article(13)]);
    const field = screen.getByRole("searchbox", { name: /^Search your articles/ });
    fireEvent.input(field, { target: { value: "Article 1" } });
    await screen.findByText("4 articles");
    expect(screen.queryByRole("link", { name: "Article 2" })).toBeNull();
    press("Remove “Article 1”");
    await screen.findByText("3 articles");
    press("Undo");
    await screen.findByText("4 articles");
    fireEvent.input(field, { target: { value: "zeppelin" } });
    await screen.findByText("None of your articles contains these words.");
    fireEvent.input(field, { target: { value: " " } });
    await waitFor(() => expect(titles()).toHaveLength(5));
    await expectAccessible();
  });

  it("asks for another order, and for those that came one way", async () => {
    const { world } = await open([article(1), article(2, "read")]);
    await screen.findByText("Article 1");
    fireEvent.change(screen.getByLabelText("Sort by"), { target: { value: "3" } });
    await waitFor(() => expect(world.asked.at(-1)).toContain('"sort":"title"'));
    fireEvent.change(screen.getByLabelText("Origin"), { target: { value: "1" } });
    await waitFor(() => expect(titles()).toEqual(["Article 2"]));
    fireEvent.change(screen.getByLabelText("Origin"), { target: { value: "-1" } });
    await waitFor(() => expect(titles()).toHaveLength(2));
    // There is one outlet alone, and one language.
    expect(screen.queryByLabelText("Outlet")).toBeNull();
  });

  it("lets one be removed, and brings it back, with the focus on the way back", async () => {
    await open([article(1), article(2)]);
    await screen.findByText("Article 1");
    screen.getByRole("button", { name: "Remove “Article 1”" }).focus();
    press("Remove “Article 1”");
    await screen.findByText("One article was removed.");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Undo"));
    expect(titles()).toEqual(["Article 2"]);
    press("Undo");
    await waitFor(() => expect(titles()).toEqual(["Article 1", "Article 2"]));
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it.each([
    ["one of several", 3],
    ["the last one", 1],
  ])("moves the focus to Undo although it has gone elsewhere meanwhile: %s", async (_, count) => {
    await open(many(count));
    await screen.findByText("Article 0");
    const remove = screen.getByRole("button", { name: "Remove “Article 0”" });
    remove.focus();
    // As `keepFocus` moves it, if that comes first.
    new MutationObserver((_changes, observer) => {
      if (remove.isConnected) return;
      observer.disconnect();
      document.getElementById("kept-heading")?.focus();
    }).observe(document.body, { childList: true, subtree: true });
    fireEvent.click(remove);
    await screen.findByText("One article was removed.");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Undo"));
  });

  it("leaves the focus where the pressed button still stands", async () => {
    const { model } = await open(many(2));
    await screen.findByText("Article 0");
    const field = screen.getByRole("searchbox");
    field.focus();
    fireEvent.click(field);
    await model.remove(article(0));
    await screen.findByText("One article was removed.");
    await screen.findByRole("button", { name: "Undo" });
    expect(document.activeElement).toBe(field);
  });

  it("removes several at once, and brings all of them back", async () => {
    await open(many(4));
    await screen.findByText("Article 0");
    tick("Article 1");
    tick("Article 2");
    tick("Article 3");
    tick("Article 3");
    await screen.findByText("2 selected");
    await expectAccessible();
    press("Remove selected");
    await screen.findByText("2 articles were removed.");
    expect(titles()).toEqual(["Article 0", "Article 3"]);
    expect(screen.queryByText(/^Selected/)).toBeNull();
    press("Undo");
    await waitFor(() => expect(titles()).toHaveLength(4));
  });

  it.each(["kept/list", "kept/choices"])(
    "offers to bring them back though the background ended before %s",
    async (request) => {
      const { world } = await open(many(2));
      await screen.findByText("Article 0");
      tick("Article 1");
      world.failing = [request];
      press("Remove selected");
      await screen.findByText("One article was removed.");
      world.failing = [];
      press("Undo");
      await waitFor(() => expect(titles()).toHaveLength(2));
      expect(world.articles).toHaveLength(2);
    },
  );

  it("selects all that a filter lists, those that are not shown too, and none", async () => {
    const { world } = await open([...many(60), article(70, "read")]);
    await screen.findByText("61 articles");
    fireEvent.change(screen.getByLabelText("Origin"), { target: { value: "0" } });
    await screen.findByText("60 articles");
    press("Select all (60)");
    await screen.findByText("60 selected");
    press("Select none");
    await waitFor(() => expect(screen.queryByText(/^Selected/)).toBeNull());
    press("Select all (60)");
    await screen.findByText("60 selected");
    press("Remove selected");
    await screen.findByText("60 articles were removed.");
    expect(world.articles.map(({ origin }) => origin)).toEqual(["read"]);
  });

  it("says so if something else was removed before the undo", async () => {
    const { world } = await open(many(3));
    await screen.findByText("Article 0");
    press("Remove “Article 0”");
    await screen.findByText("One article was removed.");
    world.bin = [];
    press("Undo");
    await screen.findByText(
      "This can no longer be undone, because something else has been removed since.",
    );
    expect(world.articles).toHaveLength(2);
  });

  it("offers no way back where the disk had no room for one", async () => {
    const { world } = await open(many(2));
    world.canRestore = false;
    await screen.findByText("Article 0");
    press("Remove “Article 0”");
    await screen.findByText("One article was removed.");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("goes on where it is longer than one part, and back", async () => {
    await open(many(120));
    await screen.findByText("1 to 50 of 120");
    press("Next");
    await screen.findByText("51 to 100 of 120");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("OL"));
    press("Next");
    await screen.findByText("101 to 120 of 120");
    expect(screen.getByRole("button", { name: "Next" })).toHaveProperty("disabled", true);
    press("Previous");
    await screen.findByText("51 to 100 of 120");
  });

  it("says what to do where it is empty", async () => {
    await open([]);
    expect(await screen.findByText(/Save one from the popup/)).toBeTruthy();
  });
});

describe("a list that changes while it is open", () => {
  it("shows what came, and keeps all that was there", async () => {
    const { world, model } = await open(many(60));
    await screen.findByText("1 to 50 of 60");
    world.articles = [article(99), ...world.articles];
    await model.follow();
    await screen.findByText("1 to 51 of 61");
    expect(titles().slice(0, 2)).toEqual(["Article 99", "Article 0"]);
    expect(titles().at(-1)).toBe("Article 49");
  });

  it("goes on with the same articles in a later part", async () => {
    const { world, model } = await open(many(120));
    await screen.findByText("1 to 50 of 120");
    press("Next");
    await screen.findByText("51 to 100 of 120");
    world.articles = [article(199), ...world.articles];
    await model.follow();
    await screen.findByText("52 to 101 of 121");
    expect(titles()[0]).toBe("Article 50");
  });

  it("scrolls by as much as what is looked at has moved, and not where another list is asked for", async () => {
    const scrolled: unknown[] = [];
    vi.stubGlobal("scrollBy", (how: { top: number }) => scrolled.push(how.top));
    // Each item is 80 pixels high.
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
      this: Element,
    ) {
      const top = [...(this.parentElement?.children ?? [])].indexOf(this) * 80;
      return new DOMRect(0, top, 600, 80);
    });
    const { world, model } = await open(many(5));
    await screen.findByText("Article 0");
    world.articles = [article(99), article(98), ...world.articles];
    await model.follow();
    await screen.findByText("Article 99");
    expect(scrolled).toEqual([160]);
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "Article 4" } });
    await screen.findByText("1 article");
    expect(scrolled).toEqual([160]);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
});

describe("an article as it was kept", () => {
  const versions = [
    { foundAt: Date.UTC(2026, 10, 20, 12), origin: null, isSearched: false },
    { foundAt: Date.UTC(2026, 10, 24, 12), origin: "saved" as const, isSearched: true },
  ];
  const german = { ...article(1), language: "de" };
  const older: KeptText = {
    ...{ article: german, versions, shown: 0, title: "Der Leuchtturm", changes: null },
    paragraphs: ["Der Rat tagt.", "<b>Niemand</b> kam."],
  };
  const newer: KeptText = {
    ...{ article: german, versions, shown: 1, title: "Der Leuchtturm öffnet" },
    paragraphs: ["Der Rat tagt.", "Alle kamen."],
    changes: {
      since: versions[0]!.foundAt,
      changes: [{ kind: "changed", before: "Niemand kam.", now: "Alle kamen." }],
    },
  };

  it("has its text in its own language, and nothing in it is markup", async () => {
    const { place } = await open([german], [older]);
    place.value = "article/article-1";
    const heading = await screen.findByRole("heading", { name: "Der Leuchtturm" });
    expect([heading.lang, heading.dir]).toEqual(["de", "ltr"]);
    const text = document.querySelector<HTMLElement>(".kept-text");
    expect([text?.lang, text?.dir]).toEqual(["de", "ltr"]);
    expect(text?.textContent).toBe("Der Rat tagt.<b>Niemand</b> kam.");
    expect(text?.querySelector("b")).toBeNull();
    await expectAccessible();
  });

  it("tells its versions, and what was changed between them", async () => {
    const { place } = await open([german], [older, newer]);
    place.value = "article/article-1";
    await screen.findByRole("heading", { name: "Der Leuchtturm öffnet" });
    screen.getByText(/^Changed since 20 Nov 2026/);
    const [first, second] = screen.getAllByRole("radio");
    expect(second).toHaveProperty("checked", true);
    expect(second?.parentElement?.textContent).toMatch(/^saved 24 Nov 2026.* · pages are compared/);
    expect(first?.parentElement?.textContent).toMatch(/^found 20 Nov 2026/);
    fireEvent.click(first!);
    await screen.findByRole("heading", { name: "Der Leuchtturm" });
    expect(screen.queryByText(/^Changed since/)).toBeNull();
  });

  it("says so when it has gone, and leads back to where it stood", async () => {
    const { place } = await open([german]);
    await screen.findByText("Article 1");
    place.value = "article/article-1";
    await screen.findByRole("heading", { name: "This article is no longer in your library." });
    await expectAccessible();
    place.value = "library";
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Article 1"));
  });
});
