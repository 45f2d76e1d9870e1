// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import { defaultLook } from "../../../src/messages/markLook.ts";
import type { DismissedVersion, ReportChoices, WorkMode } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { createFirstRunModel } from "../../../src/ui/firstRun/firstRunModel.ts";
import type { ArchiveModel } from "../../../src/ui/options/archive/archiveModel.ts";
import type { CorporaModel } from "../../../src/ui/options/corpora/corporaModel.ts";
import type { FeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import type { ArticleModel } from "../../../src/ui/options/kept/articleModel.ts";
import type { KeptModel } from "../../../src/ui/options/kept/keptModel.ts";
import type { MemoryModel } from "../../../src/ui/options/kept/memoryModel.ts";
import type { MeaningModel } from "../../../src/ui/options/meaning/meaningModel.ts";
import { Options } from "../../../src/ui/options/Options.tsx";
import {
  createOptionsModel,
  hostIn,
  type OptionsModel,
} from "../../../src/ui/options/optionsModel.ts";
import { watchFragment } from "../../../src/ui/options/settingsFragment.ts";
import { settingsSections } from "../../../src/ui/options/settingsSections.tsx";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { silent } from "../support/fakePorts.ts";
import { recordedModel } from "../support/recordedModel.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

/** What the address asks for. */
const place = signal("");

/** The sections, of which those with models of their own are not looked at here. */
const sectionsWith = (options: OptionsModel) =>
  settingsSections({
    ...{ options, starters: [], languages: [] },
    kept: recordedModel<KeptModel>({}, []),
    reading: recordedModel<ArticleModel>({}, []),
    memory: recordedModel<MemoryModel>({}, []),
    feeds: recordedModel<FeedsModel>({ feeds: signal([]), notice: signal(null) }, []),
    corpora: recordedModel<CorporaModel>({}, []),
    meaning: recordedModel<MeaningModel>({}, []),
    archive: recordedModel<ArchiveModel>({}, []),
  });

/** Messages that change nothing. */
const asked = ["choices/read", "corpora/status", "feeds/list"];

interface FakeStore {
  readonly mode?: WorkMode;
  off?: string[];
  granted?: string[];
  readonly dismissed?: readonly string[];
  readonly isBroken?: boolean;
}

/** Opens the page over settings that behave like the stored ones; `sent` records what was asked. */
async function openOptions(at: string, stored: FakeStore = {}): Promise<string[]> {
  const sent: string[] = [];
  let { off = ["quiet.example"], granted = ["https://news.example/*"] } = stored;
  let choices: ReportChoices = {
    leastScore: 0,
    relationsHidden: [],
    dismissed: (stored.dismissed ?? []).map((page) => ({
      page,
      article: "a" as ArticleId,
      outlet: "The Moscow Times",
      corpus: "Their words.",
    })),
  };
  const background = (async (name: string, request: never) => {
    if (!asked.includes(name)) sent.push(`${name} ${JSON.stringify(request)}`);
    if (stored.isBroken && name !== "choices/read") throw silent;
    const { host, on, page, ...change } = request as Record<string, string>;
    if (name === "site/switch") {
      off = on ? off.filter((its) => its !== host) : [...off, host ?? ""];
      return { on };
    }
    if (name === "corpora/status") return { articles: 1_200, packs: [{}] };
    if (name === "feeds/list") return [{}, {}, {}];
    if (name === "match/restore") {
      choices = { ...choices, dismissed: choices.dismissed.filter((its) => its.page !== page) };
    }
    if (name === "match/dismiss") {
      choices = { ...choices, dismissed: [...choices.dismissed, request as DismissedVersion] };
    }
    if (name === "choices/change") choices = { ...choices, ...change };
    return choices;
  }) as BackgroundClient;
  const model = createOptionsModel(
    {
      background,
      readSites: async () => ({ off, granted }),
      readEveryPage: async () => ({ isOffEverywhere: false, look: defaultLook }),
      writeLook: async (look) => void sent.push(`look ${JSON.stringify(look)}`),
      async requestPermission(origin) {
        granted = [...granted, origin];
        return true;
      },
      async removePermission(origin) {
        granted = granted.filter((its) => its !== origin);
        return true;
      },
      openShortcuts: async () => void sent.push("shortcuts"),
      async deleteAll() {
        sent.push("delete all");
        off = [];
        granted = [];
        choices = { leastScore: 0, relationsHidden: [], dismissed: [] };
      },
    },
    createFirstRunModel(
      { background, requestEveryPage: async () => true },
      stored.mode ?? "chosenSites",
    ),
  );
  await model.load();
  place.value = at;
  render(
    <WordingContext.Provider value={englishWording()}>
      <Options model={model} sections={sectionsWith(model)} fragment={place} />
    </WordingContext.Provider>,
  );
  return sent;
}

const button = (name: string) => screen.getByRole("button", { name });

describe("the settings", () => {
  it("show where Second Source works, without saying that anything was done", async () => {
    await openOptions("sites");
    expect(button("On sites I choose").getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByText(/^Done\./)).toBeNull();
    await expectAccessible();
  });

  it("switch a site on again, and another one off by its address", async () => {
    const sent = await openOptions("sites");
    fireEvent.click(button("Switch on: quiet.example"));
    await screen.findByText("Second Source is not switched off for any site.");
    fireEvent.input(screen.getByLabelText("Switch off for a site:"), {
      target: { value: " https://loud.example/story?a=1 " },
    });
    fireEvent.click(button("Switch off"));
    expect(await screen.findByText("loud.example")).toBeTruthy();
    expect(sent).toEqual([
      'site/switch {"host":"quiet.example","on":true}',
      'site/switch {"host":"loud.example","on":false}',
    ]);
  });

  it("say so when what was typed is no site", async () => {
    const sent = await openOptions("sites");
    fireEvent.input(screen.getByLabelText("Switch off for a site:"), {
      target: { value: "no site" },
    });
    fireEvent.click(button("Switch off"));
    expect(await screen.findByText("Not a valid site address.")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("give a permission back", async () => {
    await openOptions("sites");
    fireEvent.click(button("Remove: https://news.example"));
    expect(await screen.findByText("None, unless you press the toolbar button.")).toBeTruthy();
  });

  it("say for which pages permission was given, all of them or one site's", async () => {
    await openOptions("sites", { granted: ["https://*/*", "https://news.example/*"] });
    expect(screen.getByText("Every page (https)")).toBeTruthy();
    expect(screen.getByText("https://news.example")).toBeTruthy();
  });

  it("set how sure a match must be, and which relations are shown", async () => {
    const sent = await openOptions("shown");
    fireEvent.click(screen.getByLabelText(/^Only near-certain matches/));
    await waitFor(() => expect(sent).toHaveLength(1));
    fireEvent.click(screen.getByLabelText("Worded differently"));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      'choices/change {"leastScore":0.85,"relationsHidden":[]}',
      'choices/change {"leastScore":0.85,"relationsHidden":["reworded"]}',
    ]);
  });

  it("switch everything off, and on again", async () => {
    const sent = await openOptions("sites");
    fireEvent.click(screen.getByRole("switch", { name: "Second Source is on" }));
    await waitFor(() =>
      expect(screen.getByRole("switch").getAttribute("aria-checked")).toBe("false"),
    );
    expect(sent).toEqual(['everywhere/switch {"on":false}']);
  });

  it("set the colours and the lines of marks, one without the other", async () => {
    const sent = await openOptions("shown");
    fireEvent.click(screen.getByLabelText("No colour: lines only"));
    await waitFor(() => expect(sent).toHaveLength(1));
    fireEvent.click(screen.getByLabelText("Thick lines"));
    await waitFor(() => expect(sent).toHaveLength(2));
    fireEvent.click(screen.getByLabelText("Tinted background"));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]).toBe('look {"palette":"ink","line":"strong","isTinted":false}');
    expect(screen.getByRole("figure", { name: "Preview on a light and a dark page" })).toBeTruthy();
  });

  it("say how much is stored", async () => {
    await openOptions("data", { dismissed: ["Words."] });
    expect(await screen.findByText("One dismissed match")).toBeTruthy();
    expect(screen.getByText("Off for one site")).toBeTruthy();
  });

  it("list what was dismissed, and show it again", async () => {
    await openOptions("dismissed", { dismissed: ["Older words.", "Newer words."] });
    expect(await screen.findByText("2 matches are hidden.")).toBeTruthy();
    const list = within(screen.getByRole("list", { name: "Dismissed matches" }));
    expect(list.getAllByRole("listitem")[0]?.textContent).toMatch(/^Newer words\./);
    await expectAccessible();
    fireEvent.click(list.getAllByRole("button", { name: "Show again" })[0]!);
    await waitFor(() => expect(screen.queryByText("Newer words.")).toBeNull());
    expect(screen.getByText("Older words.")).toBeTruthy();
  });

  it.each([
    ["a site that was off", "sites", "Switch on: quiet.example", "quiet.example"],
    ["a permission", "sites", "Remove: https://news.example", "https://news.example"],
    ["a dismissed match", "dismissed", "Show again", "Words."],
  ])("put back what was taken out of a list: %s", async (_, at, name, words) => {
    await openOptions(at, { dismissed: ["Words."] });
    fireEvent.click(button(name));
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
    expect(screen.getByText("Removed.")).toBeTruthy();
    fireEvent.click(button("Undo"));
    expect(await screen.findByText(words)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
  });

  it("lead to the browser's page for shortcuts", async () => {
    const sent = await openOptions("shortcuts");
    fireEvent.click(button("Open shortcut settings"));
    await waitFor(() => expect(sent).toEqual(["shortcuts"]));
  });

  it("delete everything only after asking", async () => {
    const sent = await openOptions("data", { dismissed: ["Words."] });
    fireEvent.click(button("Delete all stored data"));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep"));
    screen.getByText(/^Delete your articles \(1,200\), packs \(1\), feeds \(3\)/);
    await expectAccessible();
    fireEvent.click(button("Keep"));
    expect(sent).toEqual([]);
    fireEvent.click(await screen.findByRole("button", { name: "Delete all stored data" }));
    fireEvent.click(await screen.findByRole("button", { name: "Delete" }));
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
    expect(sent).toEqual(["delete all"]);
    expect(screen.queryByText("Words.")).toBeNull();
  });

  it("say so when something could not be stored", async () => {
    await openOptions("shown", { isBroken: true });
    fireEvent.click(screen.getByLabelText(/^Only near-certain matches/));
    expect(await screen.findByText("That could not be saved. Please try again.")).toBeTruthy();
  });
});

describe("the sections of the settings", () => {
  const current = () =>
    screen.getByRole("navigation", { name: "Settings" }).querySelector("[aria-current=page]");

  it.each([
    ["", "Sites", "Where should Second Source work?"],
    ["nowhere", "Sites", "Where should Second Source work?"],
    ["shown", "What is shown", "What is shown"],
    ["starters", "Feeds you follow", "Feeds you follow"],
  ])("at #%s show %j alone, and say so", async (hash, name, heading) => {
    await openOptions(hash);
    expect(current()?.textContent).toBe(name);
    expect(screen.getAllByRole("heading", { level: 2 })[0]?.textContent).toBe(heading);
    expect(screen.getAllByRole("link", { current: "page" })).toHaveLength(1);
    expect(document.title).toBe(`${name} – Settings`);
    await expectAccessible();
  });

  it("take the reader to the heading of one that is gone to, and not when the page opens", async () => {
    await openOptions("shown");
    expect(document.activeElement).toBe(document.body);
    place.value = "dismissed";
    await waitFor(() => expect(document.activeElement?.id).toBe("dismissed-heading"));
    expect(current()?.textContent).toBe("Dismissed matches");
    place.value = "shown";
    await waitFor(() => expect(document.activeElement?.id).toBe("shown-heading"));
  });

  it("are read from the address, whatever it says", async () => {
    window.location.hash = "#data";
    const hash = watchFragment(window);
    expect(hash.value).toBe("data");
    window.location.hash = "#article/a%20b";
    await waitFor(() => expect(hash.value).toBe("article/a b"));
    window.location.hash = "#%E0%A4%A";
    await waitFor(() => expect(hash.value).toBe(""));
  });
});

describe("a host in what somebody typed", () => {
  it.each([
    ["news.example", "news.example"],
    ["https://News.Example:8080/a", "news.example"],
    ["  news.example/path ", "news.example"],
    ["about:blank", null],
    ["ftp://news.example", null],
    ["two words", null],
    ["", null],
  ])("of %j is %j", (typed, host) => {
    expect(hostIn(typed)).toBe(host);
  });
});
