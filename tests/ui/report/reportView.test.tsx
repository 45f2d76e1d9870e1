// @vitest-environment jsdom
/** The view of a report. Long, because every part of one view is looked at. */
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PageMatch } from "../../../src/engine/model/index.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { ReportView } from "../../../src/ui/report/ReportView.tsx";
import { englishWording, wordingIn } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import "../support/lazyViews.ts";
import { reportActions } from "../support/reportActions.ts";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source";
});
afterEach(cleanup);

const matches = [
  match({
    exact: "First passage.",
    references: [
      reference({ relation: "verbatim", speaker: "Sergei Lavrov", via: ["Interfax"] }),
      reference({ outlet: "Pref News", published: inferred("2018-12-29") }),
    ],
  }),
  match({ exact: "Second passage.", relation: "differs" }),
];

function open(of: readonly PageMatch[] = matches) {
  const actions = reportActions();
  const shown = report(of);
  const { container } = render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <ReportView
          order="page"
          onOrder={() => undefined}
          report={shown}
          placed={of.map(() => true)}
          actions={actions}
        />
      </main>
    </WordingContext.Provider>,
  );
  return { ...actions, container };
}

/** Chooses a view, and waits for it: its code comes when it is first looked at. */
async function choose(tab: string): Promise<void> {
  fireEvent.click(screen.getByRole("tab", { name: tab }));
  await waitForView();
}

function waitForView(): Promise<void> {
  return waitFor(() => expect(screen.getByRole("tabpanel").childElementCount).toBeGreaterThan(0));
}

/** Unfolds the forms for taking findings along. */
async function openExport(): Promise<void> {
  const menu = document.querySelector<HTMLDetailsElement>("details.export")!;
  menu.open = true;
  fireEvent(menu, new Event("toggle"));
  await screen.findByText("Markdown");
}

