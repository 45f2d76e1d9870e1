// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListedStory, StoryReport } from "../../../src/engine/model/index.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { StoryKey, StoryList } from "../../../src/messages/storyProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import type { SavedFile } from "../../../src/ui/report/viewProps.ts";
import { StoryPage } from "../../../src/ui/story/StoryPage.tsx";
import { createStoryModel, storyKeyIn } from "../../../src/ui/story/storyModel.ts";
import { fireArticles } from "../../support/fireStory.ts";
import { storyReportOf } from "../../support/storyReport.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

const ferry = storyReportOf();

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Stories";
});
afterEach(cleanup);

interface Answers {
  readonly stories?: readonly ListedStory[];
  /** What is known of the list without the background. */
  readonly beginning?: StoryList | null;
  /** Null: the article is gone. */
  readonly report?: StoryReport | null;
  /** True if the list cannot be continued. */
  readonly fails?: boolean;
  /** Resolves when the articles have been compared. */
  readonly compared?: Promise<void>;
}

const byArticle: StoryKey = { kind: "article", id: ferry.articles[0]!.id };

/** Opens the page over a background that gives these answers. */
async function open(key: StoryKey | null, answers: Answers) {
  const { stories = [], report = ferry, compared, beginning = null } = answers;
  const saved: SavedFile[] = [];
  const searches: string[] = [];
  const background = (async (name: string, request: { search: string; from: number }) => {
    if (name === "story/open") return report && { articles: report.articles };
    if (name === "story/compare") {
      await compared;
      return report;
    }
    if (request.from > 0 && answers.fails) throw new Error("the background is gone");
    const found = stories.filter(({ title }) => title.includes(request.search));
    return {
      stories: found.slice(request.from, request.from + 2),
      count: found.length,
      articles: 9,
    };
  }) as BackgroundClient;
  const model = createStoryModel(
    {
      background,
      beginning: async () => beginning,
      rememberSearch: (search) => searches.push(search),
      copy: async () => undefined,
      save: (file) => saved.push(file),
    },
    key,
  );
  render(
    <WordingContext.Provider value={englishWording()}>
      <StoryPage model={model} />
    </WordingContext.Provider>,
  );
  const loaded = model.load();
  if (compared === undefined) await loaded;
  return { saved, searches };
}

function section(name: string): HTMLElement {
  return screen.getByRole("region", { name });
}

function listed(number: number): ListedStory {
  return {
    ...{ id: `article-${number}` as never, title: `Story ${number}`, language: "en" },
    ...{ outlets: ["Coast Courier", "Inland Gazette"], outletCount: 3, articleCount: 4 },
    from: { value: "2026-03-03", precision: "day", basis: "stated" },
    to: { value: "2026-03-05", precision: "day", basis: "stated" },
  };
}

