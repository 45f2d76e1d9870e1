// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { KeptPage, PageChanges, SaveOutcome } from "../../../src/messages/keptProtocol.ts";
import type { FeedLink } from "../../../src/messages/offscreenProtocol.ts";
import { keepFocus } from "../../../src/ui/components/keepFocus.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import type { NothingFound } from "../../../src/ui/popup/keeping/FollowMore.tsx";
import { KeepSection } from "../../../src/ui/popup/keeping/KeepSection.tsx";
import { createKeepingModel } from "../../../src/ui/popup/keeping/keepingModel.ts";
import type { StarterOutlet } from "../../../src/ui/starterFeeds/starterOutlets.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

const ending = new AbortController();
beforeAll(() => keepFocus(document, ending.signal));
afterAll(() => ending.abort());
beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Popup";
});
afterEach(cleanup);

const since = Date.UTC(2026, 10, 24, 12);
const saved = { id: "a", origin: "saved", addedAt: since } as KeptPage;

interface FakeBackground {
  kept?: KeptPage | null;
  readonly changes?: PageChanges;
  readonly outcome?: SaveOutcome | "fails";
  readonly feeds?: readonly FeedLink[];
  readonly isGranted?: boolean;
  readonly host?: string | null;
  readonly starters?: readonly StarterOutlet[];
  readonly nothingFound?: NothingFound;
  /** Something else was removed after the page's article. */
  readonly hasOtherBin?: boolean;
}

/** Opens the section over a background that keeps; `sent` records what was asked of it. */
async function open(fake: FakeBackground): Promise<string[]> {
  const sent: string[] = [];
  let { kept = null } = fake;
  const followed: FeedLink[] = [];
  let bin: KeptPage | null = null;
  const background = (async (name: string, request: { readonly url?: string }) => {
    switch (name) {
      case "page/kept":
        return kept;
      case "page/changes":
        return fake.changes ?? { since, changes: [] };
      case "feeds/onPage":
        return fake.feeds ?? [];
      case "feeds/list":
        return followed;
    }
    sent.push(`${name} ${JSON.stringify(request)}`);
    if (name === "page/save") {
      if (fake.outcome === "fails") throw new Error("gone");
      if (fake.outcome !== "empty") kept = saved;
      return { outcome: fake.outcome ?? "new" };
    }
    if (name === "kept/remove") {
      [bin, kept] = [kept, null];
      return { removed: 1, inBin: bin?.id ?? null };
    }
    if (name === "kept/restore") {
      kept = fake.hasOtherBin ? null : bin;
      return { isRestored: kept !== null };
    }
    if (name === "feeds/follow") followed.push(request as FeedLink);
    if (name === "feeds/unfollow") followed.pop();
    return {};
  }) as BackgroundClient;
  const model = createKeepingModel({
    background,
    tabId: 7,
    host: fake.host === undefined ? "coast.example" : fake.host,
    async requestHost(host) {
      sent.push(`permission ${host}`);
      return fake.isGranted ?? true;
    },
    readStarters: async () => fake.starters ?? [],
  });
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Page</h1>
        <KeepSection model={model} nothingFound={fake.nothingFound ?? null} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return sent;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

function pressFocused(name: string): void {
  screen.getByRole("button", { name }).focus();
  press(name);
}

const expectFocusOn = (name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name })));

