// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { ReportView } from "../../../src/ui/report/ReportView.tsx";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import "../support/lazyViews.ts";
import { reportActions } from "../support/reportActions.ts";
import { inferred, match, reference, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source";
  vi.stubGlobal("scrollTo", vi.fn());
});
afterEach(cleanup);

const passage = match({
  exact: "They agreed on Saturday to go on.",
  references: [
    reference({
      text: "They agreed on Sunday to go on.",
      relation: "differs",
      differences: [{ kind: "date", page: "Saturday", corpus: "Sunday" }],
    }),
    reference({
      outlet: "Pref News",
      published: inferred("2018-12-29"),
      text: "They decided on Sunday to go on.",
    }),
  ],
});

/** Opens the report and puts the version of an outlet beside the page's. */
async function compareWith(outlet: string): Promise<void> {
  const actions = reportActions();
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <ReportView
          order="page"
          onOrder={() => undefined}
          report={report([passage])}
          placed={[true]}
          actions={actions}
        />
      </main>
    </WordingContext.Provider>,
  );
  const opener = screen.getByRole("button", { name: `Side by side: ${outlet}` });
  opener.focus();
  fireEvent.click(opener);
  await screen.findByRole("heading", { name: "Two wordings side by side" });
}

/** The words that are set off on each side. */
function setOff(): string[][] {
  return [...document.querySelectorAll(".side")].map((side) =>
    [...side.querySelectorAll("mark")].map((mark) => mark.textContent ?? ""),
  );
}

function choose(label: string, option: string): void {
  const list = screen.getByLabelText<HTMLSelectElement>(label);
  const wanted = within(list).getByRole<HTMLOptionElement>("option", { name: option });
  fireEvent.change(list, { target: { value: wanted.value } });
}

describe("two wordings side by side", () => {
  it("are at first the page's and the one that was asked for, the differing words set off in both", async () => {
    await compareWith("The Moscow Times");
    expect(setOff()).toEqual([["Saturday"], ["Sunday"]]);
    expect(screen.getByText("Differs in a detail", { selector: ".verdict *" })).toBeTruthy();
    expect(
      screen.getByText("“Saturday” here, “Sunday” there", { selector: ".verdict dd" }),
    ).toBeTruthy();
    await expectAccessible();
  });

  it("can be those of any two outlets", async () => {
    await compareWith("The Moscow Times");
    choose("First wording", "Pref News");
    await waitFor(() => expect(setOff()).toEqual([["decided"], ["agreed"]]));
    // How the page's words relate to either says nothing about these two.
    expect(document.querySelector(".verdict")).toBeNull();
    await expectAccessible();
  });

  it("are said to be the same where they are", async () => {
    await compareWith("Pref News");
    choose("First wording", "Pref News");
    expect(await screen.findByText("Same words.")).toBeTruthy();
  });

  it("take the focus, and give it back to the button that asked for them", async () => {
    await compareWith("Pref News");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    fireEvent.click(screen.getByRole("button", { name: "Back to the list" }));
    await waitFor(() =>
      expect(document.activeElement?.getAttribute("aria-label")).toBe("Side by side: Pref News"),
    );
    expect(screen.getByRole("tab", { name: "Passages" })).toBeTruthy();
  });

  it("name a second passage of the same article by a number", async () => {
    const twice = match({ references: [reference({ text: "One." }), reference({ text: "Two." })] });
    const actions = reportActions();
    render(
      <WordingContext.Provider value={englishWording()}>
        <ReportView
          order="page"
          onOrder={() => undefined}
          report={report([twice])}
          placed={[true]}
          actions={actions}
        />
      </WordingContext.Provider>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Show one more" }));
    fireEvent.click((await screen.findAllByRole("button", { name: /^Side by side/ }))[1]!);
    const second = await screen.findByLabelText<HTMLSelectElement>("Second wording");
    expect(second.selectedOptions[0]?.textContent).toBe("The Moscow Times (2)");
  });
});
