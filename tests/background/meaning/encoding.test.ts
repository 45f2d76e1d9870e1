import { beforeEach, describe, expect, it, vi } from "vitest";
import { createEncoding } from "../../../src/background/meaning/encoding.ts";
import { EncoderError } from "../../../src/encoder/encoderError.ts";
import { textOfBytes } from "../../../src/messages/bytesAsText.ts";
import { type OffscreenClient, UnansweredError } from "../../../src/messages/client.ts";
import type {
  EncodeAnswer,
  EncodeQuestion,
  EncodingProblem,
} from "../../../src/messages/offscreenProtocol.ts";

/** An offscreen room that answers as told, an answer a question; an error is thrown. */
function world(answers: readonly (EncodeAnswer | Error)[], kept: EncodingProblem | null = null) {
  const asked: EncodeQuestion[] = [];
  const state = { kept, writes: 0 };
  const offscreen = (async (_name: string, question: EncodeQuestion) => {
    const answer = answers[asked.push(question) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer;
  }) as unknown as OffscreenClient;
  const encoding = createEncoding({
    offscreen,
    readVersion: async () => "model 1",
    readProblem: async () => state.kept,
    async writeProblem(problem) {
      state.kept = problem;
      state.writes += 1;
    },
  });
  return { encoding, asked, state };
}

const encoded: EncodeAnswer = { kind: "encoded", vectors: [textOfBytes(Uint8Array.of(7, 255))] };
const gone = new UnansweredError("closed");

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

describe("encoding by way of the offscreen room", () => {
  it("brings back the vectors' bytes, and sends no more of a text than is read", async () => {
    const { encoding, asked, state } = world([encoded]);
    expect(await encoding.encode(["x".repeat(5_000)], "page")).toEqual([Uint8Array.of(7, 255)]);
    expect(asked[0]!.texts[0]).toHaveLength(4_000);
    expect(state.writes).toBe(0);
  });

  it("asks once more where the room was closed under the question", async () => {
    const { encoding } = world([gone, encoded]);
    expect(await encoding.encode(["one"], "idle")).toHaveLength(1);
  });

  it("says that it is unavailable where it is closed again, until it answers", async () => {
    const { encoding, state } = world([gone, gone, encoded]);
    await expect(encoding.encode(["one"], "page")).rejects.toBeInstanceOf(EncoderError);
    expect([await encoding.problem(), state.kept]).toEqual(["unavailable", "unavailable"]);
    await encoding.encode(["two"], "page");
    expect([await encoding.problem(), state.kept]).toEqual([null, null]);
  });

  it("does not ask again in a session in which the files were damaged", async () => {
    const failed: EncodeAnswer = { kind: "failed", problem: "damaged" };
    const { encoding, asked, state } = world([failed]);
    for (let times = 0; times < 2; times++) {
      await expect(encoding.encode(["one"], "page")).rejects.toMatchObject({ kind: "damaged" });
    }
    expect([asked.length, state.kept]).toEqual([1, "damaged"]);
    const next = world([], state.kept);
    await expect(next.encoding.encode(["one"], "page")).rejects.toMatchObject({ kind: "damaged" });
    expect(next.asked).toEqual([]);
  });
});
