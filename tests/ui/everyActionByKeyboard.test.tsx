// @vitest-environment jsdom
/**
 * Every action of card, popup, side panel, settings, stories and first-run page, done by keyboard.
 *
 * A row says what is pressed ("name of the control · keys", several joined by "then") and what happens:
 * a call of the page's model, "opens" (a link, or the browser's file picker), "shows" or "hides" words,
 * or "in …", the test in tests/browser that needs a browser's own keys. The test fails for a control that
 * no row names. The tests in tests/browser also check that Tab leads from each control to the next.
 * Long, because it is one table.
 */
import { readFileSync } from "node:fs";
import { cleanup, render, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WordingContext } from "../../src/ui/components/wording.ts";
import { englishWording } from "./support/englishWording.ts";
import "./support/lazyViews.ts";
import {
  drawCard,
  drawFirstRun,
  drawKeeping,
  drawNothingFound,
  drawPopup,
  drawSidePanel,
  drawState,
} from "./support/listsDrawn.tsx";
import {
  outletsOfLanguage,
  type Place,
  scrolls,
  settingsByKeyboard,
  unfolds,
} from "./support/settingsByKeyboard.ts";
import { drawStories, drawStory } from "./support/storiesDrawn.tsx";

const places: readonly Place[] = [
  {
    name: "the first-run page",
    draw: drawFirstRun,
    rows: [
      ["The group would coordinate · [Enter]", "opens #note-contradicts"],
      ["We reached an agreement · [Enter]", "opens #note-reworded"],
      ["Original: “Syria · [Enter]", "opens https://www.prefnews.com/"],
      ["Follow outlets · [Enter]", "opens #starters-heading"],
      ["Outlets in · [End]", outletsOfLanguage],
      ["Follow Isle en · [Enter]", 'follow ["https://isle.example/en.rss","Isle en"]'],
      ["Remember what I read · [Enter]", "opens options.html#memory"],
      ["Import files · [Enter]", "opens options.html#corpora"],
      [
        "Paste any sentence · More",
        "in firstHour.test.ts: find who else printed a sentence, by keyboard alone",
      ],
      ["Who else printed it? · [Enter]", "lookUp"],
      ["On every news page · [Enter]", 'choose ["everywhere"]'],
      ["On sites I choose · [Space]", 'choose ["chosenSites"]'],
      ["Only when I click · [Enter]", 'choose ["onClick"]'],
      ["Isle en · [Enter]", "opens https://isle.example/"],
    ],
  },
  {
    name: "the card",
    draw: drawCard,
    rows: [
      ["Previous passage · [Enter]", "onStep [-1]"],
      ["Next passage · [Enter]", "onStep [1]"],
      ["Original: “Russia, Turkey · [Enter]", "opens https://outlet.example/article"],
      ["Side by side: · [Enter]", "onOpenList"],
      ["Copy citation: · [Enter]", "onCopy"],
      ["Not a match: · [Enter] then Undo · [Enter]", "onRestore"],
      ["Show one more · [Enter]", "onOpenList"],
    ],
  },
  {
    name: "the popup with a list",
    draw: drawPopup,
    rows: [
      ["This story · [Enter]", "opens story.html?tab=7"],
      ["Open beside the page · [Enter]", "openPanel"],
      ["Active on news.example · [Space]", "switchSite [false]"],
      ["Worded differently 29 · [Enter]", "shows 1–25 of 28"],
      ["Differs in a detail 1 · [Enter] then All 30 · [Enter]", "shows 1–25 of 29"],
      ["Passages · [End]", "shows None of the outlets names"],
      ["Changed first · [Enter]", 'setOrder ["weight"]'],
      ["In page order · [Enter]", 'setOrder ["page"]'],
      ["Show the passage that matches only that article · [Enter]", "shows 1–25 of 30"],
      ["A passage · [Enter]", "jumpTo [0]"],
      ["Original: “Russia, Turkey · [Enter]", "opens https://outlet.example/article"],
      ["Side by side: · [Enter]", "shows Two wordings side by side"],
      [
        "Side by side: · [Enter] then Back to the list · [Enter]",
        "hides Two wordings side by side",
      ],
      [
        "Second wording · [End]",
        "in demo/views.ts: put two wordings side by side by keyboard alone",
      ],
      ["Copy citation: · [Enter]", "copy"],
      ["Not a match: · [Enter]", "dismiss"],
      ["Undo · [Enter]", "undoDismissal []"],
      ["Show one more · [Enter]", "shows Show fewer"],
      ["Search elsewhere… · [Enter] then Search · [Enter]", "search"],
      ["Search elsewhere… · [Enter] then Cancel · [Enter]", "hides Only these words"],
      ["Next · [Enter]", "shows 26–29 of 29"],
      ["Next · [Enter] then Previous · [Enter]", "shows 1–25 of 29"],
      ["Export the findings · [Enter]", unfolds],
      ["Check again · [Enter]", "check []"],
      ["Settings · [Enter]", "opens options.html"],
      ["Switch off everywhere · [Enter]", "switchEverywhere [false]"],
    ],
  },
  {
    name: "the popup of a page that was not read",
    draw: drawState({ kind: "notChecked" }),
    rows: [["Check this page now · [Enter]", "check []"]],
  },
  {
    name: "the popup on a site that is off",
    draw: drawState({ kind: "offHere" }),
    rows: [["Switch on here · [Enter]", "switchSite [true]"]],
  },
  {
    name: "the popup while all is off",
    draw: drawState({ kind: "offEverywhere" }),
    rows: [["Switch on again · [Enter]", "switchEverywhere [true]"]],
  },
  {
    name: "the popup where pages are read on a click",
    draw: drawState({ kind: "onClick" }),
    rows: [
      ["Check this page now · [Enter]", "check []"],
      ["Always check this site · [Enter]", "alwaysHere []"],
    ],
  },
  {
    name: "the popup without permission",
    draw: drawState({ kind: "noPermission" }),
    rows: [
      ["Allow on every page · [Enter]", "allowEveryPage []"],
      ["Check this page now · [Enter]", "check []"],
    ],
  },
  {
    name: "the popup after a failure",
    draw: drawState({ kind: "failed", problem: "silent" }),
    rows: [["Try again · [Enter]", "check []"]],
  },
  {
    name: "the side panel",
    draw: drawSidePanel,
    rows: [
      [
        "Scroll with the page · [Space] then Scroll with the page · [Space]",
        "shows Scroll with the page",
      ],
    ],
  },
  {
    name: "keeping a page",
    draw: drawKeeping,
    rows: [
      ["Save the new version too · [Enter]", "save []"],
      ["Remove · [Enter]", "remove []"],
      ["Changed since · [Enter]", unfolds],
      ["Follow “Coast Courier” · [Enter]", "follow"],
      ["Undo · [Enter]", "undoRemoval []"],
    ],
  },
  {
    name: "keeping a page where nothing was found",
    draw: drawNothingFound,
    rows: [
      ["Follow “Isle Echo” · [Enter]", "follow"],
      ["More outlets, by language · [Enter]", "opens options.html#starters"],
      ["Save this page’s article · [Enter]", "save []"],
    ],
  },
  {
    name: "the list of stories",
    draw: drawStories,
    rows: [
      ["Search titles · f", 'searchFor ["f"]'],
      ["Ferry Selma · [Enter]", "opens story.html?article=ferry"],
      ["Show more stories · [Enter]", "listMore []"],
    ],
  },
  {
    name: "a story",
    draw: drawStory,
    rows: [
      ["All stories · [Enter]", "opens story.html"],
      ["First: The Harbour Post · [Enter]", "opens #when"],
      ["one quote changed · [Enter]", "opens #quotes"],
      ["one number differs · [Enter]", "opens #differing"],
      ["4 sources · [Enter]", "opens #sources"],
      ["4 statements each appear · [Enter]", "opens #alone"],
      ["Ferry Selma runs · [Enter]", "opens https://the-harbour-post.example/"],
      ["Passengers wait · [Enter]", "opens https://coast-courier.example/"],
      ["Coastguard frees · [Enter]", "opens https://northern-ledger.example/"],
      ["Minister orders · [Enter]", "opens https://inland-gazette.example/"],
      ["As a table · [Enter]", unfolds],
      ["OutletFromPassages · [ArrowDown]", scrolls],
      ["3 statements · [Enter]", unfolds],
      ["Copy: Printable report · [Enter]", "copy"],
      ["Copy: Markdown · [Enter]", "copy"],
      ["Copy: Table · [Enter]", "copy"],
      ["Copy: Web Annotations · [Enter]", "copy"],
      ["Save: Printable report · [Enter]", "save"],
      ["Save: Markdown · [Enter]", "save"],
      ["Save: Table · [Enter]", "save"],
      ["Save: Web Annotations · [Enter]", "save"],
    ],
  },
  ...settingsByKeyboard,
];

