import { chmodSync, writeFileSync } from "node:fs";
import { newKeyText } from "../../archive/keys/archiveKey.ts";
import { InputError } from "../inputError.ts";
import { reason } from "../read/fileProblems.ts";

/** Only its owner may read it. */
const keyMode = 0o600;

/** Writes a new key into a file that is not there yet. Throws InputError. */
export function createKeyFile(file: string): void {
  try {
    writeFileSync(file, newKeyText(), { mode: keyMode, flag: "wx" });
    // The umask of the process does not matter for a file of its own.
    chmodSync(file, keyMode);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw new InputError(
      isThere
        ? `${file}: already exists; a key that is overwritten cannot be made again, so name another file`
        : `${file}: ${reason(error)}`,
    );
  }
}
