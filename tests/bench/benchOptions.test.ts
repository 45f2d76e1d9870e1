import { expect, it } from "vitest";
import { benchOptions } from "./benchOptions.ts";

it("reads the size of a further archive", () => {
  expect(benchOptions(["archive", "--size=500000"])).toEqual({ isMillion: false, size: 500_000 });
  expect(benchOptions(["--million"])).toEqual({ isMillion: true, size: null });
});

it.each(["abc", "", "1e6", "-5", "0", "500,000"])("refuses the size %j", (size) => {
  expect(() => benchOptions([`--size=${size}`])).toThrow(`--size=${size}: is no number`);
});