describe("the page of a story", () => {
  it("answers at its head who was first, what was changed, what differs, who is named, what stands alone", async () => {
    await open(byArticle, {});
    const glance = screen.getByRole("navigation", { name: "At a glance" });
    const lines = within(glance)
      .getAllByRole("listitem")
      .map((line) => line.textContent);
    expect(lines[0]).toMatch(
      /^First: The Harbour Post, .* 1 hr,? 55 mins? before Coast Courier\.$/,
    );
    expect(lines[1]).toBe("one quote changed Coast Courier: left out: “the engines stopped”");
    expect(lines[2]).toBe(
      "one number differs 214: The Harbour Post and Coast Courier · 241: Northern Ledger",
    );
    expect(lines[3]).toMatch(/^\d sources are named .*Piet Harrow/);
    expect(lines[4]).toMatch(/^\d statements each appear in only one outlet .*Inland Gazette: 2/);
    for (const { hash } of within(glance).getAllByRole<HTMLAnchorElement>("link")) {
      expect(document.querySelector(hash)).not.toBeNull();
    }
  });

  it("lists its outlets in time, with a bar where only the day is known", async () => {
    await open(byArticle, {});
    const rows = within(screen.getByRole("list", { name: "Who printed it, and when" }));
    expect(
      rows.getAllByRole("listitem").map((row) => row.querySelector(".outlet")?.textContent),
    ).toEqual(["The Harbour Post", "Coast Courier", "Northern Ledger", "Inland Gazette"]);
    const looks = [...document.querySelectorAll(".track > *")].map(({ className }) => className);
    expect(looks).toEqual(["dot", "dot", "dot", "span"]);
  });

  it("sets each version of a quote against the first, and says what was changed", async () => {
    await open(byArticle, {});
    const quotes = section("Every version of each quote");
    const shortened = within(quotes).getByText("Coast Courier").closest("li")!;
    expect(shortened.textContent).toContain("Lightly edited compared with The Harbour Post");
    expect(shortened.textContent).toContain("left out: “the engines stopped”");
    expect(shortened.textContent).toContain("said by Ines Vadra, Captain");
  });

  it("says who prints which number, whom each outlet names, and what only one has", async () => {
    await open(byArticle, {});
    const rows = within(section("Where outlets differ"))
      .getAllByRole("row")
      .map(({ textContent }) => textContent);
    expect(rows).toEqual([
      "numberOutlet",
      "214The Harbour Post and Coast Courier",
      "241Northern Ledger",
    ]);
    expect(section("Sources named by each outlet").textContent).toContain(
      "Coast CourierHarbour Post ← Tomas Elring, harbour master1",
    );
    expect(section("What only one outlet reports").textContent).toContain(
      "Divers will inspect the hull",
    );
  });

  it("sets numbers of people side by side, each with its outlet, its day and its sentence", async () => {
    await open(byArticle, { report: storyReportOf(fireArticles) });
    const tolls = section("Casualties and arrests, as printed");
    expect(
      within(tolls)
        .getAllByRole("row")
        .map(({ textContent }) => textContent),
    ).toEqual([
      "deadOutlet",
      expect.stringMatching(/^11Courier · .*2024.*The blaze killed 11 and injured 30\.$/),
      expect.stringMatching(/^At least 12 peoplePost · .*2024.*At least 12 people were killed\.$/),
      expect.stringMatching(/^14Ledger · .*2024.*The death toll rose to 14\.$/),
    ]);
    const glance = screen.getByRole("navigation", { name: "At a glance" });
    expect(glance.textContent).toContain(
      "dead Courier: 11 · Post: At least 12 people · Ledger: 14",
    );
    expect(glance.textContent).toContain("No other differing numbers");
    await expectAccessible();
  });

  it("shows its outlets in time before the articles have been compared", async () => {
    let compare: () => void = () => undefined;
    const compared = new Promise<void>((done) => {
      compare = done;
    });
    await open(byArticle, { compared });
    await screen.findByText("Comparing the articles…");
    expect(screen.getAllByText("The Harbour Post").length).toBeGreaterThan(0);
    expect(screen.queryByRole("region", { name: "Every version of each quote" })).toBeNull();
    compare();
    await screen.findByRole("region", { name: "Every version of each quote" });
  });

  it("says so where an article stands alone, or is gone, or nothing was answered", async () => {
    const alone = { ...ferry, articles: ferry.articles.slice(0, 1) };
    await open(byArticle, { report: alone });
    expect(screen.getByText(/^No other article in your library/)).toBeTruthy();
    cleanup();
    await open(byArticle, { report: null });
    expect(screen.getByRole("alert").textContent).toMatch(/^There is no article here/);
    cleanup();
    await open(
      { kind: "tab", tabId: 3 },
      { report: undefined as never, compared: Promise.reject(new Error()) },
    );
    await screen.findByRole("alert");
  });

  it("shows hostile texts as text, and leads to web addresses alone", async () => {
    const poisoned = JSON.parse(JSON.stringify(ferry), (key, value) => {
      if (key === "url") return "javascript:alert(1)";
      return ["text", "outlet", "title", "name"].includes(key) ? `<img src=x>${value}` : value;
    });
    await open(byArticle, { report: poisoned });
    expect(document.querySelectorAll("img[src=x]")).toHaveLength(0);
    expect([...document.links].filter(({ href }) => href.startsWith("javascript"))).toEqual([]);
    expect(document.body.textContent).toContain("<img src=x>Coast Courier");
  });

  it("saves the story in each form, named by day and title", async () => {
    const { saved } = await open(byArticle, {});
    for (const form of [
      "Printable report (HTML)",
      "Markdown",
      "Table (CSV)",
      "Web Annotations (JSON-LD)",
    ]) {
      fireEvent.click(screen.getByRole("button", { name: `Save: ${form}` }));
    }
    const name = "story-ferry-selma-runs-aground-off-brell-island-2026-03-03";
    expect(saved.map((file) => file.name)).toEqual(
      ["html", "md", "csv", "jsonld"].map((ending) => `${name}.${ending}`),
    );
    expect(saved.every(({ text }) => text.includes("Coast Courier"))).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Copy: Markdown" }));
    await screen.findByText("Copied.");
  });

  it("has nothing for axe to find", async () => {
    await open(byArticle, {});
    await expectAccessible();
  });
});

