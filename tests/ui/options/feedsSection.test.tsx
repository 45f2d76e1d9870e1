// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { FollowedFeed } from "../../../src/messages/feedProtocol.ts";
import type { FeedProblem } from "../../../src/messages/offscreenProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { FeedsSection } from "../../../src/ui/options/feeds/FeedsSection.tsx";
import { createFeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import type { StarterOutlet } from "../../../src/ui/starterFeeds/starterOutlets.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

const starter = (outlet: string, language: string, region: string): StarterOutlet => ({
  ...{ language, region, outlet, site: `https://${outlet}.example/` },
  feed: `https://feeds.${outlet}.example/rss`,
});
const starters = [
  starter("isle", "en", "IE"),
  starter("insel", "de", "DE"),
  starter("berg", "de", "AT"),
];

function feed(parts: Partial<FollowedFeed> = {}): FollowedFeed {
  return {
    url: "https://coast.example/rss",
    title: "Coast Courier",
    siteUrl: "https://www.coast.example/",
    wantsFullText: false,
    articleCount: 12,
    readAt: Date.UTC(2026, 10, 24, 12),
    problem: null,
    nextCheckAt: 0,
    ...parts,
  };
}

/** Opens the section over these feeds; `sent` records what was asked. */
async function open(feeds: FollowedFeed[], isGranted = true): Promise<string[]> {
  const sent: string[] = [];
  let followed: readonly FollowedFeed[] = feeds;
  const background = (async (name: string, request: { readonly url: string }) => {
    if (name === "feeds/list") return followed;
    sent.push(`${name} ${JSON.stringify(request)}`);
    if (name === "feeds/unfollow") followed = followed.filter(({ url }) => url !== request.url);
    if (name === "feeds/follow") {
      if (request.url === "no address") return null;
      const its = feed({ ...request, url: request.url.replace(/^(?!https:)/, "https://") });
      followed = [...followed, its];
      return its;
    }
    if (name === "feeds/importOpml") return request.url === undefined ? { followed: 3 } : null;
    if (name === "feeds/exportOpml") return { text: "<opml/>" };
    return {};
  }) as BackgroundClient;
  const model = createFeedsModel({
    background,
    async requestHosts(hosts) {
      sent.push(`permission ${hosts.join()}`);
      return isGranted;
    },
    save: ({ name, text }) => void sent.push(`save ${name} ${text}`),
  });
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <FeedsSection model={model} starters={starters} languages={["de-AT", "en"]} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return sent;
}

describe("the settings' feeds", () => {
  it("tell of each how it stands", async () => {
    await open([
      feed(),
      feed({ url: "https://b.example/", title: "", articleCount: 0, readAt: null }),
    ]);
    const items = (await screen.findAllByRole("listitem")).filter(
      ({ className }) => className === "feed",
    );
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining("b.example https://b.example/Not checked yet."),
      expect.stringMatching(
        /^Coast Courier https:\/\/coast\.example\/rssLast checked 24 Nov 2026.* · 12 articles/,
      ),
    ]);
    await expectAccessible();
  });

  it.each<[FeedProblem, RegExp]>([
    ["unreachable", /could not be reached/],
    ["timedOut", /took too long/],
    ["tooLarge", /too large/],
    ["forbiddenAddress", /private network/],
    ["gone", /no longer exists/],
    ["refused", /returned an error/],
    ["notAFeed", /no feed at this address/],
    ["notStored", /could not be saved/],
  ])("say why one failed: %s", async (problem, words) => {
    await open([feed({ problem })]);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it("follow a typed address, with permission for its host", async () => {
    const sent = await open([]);
    const field = screen.getByLabelText("Address of a feed or site");
    fireEvent.input(field, { target: { value: "coast.example/rss" } });
    fireEvent.click(screen.getByRole("button", { name: "Follow" }));
    await waitFor(() => expect(sent.length).toBe(2));
    expect(sent).toEqual([
      "permission coast.example",
      'feeds/follow {"url":"coast.example/rss","title":""}',
    ]);
  });

  it("say so when what was typed is no address, which stays to be corrected", async () => {
    await open([]);
    const field = screen.getByLabelText<HTMLInputElement>("Address of a feed or site");
    fireEvent.input(field, { target: { value: "no address" } });
    fireEvent.click(screen.getByRole("button", { name: "Follow" }));
    expect(await screen.findByText("Not a valid web address.")).toBeTruthy();
    expect(field.value).toBe("no address");
    fireEvent.input(field, { target: { value: "coast.example/rss" } });
    fireEvent.click(screen.getByRole("button", { name: "Follow" }));
    await waitFor(() => expect(field.value).toBe(""));
  });

  it("ask for the site before whole articles are fetched, and leave it where that is refused", async () => {
    const sent = await open([feed()]);
    fireEvent.click(await screen.findByLabelText("Fetch whole articles from www.coast.example"));
    await waitFor(() => expect(sent.length).toBe(2));
    expect(sent).toEqual([
      "permission coast.example,www.coast.example",
      'feeds/setFullText {"url":"https://coast.example/rss","on":true}',
    ]);
    cleanup();
    const refused = await open([feed()], false);
    fireEvent.click(await screen.findByLabelText("Fetch whole articles from www.coast.example"));
    await screen.findByText(englishWording().t("permissionRefused"));
    expect(refused.length).toBe(1);
  });

  it("ask once for all feeds that wait for permission", async () => {
    const sent = await open([
      feed({ problem: "noPermission" }),
      feed({ url: "https://b.example/", problem: "noPermission" }),
    ]);
    fireEvent.click(await screen.findByRole("button", { name: "Allow access to all of them" }));
    await waitFor(() => expect(sent.length).toBe(3));
    expect(sent[0]).toBe("permission coast.example,b.example");
  });

  it("offer outlets to begin with, those of the reader's language first, none of them chosen", async () => {
    const sent = await open([]);
    const language = screen.getByLabelText<HTMLSelectElement>("Outlets in");
    expect([...language.options].map(({ text }) => text)).toEqual(["German", "English"]);
    const names = () => screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(names()).toEqual(["insel GermanyFollow", "berg AustriaFollow"]);
    fireEvent.change(language, { target: { value: "en" } });
    await waitFor(() => expect(names()).toEqual(["isle IrelandFollow"]));
    expect(sent).toEqual([]);
    await expectAccessible();
  });

  it("follow an outlet with one click, which asks for its feed's host alone, and unfollow it with another", async () => {
    const sent = await open([]);
    fireEvent.click(screen.getByRole("button", { name: "Follow berg" }));
    const stop = await screen.findAllByRole("button", { name: "Stop following: berg" });
    expect(sent).toEqual([
      "permission feeds.berg.example",
      'feeds/follow {"url":"https://feeds.berg.example/rss","title":"berg"}',
    ]);
    // In the list of those that are followed, and among those to begin with.
    expect(stop.length).toBe(2);
    fireEvent.click(stop[1]!);
    await screen.findByRole("button", { name: "Follow berg" });
  });

  it("follow nothing when the permission is refused, and say so", async () => {
    const sent = await open([], false);
    fireEvent.click(screen.getByRole("button", { name: "Follow berg" }));
    await screen.findByText(englishWording().t("permissionRefused"));
    expect(sent.at(-1)).toBe('feeds/unfollow {"url":"https://feeds.berg.example/rss"}');
    expect(await screen.findByRole("button", { name: "Follow berg" })).toBeTruthy();
  });

  it("take back that one is not followed any more", async () => {
    const sent = await open([feed({ wantsFullText: true })]);
    const stop = await screen.findByRole("button", { name: "Stop following: Coast Courier" });
    stop.focus();
    fireEvent.click(stop);
    await screen.findByText("You no longer follow “Coast Courier”.");
    const undo = screen.getByRole("button", { name: "Undo" });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    fireEvent.click(undo);
    await screen.findByRole("button", { name: "Stop following: Coast Courier" });
    expect(sent.slice(1)).toEqual([
      'feeds/restore {"url":"https://coast.example/rss"}',
      // Where the background knows nothing of it any more.
      'feeds/follow {"url":"https://coast.example/rss","title":"Coast Courier"}',
      'feeds/setFullText {"url":"https://coast.example/rss","on":true}',
    ]);
  });

  it("read one now, and stop following it", async () => {
    const sent = await open([feed()]);
    const [first] = await screen.findAllByRole("listitem");
    const item = within(first!);
    fireEvent.click(item.getByRole("button", { name: "Check now: Coast Courier" }));
    fireEvent.click(item.getByRole("button", { name: "Stop following: Coast Courier" }));
    await waitFor(() => expect(sent.length).toBe(2));
    expect(sent.map((entry) => entry.split(" ")[0])).toEqual(["feeds/check", "feeds/unfollow"]);
  });

  it("bring a list along, and hand theirs out", async () => {
    const sent = await open([feed()]);
    // jsdom's files cannot be read.
    const file = Object.assign(new File([], "feeds.opml"), { text: async () => "<opml/>" });
    fireEvent.change(screen.getByLabelText("Import feeds (OPML)"), {
      target: { files: [file] },
    });
    expect(await screen.findByText("You now follow 3 more feeds.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Export feeds (OPML)" }));
    await waitFor(() => expect(sent.at(-1)).toBe("save feeds.opml <opml/>"));
  });
});
