import { expect, it } from "vitest";
import { loadEncoder } from "../../src/encoder/index.ts";
import { readProjectModel } from "../support/projectEncoder.ts";

// In a process of its own: a runtime that did not start is not started again.
it("an encoder whose runtime does not start is unavailable", async () => {
  const loading = loadEncoder(readProjectModel, Uint8Array.of(0, 97, 115, 109, 9, 9, 9, 9));
  await expect(loading).rejects.toMatchObject({ name: "EncoderError", kind: "unavailable" });
});
