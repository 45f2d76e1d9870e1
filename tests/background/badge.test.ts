import { describe, expect, it, vi } from "vitest";
import { englishWording, wordingIn } from "../ui/support/englishWording.ts";

vi.mock("../../src/platform/browser/api.ts", () => ({ browser: {} }));
const { buttonTitle } = await import("../../src/background/buttonTitle.ts");
const { buttonLook } = await import("../../src/background/badge.ts");

describe("what the button says to whoever rests on it", () => {
  const counted = (count: number, outlets: number | null) =>
    ({ kind: "matches", count, outlets, isRepaired: false }) as const;

  it.each([
    [counted(3, 2), "3 passages with matches in 2 outlets"],
    [counted(1, 1), "one passage with matches in one outlet"],
    [counted(7, null), "7 passages with matches elsewhere"],
    [counted(0, 0), "Nothing found"],
    [
      { ...counted(3, 2), isRepaired: true },
      "3 passages with matches in 2 outlets · A problem with your library",
    ],
    [{ kind: "reading" } as const, "Reading this page…"],
    [{ kind: "off" } as const, "Off for this site"],
    [{ kind: "failed" } as const, "Something went wrong"],
  ])("is the badge in words: %j", (state, words) => {
    expect(buttonTitle(state, englishWording().t)).toBe(`Second Source: ${words}`);
  });

  it("counts as each language does", () => {
    expect(buttonTitle(counted(3, 2), wordingIn("ru").t)).toBe(
      "Second Source: 3 фрагмента с совпадениями: 2 издания",
    );
  });
});

describe("the button", () => {
  it("looks different in every state, without its colours", () => {
    const looks = [
      buttonLook({ kind: "reading" }),
      buttonLook({ kind: "matches", count: 4, outlets: 2, isRepaired: false }),
      buttonLook({ kind: "matches", count: 0, outlets: 2, isRepaired: false }),
      buttonLook({ kind: "matches", count: 4, outlets: 2, isRepaired: true }),
      buttonLook({ kind: "libraryEmpty" }),
      buttonLook({ kind: "notChecked" }),
      buttonLook({ kind: "off" }),
      buttonLook({ kind: "failed" }),
    ].map(({ text, icon }) => `${icon} ${text}`);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it("is grey only where Second Source is off", () => {
    expect(buttonLook({ kind: "off" }).icon).toBe("icon-off");
    expect(buttonLook({ kind: "failed" }).icon).toBe("icon");
  });

  it("counts as far as the badge has room", () => {
    expect(buttonLook({ kind: "matches", count: 12_000, outlets: 2, isRepaired: false }).text).toBe(
      "999",
    );
  });
});
