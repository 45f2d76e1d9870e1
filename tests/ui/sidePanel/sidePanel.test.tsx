// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UnansweredError } from "../../../src/messages/client.ts";
import type { PagePosition, PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { followPage } from "../../../src/ui/popup/followPage.ts";
import { createPopupModel, type PopupModel } from "../../../src/ui/popup/popupModel.ts";
import { SidePanel } from "../../../src/ui/sidePanel/SidePanel.tsx";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { fakePorts, silent } from "../support/fakePorts.ts";
import { match, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source beside the page";
});
afterEach(cleanup);

function pageOf(...words: readonly string[]): PageState {
  const matches = words.map((exact) => match({ exact }));
  return {
    kind: "matched",
    report: report(matches),
    placed: matches.map(() => true),
    meaning: null,
    archive: null,
  };
}

/** A page whose answers a test changes as it goes. */
interface LivePage {
  state: PageState | UnansweredError;
  position: PagePosition;
}

function panelOver(page: LivePage): PopupModel {
  const { ports } = fakePorts({ page: () => page.state });
  const model = createPopupModel({
    ...ports,
    tab: (async (name: string, request: never) => {
      if (name !== "page/position") return ports.tab(name as "page/describe", request);
      if (page.state instanceof Error) throw page.state;
      return page.position;
    }) as typeof ports.tab,
  });
  render(
    <WordingContext.Provider value={englishWording()}>
      <SidePanel model={model} />
    </WordingContext.Provider>,
  );
  return model;
}

function current(): string | undefined {
  const item = document.querySelector('[aria-current="location"]');
  return item?.querySelector(".passage")?.textContent ?? undefined;
}

describe("the side panel", () => {
  it("keeps to the passage that the page shows, until it is told not to", async () => {
    const page: LivePage = {
      state: pageOf("First passage.", "Second passage."),
      position: { revision: 1, index: 0, meaning: null, archive: null },
    };
    const model = panelOver(page);
    await model.load();
    await model.follow();
    await waitFor(() => expect(current()).toBe("First passage."));
    page.position = { revision: 1, index: 1, meaning: null, archive: null };
    await model.follow();
    await waitFor(() => expect(current()).toBe("Second passage."));
    fireEvent.click(screen.getByRole("switch", { name: "Scroll with the page" }));
    await waitFor(() => expect(current()).toBeUndefined());
    await expectAccessible();
  });

  it("shows the part of a long list in which the page is", async () => {
    const words = Array.from({ length: 60 }, (_, at) => `Passage ${at + 1}.`);
    const page: LivePage = {
      state: pageOf(...words),
      position: { revision: 1, index: 40, meaning: null, archive: null },
    };
    const model = panelOver(page);
    await model.load();
    await model.follow();
    await waitFor(() => expect(current()).toBe("Passage 41."));
    expect(screen.queryByText("Passage 1.")).toBeNull();
  });

  it("lists what the page shows by now", async () => {
    const page: LivePage = {
      state: pageOf("Before."),
      position: { revision: 1, index: 0, meaning: null, archive: null },
    };
    const model = panelOver(page);
    await model.load();
    await model.follow();
    page.state = pageOf("After.");
    page.position = { revision: 2, index: 0, meaning: null, archive: null };
    await model.follow();
    expect(await screen.findByText("After.")).toBeTruthy();
    expect(screen.queryByText("Before.")).toBeNull();
  });

  it("finds a page that begins to be read later, and one that has gone", async () => {
    const page: LivePage = {
      state: silent,
      position: { revision: 1, index: null, meaning: null, archive: null },
    };
    const model = panelOver(page);
    await model.load();
    await model.follow();
    expect(await screen.findByText("Not checked")).toBeTruthy();
    page.state = pageOf("Late passage.");
    await model.follow();
    expect(await screen.findByText("Late passage.")).toBeTruthy();
    page.state = silent;
    await model.follow();
    expect(await screen.findByText("Not checked")).toBeTruthy();
  });

  it("asks nothing while nobody looks, and no more when it is closed", async () => {
    let follows = 0;
    const closing = new AbortController();
    let waits = 0;
    await followPage(
      { follow: async () => void follows++ },
      {
        isVisible: () => waits > 2,
        wait: async () => {
          waits += 1;
          if (waits === 5) closing.abort();
        },
      },
      closing.signal,
    );
    expect(follows).toBe(2);
  });
});
