import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SearchServer, serveSearch } from "../archive/searchServer.ts";
import { run } from "./captureOutput.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-archive-"));
const inFolder = (name: string) => path.join(folder, name);
const key = inFolder("own.key");
const page = "tests/fixtures/cli/page.html";
let server: SearchServer;

beforeAll(async () => {
  server = await serveSearch(() => ({ status: 404, body: { status: 404 } }));
  await run(["archive", "key", key]);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("archive key", () => {
  it("makes a key that only its owner may read, and writes over none", async () => {
    const text = readFileSync(key, "utf8");
    expect(text).toMatch(/^second-source-archive-key-1 [\w-]{43}\n$/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(await run(["archive", "key", key])).toMatchObject({
      exitCode: 1,
      problems: [expect.stringMatching(/own\.key: already exists; .* name another file/)],
    });
    expect(readFileSync(key, "utf8")).toBe(text);
  });
});

describe("an archive that cannot be asked ends a command with one line that says what to do:", () => {
  const withKey = (name: string, text: string, mode = 0o600) => {
    writeFileSync(inFolder(name), text);
    chmodSync(inFolder(name), mode);
    return inFolder(name);
  };
  const secret = `second-source-archive-key-1 ${"A".repeat(43)}`;
  const at = "http://127.0.0.1:1";
  const cases: readonly (readonly [what: string, args: () => readonly string[], line: RegExp])[] = [
    ["no key", () => ["--archive", at], /^--archive needs --key, the file with the archive's key/],
    ["no archive", () => ["--key", key], /^--key needs --archive, the archive's address/],
    [
      "a key that is not there",
      () => ["--archive", at, "--key", inFolder("none")],
      /none: there is no such file/,
    ],
    [
      "a key that others may read",
      () => ["--archive", at, "--key", withKey("open.key", secret, 0o644)],
      /open\.key: other users can read this key; run `chmod 600` on it/,
    ],
    [
      "a file that is no key",
      () => ["--archive", at, "--key", withKey("no.key", "AAAA")],
      /no\.key: this is not the key of an archive; `second-source archive key FILE` makes one/,
    ],
    [
      "an address with a password",
      () => ["--archive", "http://me:AAAA@127.0.0.1:1", "--key", key],
      /^--archive: http:\/\/127\.0\.0\.1:1\/ has a name or password in it/,
    ],
    [
      "a user without a password",
      () => ["--archive", at, "--key", key, "--user", "desk"],
      /^--user desk: the password is read from SECOND_SOURCE_ARCHIVE_PASSWORD; set it/,
    ],
    [
      "a cluster without the archive",
      () => ["--archive", `${server.address}/desk`, "--key", key],
      /\/desk: the cluster has no archive "desk"; `second-source archive push` makes one/,
    ],
  ];

  it.each(cases)("%s", async (_, args, line) => {
    const { exitCode, out, problems } = await run(["match", ...args(), page]);
    expect({ exitCode, out, problems }).toEqual({
      exitCode: 1,
      out: "",
      problems: [expect.stringMatching(line)],
    });
    expect(problems.join()).not.toMatch(/AAAA/);
  });

  it("a corpus beside it", async () => {
    const args = ["--archive", at, "--key", key, "--corpus", "tests/fixtures/cli/corpus.jsonl"];
    expect((await run(["match", ...args, page])).exitCode).toBe(2);
  });
});
