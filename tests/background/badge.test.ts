import { describe, expect, it, vi } from "vitest";

vi.mock("../../src/platform/browser/api.ts", () => ({ browser: {} }));
const { buttonLook } = await import("../../src/background/badge.ts");

describe("the button", () => {
  it("looks different in every state, without its colours", () => {
    const looks = [
      buttonLook({ kind: "reading" }),
      buttonLook({ kind: "matches", count: 4, isRepaired: false }),
      buttonLook({ kind: "matches", count: 0, isRepaired: false }),
      buttonLook({ kind: "matches", count: 4, isRepaired: true }),
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
    expect(buttonLook({ kind: "matches", count: 12_000, isRepaired: false }).text).toBe("999");
  });
});
