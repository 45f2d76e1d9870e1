import { describe, expect, it } from "vitest";
import { startEncoderWorker, WorkerDied } from "../../src/encoder/workerClient.ts";
import type { WorkerAnswer, WorkerRequest } from "../../src/encoder/workerMessages.ts";

/** A worker that says what the test has it say, and its lock. */
class FakeWorker extends EventTarget {
  readonly asked: WorkerRequest[] = [];
  isTerminated = false;
  release: () => void = () => undefined;
  isWatched = false;

  postMessage(request: WorkerRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(answer: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent("message", { data: answer }));
  }
}

function started() {
  const fake = new FakeWorker();
  const worker = startEncoderWorker({
    start: () => fake as unknown as Worker,
    untilReleased: () => {
      fake.isWatched = true;
      return new Promise((resolve) => {
        fake.release = resolve;
      });
    },
  });
  return { fake, worker };
}

describe("the encoder's worker", () => {
  it("answers each request by its number", async () => {
    const { fake, worker } = started();
    const answers = [worker.encode(["one"]), worker.encode(["two"])];
    const [one, two] = fake.asked;
    fake.say({ kind: "encoded", id: two!.id, vectors: [Uint8Array.of(2)] });
    fake.say({ kind: "failed", id: one!.id, detail: "broken" });
    await expect(answers[0]).rejects.toMatchObject({ name: "EncoderError" });
    expect(await answers[1]).toEqual([Uint8Array.of(2)]);
  });

  it("is known to be dead when its lock is free, before and after it is asked", async () => {
    const { fake, worker } = started();
    fake.say({ kind: "started" });
    const answer = worker.encode(["one"]);
    expect(fake.isWatched).toBe(true);
    fake.release();
    await expect(answer).rejects.toBeInstanceOf(WorkerDied);
    await expect(worker.encode(["two"])).rejects.toBeInstanceOf(WorkerDied);
  });

  it("tells all callers why the model cannot be loaded", async () => {
    const { fake, worker } = started();
    const answer = worker.encode(["one"]);
    fake.say({ kind: "unusable", problem: "damaged", detail: "vectors.bin" });
    await expect(answer).rejects.toMatchObject({ kind: "damaged" });
    await expect(worker.encode(["two"])).rejects.toMatchObject({ kind: "damaged" });
  });

  it("leaves nobody waiting when it is terminated", async () => {
    const { fake, worker } = started();
    const answer = worker.encode(["one"]);
    worker.terminate();
    await expect(answer).rejects.toBeInstanceOf(WorkerDied);
    expect(fake.isTerminated).toBe(true);
  });
});
