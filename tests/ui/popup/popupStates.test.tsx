// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { UnansweredError } from "../../../src/messages/client.ts";
import type { PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { type FakeWorld, fakePorts, refusal, silent, soundLibrary } from "../support/fakePorts.ts";
import { button, matched, openPopup, threeRelations } from "../support/openPopup.tsx";
import { report } from "../support/reportBuilder.ts";
import "../support/lazyViews.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);
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
    says: /No article in your library matches/,
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
    heading: "Off for this site",
    says: /until you switch it on again/,
    buttons: ["Switch on here"],
    hasSwitch: true,
  },
  {
    state: "a site that is off, said by the page",
    world: { page: { kind: "off" } },
    heading: "Off for this site",
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
    says: /Your library has no articles/,
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
    says: /did not respond/,
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
      tab: (async (name: string) => {
        if (name === "page/position") throw new UnansweredError("not yet");
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
    expect(screen.getByRole("heading").textContent).toBe("Reading this page…");
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
      tab: (async (name: string) => {
        if (name === "page/position") throw new UnansweredError("not yet");
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
    expect(await screen.findByText(/^Comparing 9,400 words/)).toBeTruthy();
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
    const problems = within(screen.getByRole("region", { name: "A problem with your library" }));
    expect(problems.getByText(/^The index of the bundled articles was damaged\./).title).toBe(
      "truncated",
    );
    await expectAccessible();
  });
});
