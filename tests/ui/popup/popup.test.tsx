// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Difference,
  MatchReport,
  PublicationDate,
  Reference,
  Relation,
} from "../../../src/engine/model/index.ts";
import type { PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { type FakeWorld, fakePorts, refusal, silent, soundLibrary } from "../support/fakePorts.ts";
import "../support/laterViews.ts";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);

function matched(itsReport: MatchReport, placed?: readonly boolean[]) {
  return {
    kind: "matched",
    report: itsReport,
    placed: placed ?? itsReport.matches.map(() => true),
    meaning: null,
    archive: null,
  } satisfies PageState;
}

/** Opens the popup on a made-up world and waits until it has asked all it asks at its opening. */
async function openPopup(world: FakeWorld): Promise<{ sent: string[] }> {
  const { ports, sent } = fakePorts(world);
  const model = createPopupModel(ports);
  render(
    <WordingContext.Provider value={englishWording()}>
      <Popup model={model} />
    </WordingContext.Provider>,
  );
  await model.load();
  await waitFor(() => expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("false"));
  return { sent };
}

function button(name: string | RegExp): HTMLElement {
  return screen.getByRole("button", { name });
}

const threeRelations = report([
  match({
    relation: "reworded",
    exact: "First passage.",
    references: [
      reference({ kind: "quote", speaker: "Sergei Lavrov" }),
      reference({ outlet: "Pref News", published: inferred("2018-12-29") }),
    ],
  }),
  match({ relation: "verbatim", exact: "Second passage." }),
  match({ relation: "differs", exact: "Third passage." }),
]);

