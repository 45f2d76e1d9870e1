// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PageMatch, PublicationDate } from "../../../src/engine/model/index.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { HoverCard } from "../../../src/ui/hoverCard/HoverCard.tsx";
import { wordingIn } from "../support/englishWording.ts";
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

function show(
  matches: readonly PageMatch[],
  published: PublicationDate | null = null,
  locale = "en",
): void {
  const content = { matches, position: 0, count: 1, published };
  render(
    <WordingContext.Provider value={wordingIn(locale)}>
      <HoverCard content={content} tone="light" actions={actions} />
    </WordingContext.Provider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("the date of a version on the card", () => {
  const at = (value: string): PublicationDate => ({ value, precision: "minute", basis: "stated" });
  const dated = (value: string) => [match({ references: [reference({ published: at(value) })] })];
  const told = () => document.querySelector(".published")?.textContent;

  it.each([
    [
      "before the page, in another zone",
      "2019-03-05T17:05+09:00",
      /^\d?\d:05(?:\sAM|\sPM)?, 1\shr\s55\smins? before this page$/,
    ],
    ["after it", "2019-03-05T11:00Z", /^\d?\d:00(?:\sAM|\sPM)?, 1\shr after this page$/],
    ["on another day", "2019-03-02T10:00Z", /2019.*, 3\sdays before this page$/],
    ["at the same time", "2019-03-05T10:00Z", /2019(?!.*this page)/],
    ["on a day alone", "2019-03-05", /2019(?!.*this page)/],
    ["at a time without a zone", "2019-03-05T08:05", /2019(?!.*this page)/],
  ])("says how long before or after the page it was printed: %s", (_, value, expected) => {
    show(dated(value), at("2019-03-05T10:00Z"));
    expect(told()).toMatch(expected);
  });

  it.each([
    ["ar", "قبل هذه الصفحة"],
    ["de", "vor dieser Seite"],
    ["es", "antes de esta página"],
    ["fr", "avant cette page"],
    ["ru", "раньше этой страницы"],
    ["tr", "bu sayfadan"],
  ])("says so in each language of the interface: %s", (locale, words) => {
    show(dated("2019-03-05T08:05Z"), at("2019-03-05T10:00Z"), locale);
    expect(told()).toContain(words);
  });

  it("stands alone where the page's own is not known", () => {
    show(dated("2019-03-05T11:00Z"));
    expect(told()).toMatch(/2019/);
    expect(told()).not.toContain("this page");
  });
});

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
