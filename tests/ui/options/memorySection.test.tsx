// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import type { MemoryChoice } from "../../../src/messages/keptProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { MemorySection } from "../../../src/ui/options/kept/MemorySection.tsx";
import { createMemoryModel } from "../../../src/ui/options/kept/memoryModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

/** Opens the section over a memory that behaves like the stored one, with so many articles that were read. */
async function open(choice: MemoryChoice = { isOn: false, hostsOff: [] }, read = 0) {
  const world = { memory: choice, read, bin: 0, hasBin: true };
  const background = (async (name: string, request: MemoryChoice) => {
    switch (name) {
      case "memory/choose":
        world.memory = request;
        return request;
      case "memory/forget":
        [world.bin, world.read] = [world.read, 0];
        return { removed: world.bin, inBin: world.bin > 0 ? "read-1" : null };
      case "kept/restore":
        if (!world.hasBin) return { isRestored: false };
        world.read = world.bin;
        return { isRestored: true };
      default:
        return world.memory;
    }
  }) as BackgroundClient;
  const model = createMemoryModel(background);
  await model.load();
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <MemorySection model={model} />
      </main>
    </WordingContext.Provider>,
  );
  return world;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("the settings of the reading memory", () => {
  it("turn it on and off", async () => {
    const world = await open();
    const control = screen.getByRole("switch", { name: "Remember what I read" });
    expect(control.getAttribute("aria-checked")).toBe("false");
    fireEvent.click(control);
    await waitFor(() => expect(control.getAttribute("aria-checked")).toBe("true"));
    expect(world.memory).toEqual({ isOn: true, hostsOff: [] });
    await expectAccessible();
  });

  it("exclude sites by host or address, and include them again", async () => {
    const world = await open({ isOn: true, hostsOff: ["quiet.example"] });
    fireEvent.input(screen.getByRole("textbox"), {
      target: { value: "https://coast.example/news" },
    });
    press("Exclude");
    await screen.findByText("coast.example");
    expect(world.memory.hostsOff).toEqual(["quiet.example", "coast.example"]);
    press("Include again: quiet.example");
    await waitFor(() => expect(world.memory.hostsOff).toEqual(["coast.example"]));
  });

  it("forget what was only read, and bring it back", async () => {
    const world = await open(undefined, 2);
    press("Forget all articles I read but did not save");
    await screen.findByText("2 articles were forgotten.");
    expect(world.read).toBe(0);
    await expectAccessible();
    press("Undo");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
    expect(world.read).toBe(2);
  });

  it("say so if something else was removed before the undo", async () => {
    const world = await open(undefined, 2);
    press("Forget all articles I read but did not save");
    await screen.findByText("2 articles were forgotten.");
    world.hasBin = false;
    press("Undo");
    await screen.findByText(
      "This can no longer be undone, because something else has been removed since.",
    );
    expect(world.read).toBe(0);
  });

  it("offer nothing to undo where nothing was forgotten", async () => {
    await open();
    press("Forget all articles I read but did not save");
    await screen.findByText("There was nothing to forget.");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
});