describe("the popup on a page with matches", () => {
  it("says how many passages stand in how many outlets, and who had their words earliest", async () => {
    const page = { ...threeRelations.page, published: stated("2019-01-05") };
    await openPopup({ page: matched({ ...threeRelations, page }) });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "3 passages on this page have counterparts in 2 other outlets.",
    );
    expect(
      screen.getByText("first in these words: The Moscow Times, 31 December 2018"),
    ).toBeTruthy();
  });

  it("says so where others and the page had its words about the same time", async () => {
    await openPopup({ page: matched(threeRelations) });
    expect(
      screen.getByText(
        "in these words about the same time, as far as dates tell: The Moscow Times and This page",
      ),
    ).toBeTruthy();
  });

  it("begins with the answer: what was changed, who was first and by how much, what is folded away", async () => {
    const at = (value: string): PublicationDate => ({
      ...{ value, precision: "minute", basis: "stated" },
    });
    const passage = (differences: readonly Difference[], parts: Partial<Reference> = {}) =>
      match({ references: [reference({ differences, ...parts })] });
    const omitted = { kind: "omitted", page: "", corpus: "as ever" } as const;
    const number = { kind: "number", page: "250", corpus: "200" } as const;
    const first = reference({
      ...{ outlet: "Washington Times", relation: "verbatim", published: at("2019-03-05T07:37Z") },
    });
    const changed = report(
      [
        passage([omitted]),
        passage([omitted]),
        passage([number], { relation: "differs" }),
        match({ references: [first] }),
      ],
      { doubtful: Array.from({ length: 12 }, () => match()) },
    );
    const page = { ...changed.page, published: at("2019-03-05T09:32Z") };
    await openPopup({ page: matched({ ...changed, page }) });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(
      /^2 quotes changed · one number differs · first in these words: Washington Times, \d?\d:37, 1 hr 55 mins? before this page · 12 doubtful matches folded away$/,
    );
    const [line, ...others] = document.querySelectorAll(".detail:not(.meaning)");
    expect(line?.textContent).toBe("4 passages on this page have counterparts in 2 other outlets.");
    expect(others).toEqual([]);
    await expectAccessible();
  });

  it("lists what was changed or differs first, then what is surest, and the page's order on a click", async () => {
    const passage = (exact: string, score: number, relation: Relation = "verbatim") =>
      match({ exact, score, references: [reference({ relation })] });
    // As many as are drawn at once.
    const three = report([
      passage("Sure.", 0.8),
      passage("Surest.", 0.99),
      passage("At odds.", 0.7, "contradicts"),
    ]);
    const { sent } = await openPopup({ page: matched(three), order: "weight" });
    const listed = () =>
      within(screen.getByRole("list", { name: /^Passages/ }))
        .getAllByRole("button", { name: /\.$/ })
        .map(({ textContent }) => textContent);
    expect(listed()).toEqual(["At odds.", "Surest.", "Sure."]);
    fireEvent.click(button("Surest."));
    await waitFor(() => expect(sent).toContain('page/jumpTo {"index":1}'));
    fireEvent.click(button("In page order"));
    await waitFor(() => expect(listed()).toEqual(["Sure.", "Surest.", "At odds."]));
    expect(sent).toContain("order page");
    expect(button("In page order").getAttribute("aria-pressed")).toBe("true");
  });

  it("shows the list without waiting for what is said of the library", async () => {
    const { ports } = fakePorts({ page: matched(threeRelations) });
    const { background } = ports;
    const never = new Promise<never>(() => undefined);
    const model = createPopupModel({
      ...ports,
      background: (name, request) =>
        name === "library/status" ? never : background(name, request),
    });
    await model.load();
    expect(model.view.value.kind).toBe("matched");
  });

  it("counts one passage in one outlet in the singular", async () => {
    await openPopup({ page: matched(report([match()])) });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "One passage on this page has a counterpart in one other outlet.",
    );
    expect(screen.queryByText(/in these words/)).toBeNull();
  });

  it("says plainly that the earliest date is a guess where it is inferred", async () => {
    const guessed = reference({ relation: "verbatim", published: inferred("2018-12-29") });
    await openPopup({ page: matched(report([match({ references: [guessed] }), match()])) });
    expect(
      screen.getByText(
        "first in these words, if the inferred date is right: The Moscow Times, 29 December 2018",
      ),
    ).toBeTruthy();
  });

  it("lists the passages in page order, each with relation, words and references", async () => {
    await openPopup({ page: matched(threeRelations) });
    const items = within(screen.getByRole("list", { name: "Passages in the order of the page" }));
    const passages = items.getAllByTitle("Show on the page");
    expect(passages.map((item) => item.textContent)).toEqual([
      "First passage.",
      "Second passage.",
      "Third passage.",
    ]);
    expect(items.getByText("In other words")).toBeTruthy();
    expect(items.getByText("said by Sergei Lavrov")).toBeTruthy();
    expect(items.getByText("Pref News")).toBeTruthy();
    expect(items.getByText("29 December 2018").getAttribute("datetime")).toBe("2018-12-29");
  });

  it("jumps to the passage on a click, and says that it is shown", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Second passage."));
    await screen.findByText("Shown on the page.");
    expect(sent).toEqual(['page/jumpTo {"index":1}']);
  });

  it("says so when the passage has meanwhile gone from the page", async () => {
    await openPopup({ page: matched(threeRelations), jump: false });
    fireEvent.click(button("Second passage."));
    const status = await screen.findByText(/Not found in the page/);
    expect(status.getAttribute("role")).toBe("status");
  });

  it("shows that the page is silent when the jump gets no answer", async () => {
    await openPopup({ page: matched(threeRelations), jump: silent });
    fireEvent.click(button("Second passage."));
    expect(await screen.findByText(/The page did not answer/)).toBeTruthy();
  });

  it("lists passages that could not be marked, says so, and offers no jump to them", async () => {
    await openPopup({ page: matched(threeRelations, [true, false, true]) });
    expect(
      screen.getByText("One passage could not be marked on the page and is only listed here."),
    ).toBeTruthy();
    expect(screen.getByText("Second passage.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Second passage." })).toBeNull();
  });

  it("filters by relation and jumps to the right passage all the same", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Differs in a detail 1"));
    await waitFor(() => expect(screen.queryByText("First passage.")).toBeNull());
    expect(button("Differs in a detail 1").getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(button("Third passage."));
    await screen.findByText("Shown on the page.");
    expect(sent).toEqual(['page/jumpTo {"index":2}']);
    fireEvent.click(button("All 3"));
    expect(await screen.findByText("First passage.")).toBeTruthy();
  });

  it("tells a copy of another article as one, and folds away what stands there alone", async () => {
    const copy = report(threeRelations.matches, {
      copyOf: { article: reference().article.id, share: 0.871 },
    });
    await openPopup({ page: matched(copy) });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "Most of this page (87%) also stands in an article by The Moscow Times.",
    );
    expect(
      screen.getByText("3 passages on this page have counterparts in 2 other outlets."),
    ).toBeTruthy();
    // Another outlet has the first passage too.
    expect(screen.getByText("First passage.")).toBeTruthy();
    expect(screen.queryByText("Second passage.")).toBeNull();
    await expectAccessible();
    fireEvent.click(button("Show the 2 passages that stand in that article alone"));
    expect(await screen.findByText("Second passage.")).toBeTruthy();
  });

  it("says above the list that only a part of the page could be read", async () => {
    await openPopup({ page: { ...matched(report([match()])), part: { words: 180, of: 1250 } } });
    expect(screen.getByText(/^Only part of this page could be read: 180 of/)).toBeTruthy();
    await expectAccessible();
  });

  it("says with how much the page was compared, and that nothing was sent", async () => {
    await openPopup({ page: matched(threeRelations) });
    const foot = within(screen.getByRole("contentinfo"));
    expect(
      foot.getByText("Compared on this device with 5 articles from 5 outlets. Nothing was sent."),
    ).toBeTruthy();
  });

  it("does not say that a page was compared which was not", async () => {
    await openPopup({ status: { kind: "onClick" } });
    expect(screen.getByRole("contentinfo").textContent).toMatch(/^The library holds 5 articles/);
  });

  it("reads the page again when asked", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Check again"));
    await waitFor(() => expect(sent).toEqual(['tab/check {"tabId":7}']));
  });

  it("switches the site off", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    const onHere = screen.getByRole("switch", { name: "Active on news.example" });
    expect(onHere.getAttribute("aria-checked")).toBe("true");
    expect(onHere.title).toBe("While this is off, no page of this site is read or marked.");
    fireEvent.click(onHere);
    await screen.findByText("Off on this site");
    expect(sent).toEqual(['site/switch {"host":"news.example","on":false}']);
  });

  it("is accessible", async () => {
    await openPopup({ page: matched(threeRelations, [true, false, true]) });
    await expectAccessible();
  });
});

