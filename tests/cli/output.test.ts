import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { type OutputProcess, processOutput } from "../../src/cli/print/output.ts";

/** A process whose standard output fails, and what came of it. As in Node, the event comes later. */
function failing(code: string) {
  const exits: (number | undefined)[] = [];
  const errors: string[] = [];
  const stdout = Object.assign(new EventEmitter(), {
    errored: null as Error | null,
    write() {
      stdout.errored = Object.assign(new Error(code), { code });
    },
  });
  const stderr = Object.assign(new EventEmitter(), { write: (line: string) => errors.push(line) });
  const exit = (exitCode?: number) => {
    exits.push(exitCode);
    throw new Error("the process has ended");
  };
  const output = processOutput({ stdout, stderr, exit } as unknown as OutputProcess);
  return { output, stdout, stderr, exits, errors };
}

describe("the streams of the process", () => {
  it("end it without a word when the reader of the pipe has left", () => {
    const { output, exits, errors } = failing("EPIPE");
    expect(() => output.out("one of a thousand pages")).toThrow("the process has ended");
    expect({ exits, errors }).toEqual({ exits: [undefined], errors: [] });
  });

  it("end it with 1 and a line when the disk is full", () => {
    const { output, exits, errors } = failing("ENOSPC");
    expect(() => output.out("one of a thousand pages")).toThrow("the process has ended");
    expect(exits).toEqual([1]);
    expect(errors).toEqual([
      "standard output: cannot be written: the disk is full; make room, or choose another place\n",
    ]);
  });

  it("end it when they fail later", () => {
    const { stdout, exits } = failing("");
    const error = Object.assign(new Error("EIO"), { code: "EIO" });
    expect(() => stdout.emit("error", error)).toThrow("the process has ended");
    expect(exits).toEqual([1]);
  });

  it("do without standard error when it cannot be written", () => {
    const { stderr } = failing("EPIPE");
    expect(() => stderr.emit("error", new Error("EPIPE"))).not.toThrow();
  });
});
