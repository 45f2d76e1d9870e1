// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { type FakeWorld, fakePorts, refusal, silent } from "../support/fakePorts.ts";

import { button, matched, openPopup, threeRelations } from "../support/openPopup.tsx";
import "../support/lazyViews.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);
function pageAfterCheck(sent: () => readonly string[], state: PageState): () => PageState | Error {
  let asked = 0;
  return () => {
    if (!sent().some((entry) => entry.startsWith("tab/check"))) return silent;
    asked += 1;
    return asked > 3 ? state : silent;
  };
}

describe("the popup's actions", () => {
  async function openUnread(world: FakeWorld): Promise<{ sent: string[] }> {
    let log: string[] = [];
    world.page = pageAfterCheck(() => log, matched(threeRelations));
    const { sent } = await openPopupLogging(world, (itsLog) => {
      log = itsLog;
    });
    return { sent };
  }

  async function openPopupLogging(world: FakeWorld, use: (log: string[]) => void) {
    const { ports, sent } = fakePorts(world);
    use(sent);
    const model = createPopupModel(ports);
    render(
      <WordingContext.Provider value={englishWording()}>
        <Popup model={model} />
      </WordingContext.Provider>,
    );
    await model.load();
    await screen.findByRole("heading");
    return { sent };
  }

  it("checks the page on a click, waits for the page's script, and shows what it found", async () => {
    const { sent } = await openUnread({ status: { kind: "onClick" } });
    fireEvent.click(await screen.findByRole("button", { name: "Check this page now" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual(['tab/check {"tabId":7}']);
  });

  it("moves the focus to the new heading when the pressed button is gone", async () => {
    await openUnread({ status: { kind: "onClick" } });
    const check = await screen.findByRole("button", { name: "Check this page now" });
    check.focus();
    fireEvent.click(check);
    await screen.findByText("First passage.");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("leaves the focus alone when it opens", async () => {
    await openPopup({ page: matched(threeRelations) });
    expect(document.activeElement).toBe(document.body);
  });

  it("shows why a page could not be checked", async () => {
    await openPopup({ status: { kind: "onClick" }, check: refusal });
    fireEvent.click(button("Check this page now"));
    expect(await screen.findByText(/does not let extensions read/)).toBeTruthy();
  });

  it("gives up on a page whose script never answers", async () => {
    await openPopup({ status: { kind: "on" } });
    fireEvent.click(button("Check this page now"));
    expect(await screen.findByText(/did not respond. Reload it/)).toBeTruthy();
  });

  it("asks for the site's permission before anything else, then always checks it", async () => {
    const { sent } = await openUnread({ status: { kind: "onClick" } });
    fireEvent.click(await screen.findByRole("button", { name: "Always check this site" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual([
      "permission news.example",
      'workMode/choose {"mode":"chosenSites"}',
      'tab/check {"tabId":7}',
    ]);
  });

  it("asks for every page where that was the reader's choice", async () => {
    const { sent } = await openUnread({ status: { kind: "noPermission" } });
    fireEvent.click(await screen.findByRole("button", { name: "Allow on every page" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual(["permission every page", 'tab/check {"tabId":7}']);
  });

  it.each(["Always check this site", "Allow on every page"])(
    "changes nothing when the reader refuses: %s",
    async (name) => {
      const kind = name === "Allow on every page" ? "noPermission" : "onClick";
      const { sent } = await openPopup({ status: { kind }, isGranted: false });
      fireEvent.click(button(name));
      expect(await screen.findByText(/Nothing has changed/)).toBeTruthy();
      expect(sent).toHaveLength(1);
      expect(button(name)).toBeTruthy();
      await expectAccessible();
    },
  );

  it("switches the site on again and reads the page", async () => {
    const { sent } = await openUnread({ status: { kind: "offHere" } });
    fireEvent.click(await screen.findByRole("button", { name: "Switch on here" }));
    await screen.findByText("First passage.");
    expect(sent).toEqual([
      'site/switch {"host":"news.example","on":true}',
      'tab/check {"tabId":7}',
    ]);
  });

  it("shows that a switch did not work", async () => {
    await openPopup({ page: matched(threeRelations), switchSite: silent });
    fireEvent.click(screen.getByRole("switch"));
    expect(await screen.findByText("Something went wrong")).toBeTruthy();
  });

  it("shows that a choice could not be stored", async () => {
    await openPopup({ status: { kind: "onClick" }, chooseMode: silent });
    fireEvent.click(button("Always check this site"));
    expect(await screen.findByText("Something went wrong")).toBeTruthy();
  });
});