describe("the popup's part for keeping", () => {
  it("saves the page, and says that it is saved", async () => {
    const sent = await open({});
    press("Save this page’s article");
    await screen.findByText(/the pages you read are compared with this article/);
    expect(sent).toEqual(['page/save {"tabId":7,"part":"article"}']);
    expect(screen.getByText("Saved on 24 Nov 2026.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Save/ })).toBeNull();
    await expectAccessible();
  });

  it.each([
    ["empty", /No article was found on this page/],
    ["full", /your articles have reached the storage limit/],
    ["known", /already saved/],
    ["fails", /did not work/],
  ] as const)("says what came of saving: %s", async (outcome, words) => {
    await open({ outcome });
    press("Save this page’s article");
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it("removes what is kept, and brings it back", async () => {
    await open({ kept: saved });
    press("Remove");
    await screen.findByText("Removed.");
    const undo = screen.getByRole("button", { name: "Undo" });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    press("Undo");
    await screen.findByText("Saved on 24 Nov 2026.");
  });

  it("says so if something else was removed before the undo", async () => {
    await open({ kept: saved, hasOtherBin: true });
    await screen.findByText("Saved on 24 Nov 2026.");
    press("Remove");
    await screen.findByText("Removed.");
    press("Undo");
    await screen.findByText(
      "This can no longer be undone, because something else has been removed since.",
    );
  });

  it("keeps the focus when the pressed button goes with what it did", async () => {
    await open({ feeds: [{ url: "https://coast.example/rss", title: "Coast" }] });
    pressFocused("Save this page’s article");
    await screen.findByText("Saved on 24 Nov 2026.");
    await expectFocusOn("Remove");
    pressFocused("Remove");
    await expectFocusOn("Undo");
    pressFocused("Undo");
    await screen.findByText("Saved on 24 Nov 2026.");
    await expectFocusOn("Remove");
    pressFocused("Follow “Coast”");
    await screen.findByText("You follow “Coast”.");
    await expectFocusOn("Remove");
  });

  it("lets a page be saved that was only read", async () => {
    await open({ kept: { ...saved, origin: "read" } });
    await screen.findByText("Kept by the reading memory since 24 Nov 2026.");
    expect(screen.getByRole("button", { name: "Save this page’s article" })).toBeTruthy();
  });

  it("says that a page has not changed", async () => {
    await open({ kept: saved });
    expect(await screen.findByText("Unchanged since 24 Nov 2026.")).toBeTruthy();
  });

  it("tells each sentence that changed, and offers to save the new version", async () => {
    const changes: PageChanges["changes"] = [
      { kind: "changed", before: "It cost 4.2 million.", now: "It cost 4.9 million." },
      { kind: "added", now: "A stair was added." },
      { kind: "removed", before: "Nobody came." },
    ];
    await open({ kept: saved, changes: { since, changes } });
    await screen.findByText("Changed since 24 Nov 2026: 3 sentences");
    const items = screen.getAllByRole("listitem", { hidden: true }).map((item) => item.textContent);
    expect(items).toEqual([
      "Before: It cost 4.2 million.Now: It cost 4.9 million.",
      "New: A stair was added.",
      "Removed: Nobody came.",
    ]);
    expect(screen.getByRole("button", { name: "Save the new version too" })).toBeTruthy();
    await expectAccessible();
  });

  it("offers the page's feeds, asks for their host, and says which are followed", async () => {
    const feeds = [
      { url: "https://feeds.coast.example/rss", title: "Coast Courier" },
      { url: "https://coast.example/sport", title: "" },
    ];
    const sent = await open({ feeds });
    await screen.findByRole("button", { name: "Follow “coast.example”" });
    press("Follow “Coast Courier”");
    await screen.findByText("You follow “Coast Courier”.");
    expect(sent).toEqual([
      "permission feeds.coast.example",
      `feeds/follow ${JSON.stringify(feeds[0])}`,
    ]);
    await expectAccessible();
  });

  it("follows nothing when the permission for a feed was not given, and says so", async () => {
    const sent = await open({
      feeds: [{ url: "https://coast.example/rss", title: "Coast" }],
      isGranted: false,
    });
    await screen.findByRole("button", { name: "Follow “Coast”" });
    press("Follow “Coast”");
    expect(await screen.findByText(englishWording().t("permissionRefused"))).toBeTruthy();
    expect(sent.at(-1)).toBe('feeds/unfollow {"url":"https://coast.example/rss"}');
    expect(await screen.findByRole("button", { name: "Follow “Coast”" })).toBeTruthy();
  });

  const starter = (outlet: string, language: string): StarterOutlet => ({
    ...{ language, region: "GB", outlet, site: `https://www.${outlet}.example/` },
    feed: `https://feeds.${outlet}.example/rss`,
  });
  const starters = [
    ...["isle", "hill", "lake", "bay", "cape"].map((outlet) => starter(outlet, "en")),
    starter("insel", "de"),
  ];
  const offered = async () => {
    await screen.findByRole("link", { name: "More outlets, by language" });
    return screen.getAllByRole("button", { name: /^Follow/ }).map((its) => its.textContent);
  };

  it("leads, where nothing was found, to following the page's outlet first and others of its language", async () => {
    const feeds = [{ url: "https://coast.example/rss", title: "Coast" }];
    const sent = await open({ feeds, starters, nothingFound: { language: "en-GB" } });
    await waitFor(async () =>
      expect(await offered()).toEqual([
        ...["Follow “Coast”", "Follow “isle”", "Follow “hill”", "Follow “lake”", "Follow “bay”"],
      ]),
    );
    press("Follow “hill”");
    await screen.findByText("You follow “hill”.");
    expect(sent[0]).toBe("permission feeds.hill.example");
    expect(screen.getByRole("link").getAttribute("href")).toBe("options.html#starters");
    await expectAccessible();
  });

  it("knows the page's outlet among those to begin with, where its page names no feed", async () => {
    await open({ host: "insel.example", starters, nothingFound: { language: "en" } });
    await waitFor(async () => expect((await offered())[0]).toBe("Follow “insel”"));
  });

  it("is not there where there is no web page", async () => {
    await open({ host: null });
    expect(screen.queryByRole("button")).toBeNull();
  });
});
