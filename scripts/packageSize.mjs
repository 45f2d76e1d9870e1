import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

/** The overhead of each file in a zip: two headers, and the name in each. */
const headBytes = 46 + 30;

/** Returns the size in bytes of a zip of all files in a folder, without writing it. */
export async function zippedBytes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const path = join(parentPath, name);
      const bytes = await deflate(readFileSync(path));
      return bytes.length + headBytes + 2 * (path.length - folder.length);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
