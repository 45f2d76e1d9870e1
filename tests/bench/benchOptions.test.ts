import { expect, it } from "vitest";
import { benchOptions } from "./benchOptions.ts";

it("reads the size of a further archive, and where its data are kept", () => {
  const none = { isMillion: false, size: null, data: null };
  expect(benchOptions(["archive", "--size=500000"])).toEqual({ ...none, size: 500_000 });
  expect(benchOptions(["--million", "--data=a/b"])).toEqual({
    ...{ ...none, isMillion: true, data: "a/b" },
  });
});

it.each(["abc", "", "1e6", "-5", "0", "500,000"])("refuses the size %j", (size) => {
  expect(() => benchOptions([`--size=${size}`])).toThrow(`--size=${size}: is no number`);
});
