import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bounds } from "../../src/ingest/bounds.ts";
import { longestReadingMs, type PdfAnswer } from "../../src/ingest/pdf/pdfAnswer.ts";
import { readPdfInWorker } from "../../src/offscreen/pdf/readPdfInWorker.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The shortest module of WebAssembly. */
const emptyModule = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** A worker that does what it is told when it gets a PDF. */
function worldWith(work: (worker: EventTarget) => void) {
  const worker = new EventTarget();
  const terminate = vi.fn();
  const start = vi.fn(() =>
    Object.assign(worker, { terminate, postMessage: () => work(worker) } as unknown as Worker),
  );
  return { terminate, ports: { pdfium: async () => emptyModule, start } };
}

const answer: PdfAnswer = { kind: "read", pdf: { title: "T", author: "", paragraphs: [] } };

it("gives what the worker answers, and ends the worker", async () => {
  const { terminate, ports } = worldWith((worker) =>
    worker.dispatchEvent(new MessageEvent("message", { data: answer })),
  );
  expect(await readPdfInWorker(new Blob(["a"]), ports)).toEqual(answer);
  expect(terminate).toHaveBeenCalledOnce();
});

it.each<[string, (worker: EventTarget) => void, string]>([
  ["dies", (worker) => worker.dispatchEvent(new Event("error")), "refusedPdfCrash"],
  ["never answers", () => void vi.advanceTimersByTime(longestReadingMs), "refusedPdfTime"],
])("refuses a PDF whose worker %s, and ends the worker", async (_, work, reason) => {
  const { terminate, ports } = worldWith(work);
  const refusal = await readPdfInWorker(new Blob(["a"]), ports);
  expect(refusal).toMatchObject({ kind: "refused", reason: { key: reason } });
  expect(terminate).toHaveBeenCalledOnce();
});

it("starts no worker for a PDF that is too large", async () => {
  const { ports } = worldWith(() => undefined);
  const file = { size: bounds.pdfBytes + 1 } as Blob;
  expect(await readPdfInWorker(file, ports)).toMatchObject({ kind: "refused" });
  expect(ports.start).not.toHaveBeenCalled();
});
