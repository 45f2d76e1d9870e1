import { describe, expect, it, vi } from "vitest";
import type { OpenPage, PageTools } from "../../src/content/openPage.ts";
import { createPageSwitch } from "../../src/content/pageSwitch.ts";

function fakePages() {
  const open = vi.fn(
    (_tools: PageTools, _isForSelection: boolean, _reopen: () => boolean): OpenPage => ({
      state: { kind: "failed", problem: "silent" },
      position: { revision: 3, index: 1, meaning: null, archive: null },
      jumpTo: () => true,
      step: () => true,
      matchAgain: vi.fn(),
      restart: vi.fn(),
      readSelection: vi.fn(),
      summary: { count: 2, visitedAt: 1_000 },
      close: vi.fn(),
    }),
  );
  const opened = () => open.mock.results.map(({ value }) => value as OpenPage);
  return { open, opened };
}

describe("a page's switch", () => {
  it("opens nothing until it is known whether the site is on", () => {
    const { open } = fakePages();
    const page = createPageSwitch({} as PageTools, new AbortController().signal, open);
    expect(open).not.toHaveBeenCalled();
    expect(page.state).toEqual({ kind: "reading", words: null });
    expect(page.jumpTo(0)).toBe(false);
    expect(page.step({ by: 1, isEntering: false, isAlone: true })).toBe(false);
    expect(page.position).toEqual({ revision: -1, index: null, meaning: null, archive: null });
    expect(page.summary).toEqual({ count: 0, visitedAt: 0 });
  });

  it("opens the page once, closes it when the site is switched off, and opens it again", () => {
    const { open, opened } = fakePages();
    const page = createPageSwitch({} as PageTools, new AbortController().signal, open);
    page.set(true);
    page.set(true);
    expect(open).toHaveBeenCalledTimes(1);
    expect(page.jumpTo(0)).toBe(true);
    expect(page.step({ by: -1, isEntering: false, isAlone: true })).toBe(true);
    page.set(false);
    expect(opened()[0]!.close).toHaveBeenCalledTimes(1);
    expect(page.state).toEqual({ kind: "off" });
    page.set(true);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("reads only a selection where the site is off", () => {
    const { open, opened } = fakePages();
    const tools = {} as PageTools;
    const page = createPageSwitch(tools, new AbortController().signal, open);
    page.set(false);
    page.readSelection();
    expect(open.mock.calls).toEqual([[tools, true, expect.any(Function)]]);
    page.readSelection();
    expect(open).toHaveBeenCalledTimes(1);
    expect(opened()[0]!.readSelection).toHaveBeenCalledTimes(1);
  });

  it("closes the page when the script is stopped", () => {
    const { open, opened } = fakePages();
    const stopping = new AbortController();
    createPageSwitch({} as PageTools, stopping.signal, open).set(true);
    stopping.abort();
    expect(opened()[0]!.close).toHaveBeenCalledTimes(1);
  });

  it("opens a page again that wrote its document anew, but not one that does so for ever", () => {
    const { open, opened } = fakePages();
    const page = createPageSwitch({} as PageTools, new AbortController().signal, open);
    page.set(true);
    const reopen = () => open.mock.lastCall![2]();
    expect(reopen()).toBe(true);
    expect(opened()[0]!.close).toHaveBeenCalledTimes(1);
    expect(open.mock.lastCall![1]).toBe(false);
    for (let times = 0; times < 100; times++) reopen();
    expect(reopen()).toBe(false);
    expect(open.mock.calls.length).toBeLessThan(20);
    expect(opened().at(-1)!.close).not.toHaveBeenCalled();
  });

  it("opens no selection again whose document is gone", () => {
    const { open, opened } = fakePages();
    const page = createPageSwitch({} as PageTools, new AbortController().signal, open);
    page.readSelection();
    expect(open.mock.lastCall![2]()).toBe(false);
    expect(opened()[0]!.close).not.toHaveBeenCalled();
  });
});
