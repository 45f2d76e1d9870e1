// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { expectAccessible } from "../support/expectAccessible.ts";
import { button, matched, openPopup, threeRelations } from "../support/openPopup.tsx";
import { match, report } from "../support/reportBuilder.ts";
import "../support/lazyViews.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);
describe("a wrong match in the popup", () => {
  it("is left out at once, and the page is matched again", async () => {
    const { sent } = await openPopup({ page: matched(threeRelations) });
    fireEvent.click(button("Not a match: Pref News"));
    await waitFor(() => expect(screen.queryByText("Pref News")).toBeNull());
    expect(await screen.findByText("Dismissed. It will not be shown again.")).toBeTruthy();
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
    fireEvent.click(button("Search elsewhere…"));
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^Only these words/);
    expect(field.value).toMatch(/^"We have come to an understanding on how .*"$/);
    expect(sent).toEqual([]);
    await expectAccessible();
    fireEvent.input(field, { target: { value: "an understanding" } });
    fireEvent.click(button("Search"));
    await waitFor(() => expect(sent).toEqual(["search an understanding"]));
  });

  it("sends nothing when the reader thinks better of it", async () => {
    const { sent } = await openPopup({ page: matched(report([match()])) });
    fireEvent.click(button("Search elsewhere…"));
    fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(document.activeElement).toBe(button("Search elsewhere…")));
    expect(sent).toEqual([]);
  });

  it("says so when the browser could not", async () => {
    await openPopup({ page: matched(report([match()])), search: new Error("no engine") });
    fireEvent.click(button("Search elsewhere…"));
    fireEvent.click(await screen.findByRole("button", { name: "Search" }));
    expect(await screen.findByText("The browser could not run the search.")).toBeTruthy();
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
