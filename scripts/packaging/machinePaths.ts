import type { PackedFile } from "./packedFile.ts";

/**
 * Returns the files that name one of the folders, as "FILE: FOLDER": a package must not reveal
 * where it was made.
 */
export function machinePathsIn(
  files: readonly PackedFile[],
  folders: readonly string[],
): readonly string[] {
  return files.flatMap(({ path, bytes }) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return folders.filter((folder) => content.includes(folder)).map((its) => `${path}: ${its}`);
  });
}
