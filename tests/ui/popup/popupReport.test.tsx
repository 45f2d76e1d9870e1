// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Difference,
  PublicationDate,
  Reference,
  Relation,
} from "../../../src/engine/model/index.ts";

import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";

import { expectAccessible } from "../support/expectAccessible.ts";
import { fakePorts, silent } from "../support/fakePorts.ts";
import { button, matched, openPopup, threeRelations } from "../support/openPopup.tsx";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";
import "../support/lazyViews.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);
describe("the popup on a page with matches", () => {
  it("says how many passages stand in how many outlets, and who had their words earliest", async () => {
    const page = { ...threeRelations.page, published: stated("2019-01-05") };
    await openPopup({ page: matched({ ...threeRelations, page }) });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "3 passages on this page have matches in 2 other outlets.",
    );
    expect(
      screen.getByText("first to print part of this text: The Moscow Times, 31 December 2018"),
    ).toBeTruthy();
  });

  it("says so where others and the page had its words about the same time", async () => {
    await openPopup({ page: matched(threeRelations) });
    expect(
      screen.getByText(
        "same wording printed at about the same time, judging by the dates: The Moscow Times and this page",
      ),
    ).toBeTruthy();
  });

  it("counts the outlets that had its words about the same time, if they are many", async () => {
    const outlets = ["Bay News", "Coast Courier", "Harbour Post", "River Times"];
    const references = outlets.map((outlet) =>
      reference({ outlet, relation: "verbatim", published: stated("2019-03-05") }),
    );
    const told = report([match({ references })]);
    const page = { ...told.page, published: stated("2019-03-09") };
    await openPopup({ page: matched({ ...told, page }) });
    expect(
      screen.getByText(
        "same wording printed at about the same time, judging by the dates: 4 outlets",
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
      /^2 quotes changed · one number differs first to print part of this text: Washington Times, \d?\d:37, 1 hr 55 mins? before this page\u00a0·\u00a012 doubtful matches hidden$/,
    );
    const [line, ...others] = document.querySelectorAll(".detail:not(.meaning)");
    expect(line?.textContent).toBe("4 passages on this page have matches in 2 other outlets.");
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
      "One passage on this page has a match in one other outlet.",
    );
    expect(screen.queryByText(/in these words/)).toBeNull();
  });

  it("says plainly that the earliest date is a guess where it is inferred", async () => {
    const guessed = reference({ relation: "verbatim", published: inferred("2018-12-29") });
    await openPopup({ page: matched(report([match({ references: [guessed] }), match()])) });
    expect(
      screen.getByText(
        "first to print part of this text, if the inferred date is right: The Moscow Times, 29 December 2018",
      ),
    ).toBeTruthy();
  });

  it("lists the passages in page order, each with relation, words and references", async () => {
    await openPopup({ page: matched(threeRelations) });
    const items = within(screen.getByRole("list", { name: "Passages in page order" }));
    const passages = items.getAllByTitle("Show on the page");
    expect(passages.map((item) => item.textContent)).toEqual([
      "First passage.",
      "Second passage.",
      "Third passage.",
    ]);
    expect(items.getByText("Worded differently")).toBeTruthy();
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
    const status = await screen.findByText(/Not found on the page/);
    expect(status.getAttribute("role")).toBe("status");
  });

  it("shows that the page is silent when the jump gets no answer", async () => {
    await openPopup({ page: matched(threeRelations), jump: silent });
    fireEvent.click(button("Second passage."));
    expect(await screen.findByText(/The page did not respond/)).toBeTruthy();
  });

  it("lists passages that could not be marked, says so, and offers no jump to them", async () => {
    await openPopup({ page: matched(threeRelations, [true, false, true]) });
    expect(
      screen.getByText("One passage could not be marked on the page and is listed here only."),
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
      "Most of this page (87%) also appears in an article by The Moscow Times.",
    );
    expect(
      screen.getByText("3 passages on this page have matches in 2 other outlets."),
    ).toBeTruthy();
    // Another outlet has the first passage too.
    expect(screen.getByText("First passage.")).toBeTruthy();
    expect(screen.queryByText("Second passage.")).toBeNull();
    await expectAccessible();
    fireEvent.click(button("Show the 2 passages that match only that article"));
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
    expect(screen.getByRole("contentinfo").textContent).toMatch(/^Your library has 5 articles/);
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
    expect(onHere.title).toBe("While this is off, no page on this site is read or marked.");
    fireEvent.click(onHere);
    await screen.findByText("Off for this site");
    expect(sent).toEqual(['site/switch {"host":"news.example","on":false}']);
  });

  it("is accessible", async () => {
    await openPopup({ page: matched(threeRelations, [true, false, true]) });
    await expectAccessible();
  });
});
