// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import type { VNode } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { HoverCard } from "../../../src/ui/hoverCard/HoverCard.tsx";
import { ReportView } from "../../../src/ui/report/ReportView.tsx";
import { englishWording, wordingIn } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import "../support/lazyViews.ts";
import { reportActions } from "../support/reportActions.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source";
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(cleanup);

const german = reference({
  outlet: "Nordseebote",
  language: "de-AT",
  text: "Lawrow sprach am Samstag von 3.000 Soldaten.",
  differences: [
    { kind: "number", page: "2,000", corpus: "3.000" },
    { kind: "wording", page: "spoke", corpus: "sprach" },
  ],
  agreements: [
    { kind: "name", page: "Lavrov", corpus: "Lawrow" },
    { kind: "date", page: "Saturday", corpus: "Samstag" },
    { kind: "number", page: "7", corpus: "7" },
  ],
});
const arabic = reference({
  outlet: "Al-Bahr",
  language: "ar",
  text: "تحدث لافروف يوم السبت عن ألفي جندي.",
  differences: [{ kind: "actor", page: "Lavrov", corpus: "لافروف" }],
});
const english = reference({ outlet: "The Moscow Times", text: "Lavrov spoke of 2,000 soldiers." });

const exact = "Lavrov spoke of 2,000 soldiers on Saturday.";
const both = match({ exact, references: [german, arabic, english] });
const ofEnglish = match({ exact: "Another passage.", references: [english] });

const actions = reportActions();

function draw(view: VNode, wording = englishWording()): Element {
  return render(
    <WordingContext.Provider value={wording}>
      <main>{view}</main>
    </WordingContext.Provider>,
  ).container;
}