/** The cells of the table beneath a drawing, as text. */
function tableOf(title: string): string[][] {
  const picture = within(screen.getByRole("region", { name: title }));
  fireEvent.click(picture.getByText("As a table"));
  return picture
    .getAllByRole("row", { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
}

describe("the report's views", () => {
  it("are chosen by arrow keys, Home and End, with one stop for Tab", () => {
    open();
    const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
    screen.getByRole("tab", { name: "Passages" }).focus();
    press("ArrowRight");
    expect(document.activeElement?.textContent).toBe("Outlets");
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    press("End");
    expect(document.activeElement?.textContent).toBe("Sources");
    press("ArrowRight");
    expect(document.activeElement?.textContent).toBe("Passages");
    press("ArrowLeft");
    press("Home");
    expect(document.activeElement?.textContent).toBe("Passages");
    expect(screen.getAllByRole("tab").filter((tab) => tab.tabIndex === 0)).toHaveLength(1);
  });

  it("show by outlet which outlet carries which passage, drawn and as a table", async () => {
    const { jumpTo } = open();
    await choose("Outlets");
    expect(screen.getByRole("img", { name: "Which outlet has which passage" })).toBeTruthy();
    expect(tableOf("Which outlet has which passage")).toEqual([
      ["Passage", "The Moscow Times", "Pref News"],
      ["First passage.", "Word for word", "Worded differently"],
      ["Second passage.", "Differs in a detail", "–"],
    ]);
    const section = screen.getByText("Pref News", { selector: ".outlet" }).closest("details")!;
    section.open = true;
    fireEvent(section, new Event("toggle"));
    fireEvent.click(await within(section).findByRole("button", { name: "First passage." }));
    expect(jumpTo).toHaveBeenCalledWith(0);
    await expectAccessible();
  });

  it("show in time who printed it when, and who was first, inferred dates as inferred", async () => {
    open();
    await choose("Time");
    expect(tableOf("Who printed it, and when")).toEqual([
      ["Outlet", "Date", "Passages"],
      ["Pref News", "29 December 2018 (date inferred)", "1"],
      ["The Moscow Times", "31 December 2018", "2"],
      ["This page", "31 December 2018", "2"],
    ]);
    const firsts = within(screen.getByRole("list", { name: /^First in print/ }));
    expect(firsts.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "First passage.First, if the inferred date is right: Pref News, 29 December 2018.",
      "Second passage.At about the same time, judging by the dates: The Moscow Times and this page",
    ]);
    await expectAccessible();
  });

  it("show in the list, too, how long before or after the page others printed it", () => {
    const at = (value: string) => ({ value, precision: "minute", basis: "stated" }) as const;
    const references = [
      reference({ outlet: "Seoul Sheet", published: at("2018-12-31T17:05+09:00") }),
      reference({ outlet: "Boston Bugle", published: at("2018-12-31T06:00-05:00") }),
    ];
    const told = report([match({ references })]);
    const page = { ...told.page, published: at("2018-12-31T10:00+00:00") };
    render(
      <WordingContext.Provider value={englishWording()}>
        <main>
          <ReportView
            order="page"
            onOrder={() => undefined}
            report={{ ...told, page }}
            placed={[true]}
            actions={reportActions()}
          />
        </main>
      </WordingContext.Provider>,
    );
    const dates = [...document.querySelectorAll(".reference time")].map((its) => its.textContent);
    expect(dates[0]).toMatch(/, 1\shr\s55\smins? before this page/);
    expect(dates[1]).toMatch(/, 1\shr after this page/);
  });

  it("show whom the outlets name as their sources, drawn and as a table", async () => {
    open();
    await choose("Sources");
    expect(tableOf("Sources named by each outlet")).toEqual([
      ["Outlet", "From", "Passages"],
      ["The Moscow Times", "Interfax ← Sergei Lavrov", "1"],
      ["The Moscow Times", "no source named", "1"],
    ]);
    await expectAccessible();
  });

  it("say so when no outlet names a source", async () => {
    open([match({ references: [reference()] })]);
    await choose("Sources");
    expect(screen.getByText(/None of the outlets names/)).toBeTruthy();
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("tell of each outlet the same number of passages", async () => {
    open();
    const ofTimes = (rows: string[][]) => rows.filter(([outlet]) => outlet === "The Moscow Times");
    await choose("Outlets");
    const section = screen.getByText("The Moscow Times", { selector: ".outlet" });
    expect(section.closest("summary")?.textContent).toBe("The Moscow Times 2 passages");
    await choose("Time");
    expect(ofTimes(tableOf("Who printed it, and when")).map(([, , count]) => count)).toEqual(["2"]);
    await choose("Sources");
    const title = "Sources named by each outlet";
    const counts = ofTimes(tableOf(title)).map(([, , count]) => Number(count));
    expect(counts.reduce((a, b) => a + b)).toBe(2);
    const drawn = screen.getByRole("img", { name: title }).querySelector("text.strong");
    expect(drawn?.textContent).toBe("The Moscow Times 2");
  });

  it("say what a relation means: at its filter, and below the signs of the table", async () => {
    open();
    const filter = screen.getByRole("button", { name: "Differs in a detail 1" });
    const meaning = "The same except for one detail: a different number, date, place or person.";
    expect(filter.title).toBe(meaning);
    expect(screen.queryByText(meaning)).toBeNull();
    fireEvent.click(filter);
    expect(screen.getByText(meaning)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "All 2" }));
    await choose("Outlets");
    fireEvent.click(screen.getByText("What these mean"));
    expect(screen.getByText("At odds", { selector: "dt" }).nextSibling?.textContent).toBe(
      "The two can hardly both be true. Second Source does not say which one is true.",
    );
    await expectAccessible();
  });

  it("are all filtered by the relation that is chosen", async () => {
    open();
    fireEvent.click(screen.getByRole("button", { name: "Differs in a detail 1" }));
    await choose("Outlets");
    expect(tableOf("Which outlet has which passage")).toEqual([
      ["Passage", "The Moscow Times"],
      ["Second passage.", "Differs in a detail"],
    ]);
  });

  it.each(["Passages", "Outlets", "Time", "Sources"])(
    "keep the document small with two thousand passages (%s)",
    async (tab) => {
      const { container } = open(
        Array.from({ length: 2_000 }, (_, at) =>
          match({
            exact: `Passage ${at}.`,
            references: [reference({ outlet: `Outlet ${at % 300}`, via: [`Source ${at}`] })],
          }),
        ),
      );
      await choose(tab);
      expect(container.querySelectorAll("*").length).toBeLessThan(4_000);
    },
  );
});

describe("taking findings along", () => {
  it("copies one version as a citation", () => {
    const { copy } = open();
    fireEvent.click(screen.getByRole("button", { name: "Copy citation: Pref News" }));
    expect(copy).toHaveBeenCalledWith(
      expect.stringMatching(/Pref News, “.*”, 29 December 2018 \(date inferred\)\. https:/),
    );
  });

  it("copies and saves what is shown in its forms", async () => {
    const { copy, save } = open();
    await openExport();
    fireEvent.click(screen.getByRole("button", { name: "Copy: Markdown" }));
    expect(copy.mock.calls[0]?.[0]).toContain("> First passage.");
    fireEvent.click(screen.getByRole("button", { name: "Save: Table (CSV)" }));
    expect(save.mock.calls[0]?.[0]).toMatchObject({
      name: expect.stringMatching(/^the-demonstration-moscow-and-ankara-.*-\d{4}-\d\d-\d\d\.csv$/),
    });
    fireEvent.click(screen.getByRole("button", { name: "Copy: Web Annotations (JSON-LD)" }));
    const annotations = JSON.parse(copy.mock.calls[1]?.[0]);
    expect(annotations.items[0].target.selector).toEqual({
      type: "TextQuoteSelector",
      exact: "First passage.",
    });
  });

  it("leaves out what the filter leaves out", async () => {
    const { copy } = open();
    fireEvent.click(screen.getByRole("button", { name: "Differs in a detail 1" }));
    await openExport();
    fireEvent.click(screen.getByRole("button", { name: "Copy: Markdown" }));
    expect(copy.mock.calls[0]?.[0]).not.toContain("First passage.");
  });
});

describe("the report from right to left", () => {
  beforeEach(() => {
    document.documentElement.dir = "rtl";
    document.documentElement.lang = "ar";
  });
  afterEach(() => {
    document.documentElement.dir = "ltr";
  });

  function openInArabic() {
    const told = report(matches);
    const shown = { ...told, page: { ...told.page, published: stated("2019-01-05") } };
    const actions = reportActions();
    render(
      <WordingContext.Provider value={wordingIn("ar")}>
        <main>
          <ReportView
            order="page"
            onOrder={() => undefined}
            report={shown}
            placed={[true, true]}
            actions={actions}
          />
        </main>
      </WordingContext.Provider>,
    );
  }

  it("keeps names and dates of an Arabic sentence apart from each other", () => {
    openInArabic();
    const earliest = document.querySelector(".detail")?.textContent;
    expect(earliest).toMatch(/\u2068The Moscow Times\u2069، \u2068.*2018\u2069/);
  });

  it("moves through the views the other way round", () => {
    openInArabic();
    const [first] = screen.getAllByRole("tab");
    first!.focus();
    fireEvent.keyDown(first!, { key: "ArrowLeft" });
    expect(document.activeElement?.id).toBe("tab-outlets");
  });

  it.each(["outlets", "time", "sources"])(
    "puts no mark of isolation into a drawing's text, where Firefox cannot bear it (%s)",
    async (tab) => {
      openInArabic();
      fireEvent.click(document.querySelector(`#tab-${tab}`)!);
      await waitForView();
      const drawn = document.querySelector(".picture .drawing")?.textContent;
      expect(drawn).toContain("The Moscow Times");
      expect(drawn).not.toMatch(/[\u2066-\u2069]/);
    },
  );

  it("is accessible, and mirrors its drawings", async () => {
    openInArabic();
    fireEvent.click(document.querySelector("#tab-time")!);
    await waitForView();
    const dot = document.querySelector(".drawing circle");
    expect(Number(dot?.getAttribute("cx"))).toBeGreaterThan(300);
    await expectAccessible();
  });
});
