// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article, MatchReport } from "../../../src/engine/model/index.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { examples } from "../../../src/ui/firstRun/exampleMatches.ts";
import { FirstRun } from "../../../src/ui/firstRun/FirstRun.tsx";
import { createFirstRunModel } from "../../../src/ui/firstRun/firstRunModel.ts";
import { createTryModel } from "../../../src/ui/firstRun/tryModel.ts";
import type { FeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import type { StarterOutlet } from "../../../src/ui/starterFeeds/starterOutlets.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { silent } from "../support/fakePorts.ts";
import { recordedModel } from "../support/recordedModel.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Welcome to Second Source";
});
afterEach(cleanup);

const starters: readonly StarterOutlet[] = [
  {
    ...{ language: "en", region: "GB", outlet: "Coast Courier", site: "https://coast.example/" },
    feed: "https://feeds.coast.example/rss",
  },
];

interface Answers {
  /** What a sentence is found to be; by meaning null where that is off. */
  readonly found?: (request: { readonly byMeaning: boolean }) => MatchReport | null;
  readonly isGranted?: boolean | Error;
  readonly isStored?: boolean;
}

/** Opens the page; `sent` records what was asked of browser and background, in order. */
function openFirstRun({
  isGranted = true,
  isStored = true,
  found = () => report([]),
}: Answers = {}): string[] {
  const sent: string[] = [];
  const background = (async (name: string, request: unknown) => {
    sent.push(`${name} ${JSON.stringify(request)}`);
    if (!isStored) throw silent;
    if (name === "sentence/match") return found(request as { byMeaning: boolean });
    return request;
  }) as BackgroundClient;
  const model = createFirstRunModel({
    background,
    async requestEveryPage() {
      sent.push("permission every page");
      if (isGranted instanceof Error) throw isGranted;
      return isGranted;
    },
  });
  const feeds = recordedModel<FeedsModel>({ feeds: signal([]), notice: signal(null) }, sent);
  render(
    <WordingContext.Provider value={englishWording()}>
      <FirstRun
        {...{ model, feeds, starters }}
        trying={createTryModel(background)}
        languages={["en-GB"]}
      />
    </WordingContext.Provider>,
  );
  return sent;
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

describe("the first-run page", () => {
  it("says what it does, what is kept and what is sent, accessibly", async () => {
    openFirstRun();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "Where else has this been said?",
    );
    expect(screen.getByText(/^This browser keeps the five articles/)).toBeTruthy();
    expect(screen.getByText(/^Nothing is sent unless you ask\./)).toBeTruthy();
    expect(screen.getByText(/^Second Source starts with five articles/)).toBeTruthy();
    await expectAccessible();
  });

  it.each([
    ["Follow outlets", "#starters-heading"],
    ["Remember what I read", "options.html#memory"],
    ["Import files", "options.html#corpora"],
  ])("leads above the example to where there is more to compare with: %s", (name, address) => {
    openFirstRun();
    const link = screen.getByRole("link", { name });
    expect(link.getAttribute("href")).toBe(address);
    const example = screen.getByRole("heading", { name: "An example" });
    expect(link.compareDocumentPosition(example) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it("asks the browser first, then stores the choice of every page", async () => {
    const sent = openFirstRun();
    press("On every news page");
    expect(await screen.findByText(/^Done\. News pages are checked/)).toBeTruthy();
    expect(sent).toEqual(["permission every page", 'workMode/choose {"mode":"everywhere"}']);
    const chosen = screen.getByRole("button", { name: "On every news page" });
    expect(chosen.getAttribute("aria-pressed")).toBe("true");
    await expectAccessible();
  });

  it.each([
    ["On sites I choose", "chosenSites", /choose “Always check this site”/],
    ["Only when I click", "onClick", /^Done\. To check a page/],
  ])("asks for no permission: %s", async (name, mode, outcome) => {
    const sent = openFirstRun();
    press(name);
    expect(await screen.findByText(outcome)).toBeTruthy();
    expect(sent).toEqual([`workMode/choose {"mode":"${mode}"}`]);
  });

  it("recommends one of the choices, and leads on when one was made", async () => {
    openFirstRun();
    const advised = screen.getByText("Recommended.").closest("li")!;
    expect(within(advised).getByRole("button").textContent).toBe("On every news page");
    press("On every news page");
    const next = await screen.findByRole("link", { name: /^Next: choose/ });
    expect(next.getAttribute("href")).toBe("#starters-heading");
    const site = screen.getByRole("link", { name: "Coast Courier" });
    expect(site.getAttribute("href")).toBe("https://coast.example/");
  });

  const said = (text: string) => {
    fireEvent.input(screen.getByLabelText(/^Paste any sentence/), { target: { value: text } });
    press("Who else printed it?");
  };

  it("looks any sentence up, by words at once and by meaning after it", async () => {
    let goOn: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const one = match({ exact: "A sentence.", references: [reference()] });
    const two = { ...one, references: [reference(), reference({ outlet: "Pref News" })] };
    const found = ({ byMeaning }: { readonly byMeaning: boolean }) =>
      (byMeaning ? waiting.then(() => report([two])) : report([one])) as MatchReport;
    const sent = openFirstRun({ found });
    said(" A sentence. ");
    expect(await screen.findByText("Found in one outlet: Comparing…")).toBeTruthy();
    goOn?.();
    expect(await screen.findByText("Found in 2 outlets:")).toBeTruthy();
    expect(sent).toEqual([
      'sentence/match {"text":"A sentence.","byMeaning":false}',
      'sentence/match {"text":"A sentence.","byMeaning":true}',
    ]);
    await expectAccessible();
  });

  it("says so where a sentence is found nowhere, and leads to the outlets", async () => {
    openFirstRun({ found: ({ byMeaning }) => (byMeaning ? null : report([])) });
    said("Nobody printed this.");
    expect(await screen.findByText(/^Nothing like it/)).toBeTruthy();
    expect(screen.getByRole("link", { name: /^Next: choose/ })).toBeTruthy();
  });

  it("offers outlets to begin with, and follows none of them unasked", async () => {
    const sent = openFirstRun();
    expect(sent).toEqual([]);
    press("Follow Coast Courier");
    expect(sent).toEqual([`follow ${JSON.stringify([starters[0]!.feed, "Coast Courier"])}`]);
  });

  it.each([false, new Error("not in a click handler")])(
    "stores nothing without the permission (%s)",
    async (isGranted) => {
      const sent = openFirstRun({ isGranted });
      press("On every news page");
      const outcome = await screen.findByText(/nothing has changed/);
      expect(outcome.getAttribute("role")).toBe("status");
      expect(sent).toEqual(["permission every page"]);
      await expectAccessible();
    },
  );

  it("says when the choice could not be stored", async () => {
    openFirstRun({ isStored: false });
    press("Only when I click");
    expect(await screen.findByText(/could not be saved/)).toBeTruthy();
  });
});

describe("the live example", () => {
  const noteOf = (words: RegExp) => {
    const marked = screen.getByRole("link", { name: words });
    const note = document.querySelector<HTMLElement>(marked.getAttribute("href") ?? "")!;
    return { marked, note };
  };
  const agreement = /^We reached an agreement/;
  const group = /^The group would coordinate/;

  it("has each passage's note right after it, where a narrow window shows it", async () => {
    openFirstRun();
    for (const words of [agreement, group]) {
      const { marked, note } = noteOf(words);
      expect(marked.closest(".excerpt")?.nextElementSibling).toBe(note);
      expect(marked.getAttribute("aria-describedby")).toBe(note.id);
    }
    expect(within(noteOf(agreement).note).getByText("Pref News")).toBeTruthy();
    expect(within(noteOf(group).note).getByText("Digital Journal")).toBeTruthy();
    expect(within(noteOf(group).note).getByText("At odds")).toBeTruthy();
    await expectAccessible();
  });

  it.each(["mouseEnter", "focus"] as const)(
    "shows in the margin the note of the passage that the reader rests on, by %s",
    async (event) => {
      openFirstRun();
      const shown = () => [agreement, group].map((words) => noteOf(words).note.dataset.shown);
      expect(shown()).toEqual(["true", "false"]);
      fireEvent[event](noteOf(group).marked);
      await waitFor(() => expect(shown()).toEqual(["false", "true"]));
      expect(noteOf(group).marked.getAttribute("aria-current")).toBe("true");
    },
  );

  const corpus: readonly Article[] = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../assets/corpus/articles.json"), "utf8"),
  );

  it.each(examples)("prints nothing that $outlet has not printed", (example) => {
    const article = corpus.find(({ outlet }) => outlet.name === example.outlet);
    expect(article?.body).toContain(example.before + example.match.exact + example.after);
    expect(article?.published?.value.slice(0, 10)).toBe(example.published.value);
  });

  it.each(examples.flatMap(({ match }) => match.references))(
    "quotes the bundled article of $article.outlet as it is",
    (reference) => {
      const article = corpus.find(({ outlet }) => outlet.name === reference.article.outlet);
      expect(article?.body).toContain(reference.passage.text);
      expect(article?.title).toBe(reference.article.title);
      expect(article?.urls[0] ?? null).toBe(reference.article.url);
      expect(article?.published).toEqual(reference.article.published);
    },
  );
});
