// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { expectAccessible } from "../support/expectAccessible.ts";

import { button, matched, openPopup } from "../support/openPopup.tsx";
import { match, reference, report, stated } from "../support/reportBuilder.ts";
import "../support/lazyViews.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);
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
    fireEvent.click(button("Next"));
    expect(await screen.findByText("Passage 26.")).toBeTruthy();
    expect(screen.queryByText("Passage 25.")).toBeNull();
    expect(screen.getByText("26–50 of 2,000")).toBeTruthy();
    expect(document.activeElement?.tagName).toBe("OL");
    expect(document.querySelectorAll("*").length).toBeLessThan(700);
    await expectAccessible();
  });

  it("jumps by the passage's place on the page, not in the part shown", async () => {
    const { sent } = await openPopup({ page: matched(long) });
    fireEvent.click(button("Next"));
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