describe("a wrong match in the popup", () => {
  it("is left out at once, and the page is matched again", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Not a match: Pref News"));
    await waitFor(() => expect(screen.queryByText("Pref News")).toBeNull());
    expect(await screen.findByText("Left out from now on.")).toBeTruthy();
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]!.replace("match/dismiss ", ""))).toMatchObject({
      page: "First passage.",
      outlet: "Pref News",
    });
    await expectAccessible();
  });

  it("comes back when the reader undoes it, by the button that has the focus", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Not a match: Pref News"));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Undo"));
    fireEvent.click(button("Undo"));
    expect(await screen.findByText("Pref News")).toBeTruthy();
    expect(sent.map((entry) => entry.split(" ")[0])).toEqual(["match/dismiss", "match/restore"]);
    expect(sent[1]?.replace("restore", "dismiss")).toBe(sent[0]);
  });
});

describe("searching elsewhere for a passage", () => {
  it("shows the exact words first, and sends them as the reader leaves them", async () => {
    const { sent } = await openPopup({ page: matched(report([match()])) });
    fireEvent.click(button("Search elsewhere …"));
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^These words, and no others/);
    expect(field.value).toMatch(/^"We have come to an understanding on how .*"$/);
    expect(sent).toEqual([]);
    await expectAccessible();
    fireEvent.input(field, { target: { value: "an understanding" } });
    fireEvent.click(button("Search"));
    await waitFor(() => expect(sent).toEqual(["search an understanding"]));
  });

  it("sends nothing when the reader thinks better of it", async () => {
    const { sent } = await openPopup({ page: matched(report([match()])) });
    fireEvent.click(button("Search elsewhere …"));
    fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(document.activeElement).toBe(button("Search elsewhere …")));
    expect(sent).toEqual([]);
  });

  it("says so when the browser could not", async () => {
    await openPopup({ page: matched(report([match()])), search: new Error("no engine") });
    fireEvent.click(button("Search elsewhere …"));
    fireEvent.click(await screen.findByRole("button", { name: "Search" }));
    expect(await screen.findByText("The browser could not search.")).toBeTruthy();
  });
});

describe("copying in the popup", () => {
  it.each([
    ["Copied.", undefined],
    ["The browser did not allow copying.", new Error("denied")],
  ])("says %s", async (said, copy) => {
    await openPopup({ page: matched(threeRelations), ...(copy && { copy }) });
    fireEvent.click(button("Copy citation: Pref News"));
    expect(await screen.findByText(said)).toBeTruthy();
  });
});

