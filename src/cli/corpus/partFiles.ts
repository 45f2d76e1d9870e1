import { unlinkSync } from "node:fs";

const interruptions = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What `withPartFiles` needs of a process. */
export type InterruptedProcess = Pick<NodeJS.Process, "once" | "off" | "kill" | "pid">;

/**
 * Runs a job that writes these temporary files, and removes those that are left: when it is done, when it fails,
 * and when the program is interrupted meanwhile. An interruption is noticed only while the job waits.
 */
export async function withPartFiles<T>(
  files: readonly string[],
  job: () => Promise<T>,
  its: InterruptedProcess = process,
): Promise<T> {
  const interrupt = (signal: NodeJS.Signals) => {
    for (const file of files) removeIfThere(file);
    // Nothing listens any more, so that the program ends as if nothing had.
    its.kill(its.pid, signal);
  };
  for (const signal of interruptions) its.once(signal, interrupt);
  try {
    return await job();
  } finally {
    for (const signal of interruptions) its.off(signal, interrupt);
    for (const file of files) removeIfThere(file);
  }
}

/** Removes a file. It does not matter if there is none. */
export function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // There is none, or its folder cannot be changed, and then it was not written.
  }
}