beforeEach(() => {
  // What jsdom lacks.
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("CSS", { escape: String });
});
afterEach(cleanup);

/** Draws a place; `log` is told what is asked of its model, and what opens. */
function open({ draw }: Place): string[] {
  const log: string[] = [];
  render(<WordingContext.Provider value={englishWording()}>{draw(log)}</WordingContext.Provider>);
  document.body.onclick = (event) => {
    const { href, type } = event.target as HTMLAnchorElement;
    if (type === "file") log.push("opens the choice of files");
    if (href) log.push(`opens ${(event.target as Element).getAttribute("href")}`);
    if (href || type === "file") event.preventDefault();
  };
  return log;
}

function nameOf(control: Element): string {
  const label = (control as HTMLInputElement).labels?.[0]?.textContent;
  return (control.getAttribute("aria-label") ?? label ?? control.textContent ?? "").trim();
}

/** What Tab stops at: of radio buttons, the one that is chosen. */
function controls(): readonly HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>("*")].filter(
    (its) => its.tabIndex >= 0 && !its.matches(":disabled, [type=radio]:not(:checked)"),
  );
}

async function press(presses: string): Promise<void> {
  const [name = "", keys = ""] = presses.split(" · ");
  const user = userEvent.setup({ delay: null });
  const control = await waitFor(() => {
    const found = controls().find((its) => nameOf(its).startsWith(name));
    if (found === undefined) throw new Error(`no control is called ${name}`);
    return found;
  });
  control.focus();
  await user.keyboard(keys);
}

const pressed = places
  .flatMap(({ rows }) => rows.flatMap(([presses]) => presses.split(" then ")))
  .map((step) => step.split(" · ")[0] ?? "");

describe.each(places)("by keyboard, $name", (place) => {
  it.each(place.rows)("%s: %s", async (presses, outcome) => {
    const [, kind = "", said = ""] = /^(?:(shows|hides|in) )?(.*)$/.exec(outcome) ?? [];
    if (kind === "in") {
      const [file = "", test = ""] = said.split(": ");
      expect(readFileSync(`tests/browser/${file}`, "utf8")).toContain(`it("${test}`);
      return;
    }
    const log = open(place);
    const steps = presses.split(" then ");
    for (const step of steps.slice(0, -1)) await press(step);
    await press(steps.at(-1) ?? "");
    await waitFor(() => {
      const words = document.body.textContent ?? "";
      if (kind === "") expect(log.filter((entry) => entry.startsWith(said))).not.toEqual([]);
      else expect(words.includes(said)).toBe(kind === "shows");
    });
  });

  it("has no control that no row presses", () => {
    open(place);
    expect(
      controls()
        .map(nameOf)
        .filter((name) => !pressed.some((its) => name.startsWith(its))),
    ).toEqual([]);
  });
});