interface StateCase {
  readonly state: string;
  readonly world: FakeWorld;
  readonly heading: string;
  readonly says: RegExp;
  readonly buttons: readonly string[];
  readonly hasSwitch: boolean;
}

const nothing = matched(report([]));
const states: readonly StateCase[] = [
  {
    state: "a page without matches",
    world: { page: nothing },
    heading: "Nothing found",
    says: /Nothing in the articles of your library matches/,
    buttons: [],
    hasSwitch: true,
  },
  {
    state: "a page without matches of which only a part could be read",
    world: { page: { ...nothing, part: { words: 180, of: 1250 } } },
    heading: "Nothing found",
    says: /Only part of this page could be read: 180 of about 1,250 words\./,
    buttons: [],
    hasSwitch: true,
  },
  {
    state: "a page that was not taken for an article",
    world: { status: { kind: "on" } },
    heading: "Not checked",
    says: /does not look like a news article/,
    buttons: ["Check this page now"],
    hasSwitch: true,
  },
  {
    state: "a site that is off, said by the background",
    world: { status: { kind: "offHere" } },
    heading: "Off on this site",
    says: /until you switch it on again/,
    buttons: ["Switch on here"],
    hasSwitch: true,
  },
  {
    state: "a site that is off, said by the page",
    world: { page: { kind: "off" } },
    heading: "Off on this site",
    says: /until you switch it on again/,
    buttons: ["Switch on here"],
    hasSwitch: true,
  },
  {
    state: "being off everywhere",
    world: { page: { kind: "off" }, status: { kind: "offEverywhere" } },
    heading: "Off everywhere",
    says: /No page is read or marked/,
    buttons: ["Switch on again"],
    hasSwitch: false,
  },
  {
    state: "an empty library",
    world: { page: nothing, library: { articles: 0, outlets: 0, problems: [] } },
    heading: "Nothing to compare with",
    says: /Your library holds no article/,
    buttons: [],
    hasSwitch: true,
  },
  {
    state: "a page that is read only on a click",
    world: { status: { kind: "onClick" } },
    heading: "Waiting for you",
    says: /only when you ask/,
    buttons: ["Check this page now", "Always check this site"],
    hasSwitch: false,
  },
  {
    state: "a page that the browser keeps to itself",
    world: { status: { kind: "notAllowed" }, host: null },
    heading: "Not possible here",
    says: /does not let extensions read this page/,
    buttons: [],
    hasSwitch: false,
  },
  {
    state: "a missing permission",
    world: { status: { kind: "noPermission" } },
    heading: "Permission needed",
    says: /no longer lets Second Source read this site/,
    buttons: ["Allow on every page", "Check this page now"],
    hasSwitch: false,
  },
  {
    state: "a failure with a reason",
    world: { page: { kind: "failed", problem: "bundledUnreadable" } },
    heading: "Something went wrong",
    says: /The bundled articles cannot be read\./,
    buttons: ["Try again"],
    hasSwitch: true,
  },
  {
    state: "a background that does not answer",
    world: { status: silent, library: silent },
    heading: "Something went wrong",
    says: /did not answer/,
    buttons: ["Try again"],
    hasSwitch: true,
  },
  {
    state: "a background that refuses",
    world: { status: refusal },
    heading: "Something went wrong",
    says: /does not let extensions/,
    buttons: ["Try again"],
    hasSwitch: true,
  },
];