function drawReport(matches = [both, ofEnglish]): Element {
  const placed = matches.map(() => true);
  return draw(
    <ReportView
      order="page"
      onOrder={() => undefined}
      report={report(matches)}
      placed={placed}
      actions={actions}
    />,
  );
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

function referenceOf(outlet: string): HTMLElement {
  return screen.getAllByText(outlet, { selector: ".outlet" })[0]!.closest<HTMLElement>("li")!;
}

function openCard(wording = englishWording()): void {
  const content = { matches: [both], position: 0, count: 1, published: null };
  draw(<HoverCard content={content} tone="light" actions={actions as never} />, wording);
}

describe.each([
  ["in the list", () => void drawReport()],
  ["in the card", () => openCard()],
])("a reference in another language, %s", (_where, open) => {
  beforeEach(open);

  it("names its language", () => {
    expect(textOf(referenceOf("Nordseebote"))).toContain("31 December 2018 · in German");
    expect(textOf(referenceOf("Al-Bahr"))).toContain("· in Arabic");
    expect(textOf(referenceOf("The Moscow Times"))).not.toContain("· in ");
  });

  it("carries language and direction, and sets no word off", () => {
    const wordings = ["Nordseebote", "Al-Bahr"].map(
      (outlet) => referenceOf(outlet).querySelector("blockquote")!,
    );
    expect(wordings.map(({ lang, dir }) => [lang, dir])).toEqual([
      ["de-AT", "ltr"],
      ["ar", "rtl"],
    ]);
    expect(wordings.map((wording) => wording.childElementCount)).toEqual([0, 0]);
    const own = referenceOf("The Moscow Times").querySelector("blockquote")!;
    expect([own.lang, own.dir, own.querySelectorAll(".common").length > 0]).toEqual([
      "",
      "auto",
      true,
    ]);
  });

  it("says which names, numbers and dates agree, and which do not", () => {
    const lines = [...referenceOf("Nordseebote").querySelectorAll(".differences > div")];
    expect(lines.map(textOf)).toEqual(["in bothLavrov / Lawrow · Saturday / Samstag · 7"]);
    expect(textOf(document.querySelector(".told")!)).toBe("2,000 here, 3.000 there");
    const parts = [...lines[0]!.querySelectorAll("bdi")];
    expect(parts.map(({ lang }) => lang)).toEqual(["", "de-AT", "", "de-AT", ""]);
    expect(textOf(referenceOf("Al-Bahr"))).toContain("“Lavrov” here, “\u2068لافروف\u2069” there");
  });

  it("is accessible", async () => {
    await expectAccessible();
  });
});

it.each([
  ["de", "auf Deutsch"],
  ["fr", "en allemand"],
  ["es", "en alemán"],
  ["tr", "Almanca"],
  ["ru", "язык: немецкий"],
  ["ar", "باللغة \u2068الألمانية\u2069"],
])("a card in %s calls German %j", (language, words) => {
  openCard(wordingIn(language));
  expect(textOf(referenceOf("Nordseebote"))).toContain(words);
});

describe("side by side", () => {
  const pick = (label: string, outlet: string) =>
    fireEvent.change(screen.getByLabelText(label), {
      target: { value: both.references.find((its) => its.article.outlet === outlet)!.passage.id },
    });
  const marksShown = () => document.querySelectorAll(".side mark, .side .common").length;

  beforeEach(async () => {
    drawReport();
    fireEvent.click(screen.getByRole("button", { name: "Side by side: Nordseebote" }));
    await screen.findByRole("heading", { name: "Two wordings side by side" });
  });

  it("two languages have each its own text, and no words are set off", async () => {
    const texts = [...document.querySelectorAll<HTMLElement>(".side blockquote")];
    expect(texts.map(({ lang, dir }) => [lang, dir])).toEqual([
      ["en", "ltr"],
      ["de-AT", "ltr"],
    ]);
    expect(marksShown()).toBe(0);
    expect(textOf(document.querySelector(".sides"))).toContain("in German");
    expect(textOf(document.querySelector(".verdict"))).toContain("in bothLavrov / Lawrow");
    await expectAccessible();
  });

  it("two versions in one language have their words compared", () => {
    pick("Second wording", "The Moscow Times");
    expect(marksShown()).toBeGreaterThan(0);
    pick("First wording", "Al-Bahr");
    expect(marksShown()).toBe(0);
  });
});

describe("the other views", () => {
  const choose = async (tab: string) => {
    fireEvent.click(screen.getByRole("tab", { name: tab }));
    await waitFor(() => expect(screen.getByRole("tabpanel").childElementCount).toBeGreaterThan(0));
  };

  it("name the language of an article in time", async () => {
    const container = drawReport();
    await choose("Time");
    const rows = [...container.querySelectorAll("svg g")].map(textOf);
    expect(rows).toContainEqual(
      expect.stringMatching(/Nordseebote · in German31 December 2018 · one passage/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/Moscow Times31 December 2018 · 2 passages/));
  });

  it("name the languages of an outlet, and of each of its versions", async () => {
    const container = drawReport();
    await choose("Outlets");
    const section = [...container.querySelectorAll("details.of-outlet")].find((details) =>
      textOf(details).startsWith("Nordseebote"),
    ) as HTMLDetailsElement;
    expect(textOf(section)).toBe("Nordseebote one passage · in German");
    section.open = true;
    fireEvent(section, new Event("toggle"));
    expect(textOf(await within(section).findByRole("listitem"))).toContain("· in German");
  });
});

describe("the filter by language", () => {
  const languages = () => screen.queryByRole("group", { name: "Language" });
  const passages = () => [...document.querySelectorAll("li.match .passage")].map(textOf);
  const outletsListed = () => [...document.querySelectorAll("li.match .outlet")].map(textOf);

  it("is not there where everything is in one language", () => {
    drawReport([ofEnglish, match({ references: [english] })]);
    expect(languages()).toBeNull();
  });

  it("leaves the references in that language, with their relation", () => {
    const literal = match({
      exact: "A third passage.",
      references: [reference({ relation: "verbatim" }), { ...german, relation: "differs" }],
    });
    drawReport([both, ofEnglish, literal]);
    expect([...languages()!.querySelectorAll("button")].map(textOf)).toEqual([
      "All languages 3",
      "English 3",
      "German 2",
      "Arabic 1",
    ]);
    fireEvent.click(within(languages()!).getByRole("button", { name: "German 2" }));
    expect(passages()).toEqual([both.exact, "A third passage."]);
    expect(outletsListed()).toEqual(["Nordseebote", "Nordseebote"]);
    const show = within(screen.getByRole("group", { name: "Show" }));
    fireEvent.click(show.getByRole("button", { name: "Differs in a detail 1" }));
    expect(passages()).toEqual(["A third passage."]);
    fireEvent.click(within(languages()!).getByRole("button", { name: "All languages 3" }));
    expect(passages()).toHaveLength(3);
  });

  it("is accessible", async () => {
    drawReport();
    await expectAccessible();
  });
});
