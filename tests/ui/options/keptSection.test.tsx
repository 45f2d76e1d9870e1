// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { KeptArticle, MemoryChoice } from "../../../src/messages/keptProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { KeptSection } from "../../../src/ui/options/kept/KeptSection.tsx";
import { createKeptModel } from "../../../src/ui/options/kept/keptModel.ts";
import { MemorySection } from "../../../src/ui/options/kept/MemorySection.tsx";
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
    source: null,
  };
}

/** Opens both sections over a library that behaves like the stored one. */
async function open(stored: KeptArticle[], choice: MemoryChoice = { isOn: false, hostsOff: [] }) {
  let articles = stored;
  let memory = choice;
  let bin: KeptArticle[] = [];
  const background = (async (name: string, request: never) => {
    const { after, id, search } = request as {
      after?: { id: string } | null;
      id?: string;
      search?: string;
    };
    switch (name) {
      case "kept/list": {
        const from = after ? articles.findIndex((its) => its.id === after.id) + 1 : 0;
        return { articles: articles.slice(from, from + 50), hasMore: articles.length > from + 50 };
      }
      case "kept/search": {
        const found = articles.filter(({ title }) => title.includes(search ?? ""));
        return { articles: found.slice(0, 3), count: found.length };
      }
      case "kept/remove":
        bin = articles.filter((its) => its.id === id);
        articles = articles.filter((its) => its.id !== id);
        return {};
      case "kept/restore":
        articles = [...bin, ...articles];
        return {};
      case "memory/choose":
        memory = request;
        return memory;
      case "memory/forget": {
        const before = articles.length;
        articles = articles.filter(({ origin }) => origin !== "read");
        return { removed: before - articles.length };
      }
      default:
        return memory;
    }
  }) as BackgroundClient;
  const model = createKeptModel(background);
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <KeptSection model={model} />
        <MemorySection model={model} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return { choice: () => memory };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("the settings' list of the reader's own articles", () => {
  it("does not say that there are none when they cannot be read", async () => {
    const model = createKeptModel((() => Promise.reject(new Error("disk"))) as BackgroundClient);
    render(
      <WordingContext.Provider value={englishWording()}>
        <KeptSection model={model} />
      </WordingContext.Provider>,
    );
    await model.load();
    expect((await screen.findByRole("alert")).textContent).toContain("cannot be read right now");
    expect(screen.queryByText(/None yet/)).toBeNull();
  });

  it("tells of each where it is from, how it came and when", async () => {
    await open([article(1), article(2, "read")]);
    const items = await screen.findAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Article 1Coast Courier · 3 March 2026 · saved 24 Nov 2026This story Remove",
      "Article 2Coast Courier · 3 March 2026 · read 24 Nov 2026This story Remove",
    ]);
    expect(screen.getByRole("link", { name: "Article 1" }).getAttribute("href")).toBe(
      "https://coast.example/1",
    );
    await expectAccessible();
  });

  it("finds by words, says how many there are, and lists all again without words", async () => {
    await open([article(1), article(2), article(11), article(12), article(13)]);
    const field = screen.getByRole("searchbox", { name: /^Search your articles/ });
    fireEvent.input(field, { target: { value: "Article 1" } });
    await screen.findByText("4 articles");
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    expect(screen.queryByRole("link", { name: "Article 2" })).toBeNull();
    press("Remove “Article 1”");
    await screen.findByText("3 articles");
    press("Undo");
    await screen.findByText("4 articles");
    fireEvent.input(field, { target: { value: "zeppelin" } });
    await screen.findByText("None of your articles contains these words.");
    fireEvent.input(field, { target: { value: " " } });
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(5));
    await expectAccessible();
  });

  it("tells where one was taken from, if that is not its outlet", async () => {
    const source = { kind: "feed", name: "feeds.example" } as const;
    await open([{ ...article(1, "feed"), source }, article(2, "feed")]);
    const lines = [...document.querySelectorAll(".kept .hint")].map((line) => line.textContent);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Coast Courier · 3 March 2026 · from a feed .*2026 · from a feed at feeds\.example$/,
      ),
      expect.stringMatching(/^Coast Courier · 3 March 2026 · from a feed .*2026$/),
    ]);
  });

  it("lets one be removed, and brings it back", async () => {
    await open([article(1), article(2)]);
    await screen.findByText("Article 1");
    press("Remove “Article 1”");
    await screen.findByText("Removed.");
    expect(screen.queryByText("Article 1")).toBeNull();
    press("Undo");
    await screen.findByText("Article 1");
  });

  it("goes on where it is longer than one part", async () => {
    await open(Array.from({ length: 60 }, (_, at) => article(at)));
    await screen.findByText("Article 0");
    press("List more");
    await waitFor(() => expect(screen.queryByRole("button", { name: "List more" })).toBeNull());
  });

  it("says what to do where it is empty", async () => {
    await open([]);
    expect(await screen.findByText(/Save one from the popup/)).toBeTruthy();
  });
});

describe("the settings of the reading memory", () => {
  it("turn it on and off", async () => {
    const { choice } = await open([]);
    const control = screen.getByRole("switch", { name: "Remember what I read" });
    expect(control.getAttribute("aria-checked")).toBe("false");
    fireEvent.click(control);
    await waitFor(() => expect(control.getAttribute("aria-checked")).toBe("true"));
    expect(choice()).toEqual({ isOn: true, hostsOff: [] });
  });

  it("exclude sites by host or address, and include them again", async () => {
    const { choice } = await open([], { isOn: true, hostsOff: ["quiet.example"] });
    fireEvent.input(screen.getByRole("textbox"), {
      target: { value: "https://coast.example/news" },
    });
    press("Never remember");
    await screen.findByText("coast.example");
    expect(choice().hostsOff).toEqual(["quiet.example", "coast.example"]);
    press("Remember again on quiet.example");
    await waitFor(() => expect(choice().hostsOff).toEqual(["coast.example"]));
  });

  it("forget what was only read, and nothing else", async () => {
    await open([article(1), article(2, "read"), article(3, "read")]);
    await screen.findByText("Article 2");
    press("Forget everything that was only read");
    await screen.findByText("2 articles were forgotten.");
    expect(screen.getAllByRole("listitem").length).toBe(1);
  });
});
