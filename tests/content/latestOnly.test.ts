import { expect, it } from "vitest";
import { createLatestOnly } from "../../src/content/latestOnly.ts";

it("an answer that arrives after a later one is ignored", async () => {
  const answers: ((look: string) => void)[] = [];
  const taken: string[] = [];
  const followLook = createLatestOnly<string>(
    () => new Promise((resolve) => answers.push(resolve)),
    (look) => taken.push(look),
  );
  const both = [followLook(), followLook()];
  answers[1]!("usual");
  answers[0]!("ink");
  await Promise.all(both);
  expect(taken).toEqual(["usual"]);
});

it("a question that fails rejects for its caller, and the next one is answered", async () => {
  const taken: string[] = [];
  const answers = [Promise.reject(new Error("silent")), Promise.resolve("usual")];
  const followLook = createLatestOnly<string>(
    () => answers.shift()!,
    (look) => taken.push(look),
  );
  await expect(followLook()).rejects.toThrow("silent");
  await followLook();
  expect(taken).toEqual(["usual"]);
});