describe("the popup's states", () => {
  it.each(states)("says what $state is and what can be done, accessibly", async (state) => {
    await openPopup(state.world);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(state.heading);
    expect(screen.getByText(state.says)).toBeTruthy();
    const offered = within(screen.getByRole("main")).queryAllByRole("button");
    expect(offered.map((b) => b.textContent)).toEqual(state.buttons);
    expect(screen.queryByRole("switch") !== null).toBe(state.hasSwitch);
    await expectAccessible();
  });

  it("says that it is reading until the page has been read", async () => {
    const { ports } = fakePorts({});
    let finish = (_: PageState): void => undefined;
    const settled = new Promise<PageState>((resolve) => {
      finish = resolve;
    });
    let asked = 0;
    const model = createPopupModel({
      ...ports,
      tab: (async () => {
        asked += 1;
        return asked === 1 ? { kind: "reading", words: null } : settled;
      }) as typeof ports.tab,
    });
    render(
      <WordingContext.Provider value={englishWording()}>
        <Popup model={model} />
      </WordingContext.Provider>,
    );
    const loading = model.load();
    expect(screen.getByRole("heading").textContent).toBe("Reading this page …");
    expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("true");
    await expectAccessible();
    finish(nothing);
    await loading;
    expect(await screen.findByText("Nothing found")).toBeTruthy();
    expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("false");
  });

  it("says how much is being compared, once it is known", async () => {
    let asked = 0;
    const model = createPopupModel({
      ...fakePorts({}).ports,
      tab: (async () => {
        asked += 1;
        return asked === 1 ? { kind: "reading", words: 9_400 } : new Promise(() => undefined);
      }) as ReturnType<typeof fakePorts>["ports"]["tab"],
    });
    render(
      <WordingContext.Provider value={englishWording()}>
        <Popup model={model} />
      </WordingContext.Provider>,
    );
    void model.load();
    expect(await screen.findByText(/^9,400 words are being compared/)).toBeTruthy();
  });

  it("are left for being off everywhere, and come back", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Switch off everywhere"));
    fireEvent.click(await screen.findByRole("button", { name: "Switch on again" }));
    expect(await screen.findByText("First passage.")).toBeTruthy();
    expect(sent).toEqual([
      'everywhere/switch {"on":false}',
      'everywhere/switch {"on":true}',
      'tab/check {"tabId":7}',
    ]);
  });

  it("says what was wrong with the library and what was done, whatever the page's state", async () => {
    const problem = { code: "bundledRebuilt", fault: "truncated" } as const;
    await openPopup({ page: nothing, library: { ...soundLibrary, problems: [problem] } });
    const problems = within(screen.getByRole("region", { name: "The library was repaired" }));
    expect(problems.getByText(/was damaged \(truncated\)/)).toBeTruthy();
    await expectAccessible();
  });
});

/** A page that answers only after it was told to read itself, and not at once. */
function pageAfterCheck(sent: () => readonly string[], state: PageState): () => PageState | Error {
  let asked = 0;
  return () => {
    if (!sent().some((entry) => entry.startsWith("tab/check"))) return silent;
    asked += 1;
    return asked > 3 ? state : silent;
  };
}

