// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PageMatch } from "../../../src/engine/model/index.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { HoverCard } from "../../../src/ui/hoverCard/HoverCard.tsx";
import { englishWording } from "../support/englishWording.ts";
import { match, reference } from "../support/reportBuilder.ts";

const onOpenList = vi.fn();
const onCopy = vi.fn(async (_: string) => undefined);
const onDismiss = vi.fn(async () => undefined);
const onRestore = vi.fn(async () => undefined);
const actions = { onStep: vi.fn(), onOpenList, onCopy, onDismiss, onRestore };

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function show(matches: readonly PageMatch[]): void {
  render(
    <WordingContext.Provider value={englishWording()}>
      <HoverCard content={{ matches, position: 0, count: 1 }} tone="light" actions={actions} />
    </WordingContext.Provider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("what can be done from the card", () => {
  const other = reference({ outlet: "Pref News" });
  const passage = match({ references: [other] });

  it("puts a version beside the page's words in the list", () => {
    show([passage]);
    press("Side by side: Pref News");
    expect(onOpenList).toHaveBeenCalledWith(passage, other);
  });

  it("shows the references for which there is no room in the list", () => {
    const references = Array.from({ length: 5 }, (_, i) => reference({ outlet: `Outlet ${i}` }));
    const crowded = match({ references });
    show([crowded]);
    press("Show 2 more");
    expect(onOpenList).toHaveBeenCalledWith(crowded, null);
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
  });

  it("copies a citation, and says whether it could", async () => {
    show([passage]);
    press("Copy citation: Pref News");
    expect(onCopy.mock.calls[0]?.[0]).toContain("Pref News");
    expect(await screen.findByText("Copied.")).toBeTruthy();
    onCopy.mockRejectedValueOnce(new Error("denied"));
    press("Copy citation: Pref News");
    expect(await screen.findByText("The browser did not allow copying.")).toBeTruthy();
  });

  it("leaves a version out, and takes that back", async () => {
    show([passage]);
    press("Not a match: Pref News");
    expect(onDismiss).toHaveBeenCalledWith(passage, other);
    expect(await screen.findByText("Dismissed. It will not be shown again.")).toBeTruthy();
    press("Undo");
    expect(onRestore).toHaveBeenCalledWith(passage, other);
    await waitFor(() =>
      expect(screen.queryByText("Dismissed. It will not be shown again.")).toBeNull(),
    );
  });

  it("says so when nobody could be asked", async () => {
    onDismiss.mockRejectedValueOnce(new Error("gone"));
    show([passage]);
    press("Not a match: Pref News");
    expect(await screen.findByText(/That did not work/)).toBeTruthy();
  });
});
