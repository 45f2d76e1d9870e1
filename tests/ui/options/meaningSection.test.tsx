// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { MeaningStatus } from "../../../src/messages/encodingProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { MeaningSection } from "../../../src/ui/options/meaning/MeaningSection.tsx";
import { createMeaningModel } from "../../../src/ui/options/meaning/meaningModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

/** Opens the section over a background that does some more articles between two looks. */
async function open(first: Partial<MeaningStatus>) {
  const state: MeaningStatus = { isOn: true, done: 5, of: 5, problem: null, ...first };
  const world = { state, looks: 0, isGone: false };
  const background = (async (name: string, request: { on: boolean }) => {
    if (world.isGone) throw new Error("gone");
    world.looks += 1;
    if (name === "meaning/switch") world.state = { ...world.state, isOn: request.on };
    return world.state;
  }) as unknown as BackgroundClient;
  const model = createMeaningModel(background, async () => {
    const { done, of } = world.state;
    world.state = { ...world.state, done: Math.min(of, done + 1_000) };
  });
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <MeaningSection model={model} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return { world, model };
}

describe("comparing by meaning in the settings", () => {
  it("says how far it is, until all articles are done", async () => {
    const { world } = await open({ done: 3_120, of: 4_586 });
    await waitFor(() =>
      expect(screen.getByText("Articles ready for comparison by meaning: 4,586 of 4,586")),
    );
    const { looks } = world;
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(world.looks).toBe(looks);
    await expectAccessible();
  });

  it("is switched off, and says what stays", async () => {
    const { world } = await open({});
    fireEvent.click(screen.getByRole("switch", { name: "Also compare by meaning" }));
    await waitFor(() => expect(screen.getByText(/^Pages are compared by words only/)));
    expect(world.state.isOn).toBe(false);
    expect(screen.getByRole("switch").getAttribute("aria-checked")).toBe("false");
    expect(screen.queryByText(/^Articles ready for comparison/)).toBeNull();
  });

  it.each([
    ["damaged", "export your library, then reinstall Second Source"],
    ["wrongVersion", "export your library, then reinstall Second Source"],
    ["unavailable", "Closing other tabs or programs may help"],
    ["noRoom", "Free some space"],
  ] as const)("says what is wrong and what to do (%s)", async (problem, words) => {
    await open({ problem });
    await waitFor(() => expect(screen.getByText(new RegExp(words))));
  });

  it("says what it costs, also where nobody answers", async () => {
    const { world, model } = await open({});
    world.isGone = true;
    await model.load();
    expect(screen.getByText(/about 200 MB of memory/)).toBeTruthy();
    expect(screen.getByRole("alert")).toBeTruthy();
  });
});
