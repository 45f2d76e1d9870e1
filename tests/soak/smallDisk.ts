import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of memory that can be filled up and freed again. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free, or fewer. */
  fill(freeBytes: number): void;
  free(): void;
  remove(): void;
}

/** Mounts it: throws where the system does not allow that, as it does for nobody but root on Linux. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "second-source-disk-"));
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder];
  const { status, stderr, error } = spawnSync("mount", options, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`a small disk needs root on Linux: ${error?.message ?? stderr.trim()}`);
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill(freeBytes) {
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes), 1));
      } catch (error) {
        // The browser was faster: the disk is as full as it can be.
        if (Reflect.get(Object(error), "code") !== "ENOSPC") throw error;
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      // Lazily: a browser that was just killed may hold it a moment longer.
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
