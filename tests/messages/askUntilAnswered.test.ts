import { describe, expect, it, vi } from "vitest";
import { askUntilAnswered } from "../../src/messages/askUntilAnswered.ts";
import { RefusedError, UnansweredError } from "../../src/messages/client.ts";

const silence = () => Promise.reject(new UnansweredError("nobody"));
const never = () => false;

describe("asking until answered", () => {
  it("asks again, after a rest each time, while nobody answers", async () => {
    const ask = vi.fn<() => Promise<string>>(silence);
    ask.mockImplementationOnce(silence).mockImplementationOnce(silence).mockResolvedValue("marks");
    const rest = vi.fn(async () => undefined);
    expect(await askUntilAnswered(ask, rest, never)).toBe("marks");
    expect(rest.mock.calls).toEqual([[100], [300]]);
  });

  it("takes a refusal for an answer", async () => {
    const ask = vi.fn(() => Promise.reject(new RefusedError("unexpected")));
    await expect(askUntilAnswered(ask, async () => undefined, never)).rejects.toThrow("unexpected");
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("stops when the answer is no longer wanted", async () => {
    const ask = vi.fn(silence);
    expect(
      await askUntilAnswered(
        ask,
        async () => undefined,
        () => true,
      ),
    ).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("gives up after its last attempt, saying that nobody answered", async () => {
    const ask = vi.fn(silence);
    await expect(askUntilAnswered(ask, async () => undefined, never)).rejects.toThrow(
      UnansweredError,
    );
    expect(ask).toHaveBeenCalledTimes(6);
  });
});
