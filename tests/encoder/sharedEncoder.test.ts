import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EncoderError } from "../../src/encoder/encoderError.ts";
import { createSharedEncoder, type SharedEncoder } from "../../src/encoder/sharedEncoder.ts";
import { type EncoderWorker, WorkerDied } from "../../src/encoder/workerClient.ts";

/** A worker that gives each text's length, until it is told to do otherwise. */
class FakeWorker implements EncoderWorker {
  isTerminated = false;
  readonly asked: string[] = [];

  constructor(readonly failure: (texts: readonly string[]) => Error | null) {}

  async encode(texts: readonly string[]): Promise<readonly Uint8Array[]> {
    this.asked.push(...texts);
    const error = this.failure(texts);
    if (error !== null) throw error;
    return texts.map((text) => Uint8Array.of(text.length));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

describe("the shared encoder", () => {
  let workers: FakeWorker[];
  let failure: (texts: readonly string[]) => Error | null;
  let encoder: SharedEncoder;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    failure = () => null;
    encoder = createSharedEncoder(() => {
      const worker = new FakeWorker((texts) => failure(texts));
      workers.push(worker);
      return worker;
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("starts its worker at the first request, and shares it among all callers", async () => {
    expect(workers).toHaveLength(0);
    const answers = [encoder.encode(["one"], "idle"), encoder.encode(["three"], "page")];
    expect(await Promise.all(answers)).toEqual([[Uint8Array.of(3)], [Uint8Array.of(5)]]);
    expect(workers).toHaveLength(1);
  });

  it("ends the worker after a minute without requests, and starts another at the next one", async () => {
    await encoder.encode(["one"], "page");
    await vi.advanceTimersByTimeAsync(59_000);
    await encoder.encode(["two"], "page");
    await vi.advanceTimersByTimeAsync(59_000);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    await encoder.encode(["three"], "page");
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it("tries a new worker once if one died, and then gives up", async () => {
    let deaths = 1;
    failure = () => (deaths-- > 0 ? new WorkerDied() : null);
    expect(await encoder.encode(["one"], "page")).toEqual([Uint8Array.of(3)]);
    expect(workers).toHaveLength(2);
    failure = (texts) => (texts[0] === "deadly" ? new WorkerDied() : null);
    const deadly = encoder.encode(["deadly"], "idle");
    const other = encoder.encode(["other"], "idle");
    await expect(deadly).rejects.toMatchObject({ name: "EncoderError", kind: "unavailable" });
    expect(await other).toEqual([Uint8Array.of(5)]);
  });

  it("loads damaged weights once and never again", async () => {
    failure = () => new EncoderError("damaged", "layers.onnx");
    await expect(encoder.encode(["one"], "page")).rejects.toMatchObject({ kind: "damaged" });
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    await expect(encoder.encode(["two"], "page")).rejects.toMatchObject({ kind: "damaged" });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it("tries again after a minute if there was no memory", async () => {
    failure = () => new EncoderError("unavailable", "out of memory");
    await expect(encoder.encode(["one"], "page")).rejects.toMatchObject({ kind: "unavailable" });
    failure = () => null;
    await expect(encoder.encode(["two"], "page")).rejects.toMatchObject({ kind: "unavailable" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await encoder.encode(["three"], "page")).toEqual([Uint8Array.of(5)]);
    expect(workers).toHaveLength(2);
  });
});