describe("the list of stories", () => {
  const stories = [listed(1), listed(2), listed(3)];

  it("says of each its title, days, articles and outlets, and leads to it", async () => {
    await open(null, { stories });
    const [first] = within(screen.getByRole("list", { name: "3 stories" })).getAllByRole(
      "listitem",
    );
    expect(first!.textContent).toContain("4 articles · 3 March 2026 to 5 March 2026");
    expect(first!.textContent).toContain("Coast Courier · Inland Gazette · and one more");
    expect(first!.querySelector("a")?.getAttribute("href")).toBe("story.html?article=article-1");
    fireEvent.click(screen.getByRole("button", { name: "Show more stories" }));
    await screen.findByText("Story 3");
    await expectAccessible();
  });

  it("says so where it cannot be continued, and keeps what it shows", async () => {
    await open(null, { stories, fails: true });
    fireEvent.click(screen.getByRole("button", { name: "Show more stories" }));
    expect((await screen.findByRole("alert")).textContent).toContain("That did not work");
    expect(screen.getByText("Story 2")).not.toBeNull();
  });

  it("shows its beginning without the background where that is known", async () => {
    const stories = [listed(1), listed(2), listed(3)];
    const beginning = { stories: stories.slice(0, 1), count: 3, articles: 9 };
    await open(null, { stories: stories.slice(0, 2), beginning });
    expect(screen.getByText("Story 1")).not.toBeNull();
    expect(screen.queryByText("Story 2")).toBeNull();
  });

  it("finds by words, which stay in the page's address", async () => {
    const { searches } = await open(null, { stories });
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "Story 2" } });
    await screen.findByText("One story");
    expect(screen.queryByText("Story 1")).toBeNull();
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "zeppelin" } });
    await screen.findByText("No story contains these words.");
    expect(searches).toEqual(["Story 2", "zeppelin"]);
  });

  it("says why it is empty, and what to do", async () => {
    await open(null, {});
    await waitFor(() => expect(screen.getByText(/^No stories yet/)).toBeTruthy());
    expect(screen.getByRole("link", { name: /settings/ }).getAttribute("href")).toMatch(/^options/);
  });
});

describe("an address of the page", () => {
  it.each([
    ["", null],
    ["?article=a%26b", { kind: "article", id: "a&b" }],
    ["?tab=7", { kind: "tab", tabId: 7 }],
    ["?tab=-1", null],
    ["?tab=x", null],
  ])("%s asks for %j", (search, key) => {
    expect(storyKeyIn(search)).toEqual(key);
  });
});