describe("the popup's actions", () => {
  async function openUnread(world: FakeWorld): Promise<{ sent: string[] }> {
    let log: string[] = [];
    world.page = pageAfterCheck(() => log, matched(threeRelations));
    const { sent } = await openPopupLogging(world, (itsLog) => {
      log = itsLog;
    });
    return { sent };
  }

  async function openPopupLogging(world: FakeWorld, use: (log: string[]) => void) {
    const { ports, sent } = fakePorts(world);
    use(sent);
    const model = createPopupModel(ports);
    render(
      <WordingContext.Provider value={englishWording()}>
        <Popup model={model} />
      </WordingContext.Provider>,
    );
    await model.load();
    await screen.findByRole("heading");
    return { sent };
  }

  it("checks the page on a click, waits for the page's script, and shows what it found", async () => {
    const { sent } = await openUnread({ status: { kind: "onClick" } });
    fireEvent.click(await screen.findByRole("button", { name: "Check this page now" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual(['tab/check {"tabId":7}']);
  });

  it("moves the focus to the new heading when the pressed button is gone", async () => {
    await openUnread({ status: { kind: "onClick" } });
    const check = await screen.findByRole("button", { name: "Check this page now" });
    check.focus();
    fireEvent.click(check);
    await screen.findByText("First passage.");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("leaves the focus alone when it opens", async () => {
    await openPopup({ page: matched(threeRelations) });
    expect(document.activeElement).toBe(document.body);
  });

  it("shows why a page could not be checked", async () => {
    await openPopup({ status: { kind: "onClick" }, check: refusal });
    fireEvent.click(button("Check this page now"));
    expect(await screen.findByText(/does not let extensions read/)).toBeTruthy();
  });

  it("gives up on a page whose script never answers", async () => {
    await openPopup({ status: { kind: "on" } });
    fireEvent.click(button("Check this page now"));
    expect(await screen.findByText(/did not answer. Reload it/)).toBeTruthy();
  });

  it("asks for the site's permission before anything else, then always checks it", async () => {
    const { sent } = await openUnread({ status: { kind: "onClick" } });
    fireEvent.click(await screen.findByRole("button", { name: "Always check this site" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual([
      "permission news.example",
      'workMode/choose {"mode":"chosenSites"}',
      'tab/check {"tabId":7}',
    ]);
  });

  it("asks for every page where that was the reader's choice", async () => {
    const { sent } = await openUnread({ status: { kind: "noPermission" } });
    fireEvent.click(await screen.findByRole("button", { name: "Allow on every page" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual(["permission every page", 'tab/check {"tabId":7}']);
  });

  it.each(["Always check this site", "Allow on every page"])(
    "changes nothing when the reader refuses: %s",
    async (name) => {
      const kind = name === "Allow on every page" ? "noPermission" : "onClick";
      const { sent } = await openPopup({ status: { kind }, isGranted: false });
      fireEvent.click(button(name));
      expect(await screen.findByText(/Nothing has changed/)).toBeTruthy();
      expect(sent).toHaveLength(1);
      expect(button(name)).toBeTruthy();
      await expectAccessible();
    },
  );

  it("switches the site on again and reads the page", async () => {
    const { sent } = await openUnread({ status: { kind: "offHere" } });
    fireEvent.click(await screen.findByRole("button", { name: "Switch on here" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual([
      'site/switch {"host":"news.example","on":true}',
      'tab/check {"tabId":7}',
    ]);
  });

  it("shows that a switch did not work", async () => {
    await openPopup({ page: matched(threeRelations), switchSite: silent });
    fireEvent.click(screen.getByRole("switch"));
    expect(await screen.findByText("Something went wrong")).toBeTruthy();
  });

  it("shows that a choice could not be stored", async () => {
    await openPopup({ status: { kind: "onClick" }, chooseMode: silent });
    fireEvent.click(button("Always check this site"));
    expect(await screen.findByText("Something went wrong")).toBeTruthy();
  });
});

describe("the popup on a page with 2,000 matches", () => {
  const long = report(
    Array.from({ length: 2_000 }, (_, index) =>
      match({
        exact: `Passage ${index + 1}.`,
        references: [reference({ published: stated("2018-12-31") })],
      }),
    ),
  );

  it("keeps the document small, and shows the later passages on demand", async () => {
    await openPopup({ page: matched(long) });
    expect(document.querySelectorAll("*").length).toBeLessThan(700);
    fireEvent.click(button("Later"));
    expect(await screen.findByText("Passage 26.")).toBeTruthy();
    expect(screen.queryByText("Passage 25.")).toBeNull();
    expect(screen.getByText("Passages 26 to 50 of 2,000")).toBeTruthy();
    expect(document.activeElement?.tagName).toBe("OL");
    expect(document.querySelectorAll("*").length).toBeLessThan(700);
    await expectAccessible();
  });

  it("jumps by the passage's place on the page, not in the part shown", async () => {
    const { sent } = await openPopup({ page: matched(long) });
    fireEvent.click(button("Later"));
    fireEvent.click(await screen.findByText("Passage 27."));
    await screen.findByText("Shown on the page.");
    expect(sent).toEqual(['page/jumpTo {"index":26}']);
  });
});

describe("a passage that was asked for from its card", () => {
  const crowded = report([
    ...Array.from({ length: 30 }, (_, at) => match({ exact: `Passage ${at + 1}.` })),
    match({
      exact: "Wanted words.",
      references: ["A", "B", "C", "D", "E"].map((outlet) => reference({ outlet })),
    }),
  ]);

  it("is in sight with all its references, and has the focus", async () => {
    await openPopup({ page: matched(crowded), asked: { page: "Wanted words.", compare: null } });
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Wanted words."));
    expect(screen.getByText("E")).toBeTruthy();
  });

  it("stands beside the version that was asked for", async () => {
    const compare = crowded.matches[30]!.references[1]!.passage.id;
    await openPopup({ page: matched(crowded), asked: { page: "Wanted words.", compare } });
    const second = await screen.findByLabelText<HTMLSelectElement>("Second wording");
    expect(second.selectedOptions[0]?.textContent).toContain("B");
    expect(document.querySelector(".side .wording")?.textContent).toBe("Wanted words.");
  });

  it("leaves the list as it is when the page has it no more", async () => {
    await openPopup({ page: matched(crowded), asked: { page: "Gone.", compare: null } });
    expect(screen.getByText("Passage 1.")).toBeTruthy();
    expect(document.activeElement).toBe(document.body);
  });
});
