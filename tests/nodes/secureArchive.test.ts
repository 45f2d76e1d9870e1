import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cluster, startCluster } from "../../scripts/archive/cluster.ts";
import type { ArchiveUser } from "../../scripts/archive/security.ts";
import { generatedArticles, retold } from "../archive/generatedArticles.ts";
import { run } from "../cli/captureOutput.ts";
import { pageHtml, surePassages, writeArticles } from "./articleFiles.ts";
import { isWithoutSecureNodes } from "./realNodes.ts";

/**
 * Started as by `npm run archive -- --secure`. Commands run as processes of their own, because Node
 * reads NODE_EXTRA_CA_CERTS only at its start.
 */
describe.skipIf(isWithoutSecureNodes)("an archive with TLS and users", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-secure-"));
  const inFolder = (name: string) => path.join(folder, name);
  const articles = generatedArticles(30);
  const page = retold(articles[3]!);
  let cluster: Cluster;
  let writer: ArchiveUser;
  let reader: ArchiveUser;
  let authority: string;

  beforeAll(async () => {
    await run(["archive", "key", inFolder("archive.key")]);
    writeFileSync(inFolder("page.html"), pageHtml(page));
    writeArticles(inFolder("articles.jsonl"), articles);
    cluster = await startCluster({
      ...{
        folder: inFolder("nodes"),
        isSecure: true,
        isOneProcess: true,
        firstPort: 9640,
        heapMb: 320,
      },
      java: ["-XX:TieredStopAtLevel=1", "-Xshare:auto"],
    });
    ({ writer, reader, authorityFile: authority } = cluster.security!);
  });

  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command as this user; null trusts no authority but those that Node knows. */
  function command(
    words: readonly string[],
    inputs: readonly string[],
    { name, password }: ArchiveUser,
    trusted: string | null = authority,
  ) {
    const addresses = cluster.nodes.flatMap(({ address }) => ["--archive", address]);
    const args = [...words, ...addresses, "--key", inFolder("archive.key"), "--user", name];
    const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
    const env = {
      ...{ ...others, SECOND_SOURCE_ARCHIVE_PASSWORD: password },
      ...(trusted === null ? {} : { NODE_EXTRA_CA_CERTS: trusted }),
    };
    const program = ["dist/cli/second-source.mjs", ...args, ...inputs];
    return new Promise<{ exitCode: number; out: string; problems: readonly string[] }>(
      (resolve) => {
        execFile(process.execPath, program, { env }, (error, out, problems) => {
          const exitCode = error === null ? 0 : Number(error.code);
          resolve({ exitCode, out, problems: problems.split("\n").filter((line) => line !== "") });
        });
      },
    );
  }

  const push = (user: ArchiveUser, trusted?: string | null) =>
    command(["archive", "push"], [inFolder("articles.jsonl")], user, trusted);
  const match = (user: ArchiveUser, trusted?: string | null) =>
    command(["match", "--format", "json"], [inFolder("page.html")], user, trusted);

  it("is pushed to by a user who may, and matched by one who may only read", async () => {
    const pushed = await push(writer);
    expect({ ...pushed, out: JSON.parse(pushed.out) }).toMatchObject({
      ...{ exitCode: 0, problems: [], out: { added: 30 } },
    });
    const { exitCode, out, problems } = await match(reader);
    expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
    const corpus = ["--corpus", inFolder("articles.jsonl"), "--words-only"];
    const local = await run(["match", "--format", "json", ...corpus, inFolder("page.html")]);
    const expected = surePassages([JSON.parse(local.out)]);
    expect(expected).not.toEqual([]);
    expect(surePassages([JSON.parse(out)])).toEqual(expected);
    const { out: status } = await command(["archive", "status"], [], writer);
    expect(JSON.parse(status)).toMatchObject({ articles: 30, unfinished: 0, nodes: 3 });
    const verified = await command(["archive", "verify"], [inFolder("articles.jsonl")], writer);
    expect(verified).toMatchObject({ exitCode: 0, problems: [] });
  });

  it("shows its users' passwords to nobody else on the machine", () => {
    const { usersFile } = cluster.security!;
    expect(statSync(usersFile).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(usersFile)).mode & 0o777).toBe(0o700);
  });

  const refusals: readonly (readonly [
    what: string,
    ask: () => ReturnType<typeof command>,
    line: RegExp,
  ])[] = [
    [
      "an authority that is not trusted",
      () => match(reader, null),
      /https:\S+ has a certificate of an unknown authority; name the authority's certificate in NODE_EXTRA_CA_CERTS$/,
    ],
    [
      "an authority that is not trusted, for a push",
      () => push(writer, null),
      /has a certificate of an unknown authority/,
    ],
    [
      "a wrong password",
      () => match({ ...reader, password: "wrong" }),
      /answers 401.*; check the user's name and password$/,
    ],
    [
      "a user who may only read, for a push of other articles",
      () => {
        const changed = articles.map((article) => ({
          ...article,
          title: `${article.title} again`,
        }));
        writeFileSync(
          inFolder("changed.jsonl"),
          changed.map((its) => `${JSON.stringify(its)}\n`).join(""),
        );
        return command(["archive", "push"], [inFolder("changed.jsonl")], reader);
      },
      /answers 403.*; ask whoever runs the cluster for that permission$/,
    ],
    [
      "a user who may only read, for a deletion",
      () => command(["archive", "delete"], [inFolder("articles.jsonl")], reader),
      /answers 403.*; ask whoever runs the cluster for that permission$/,
    ],
  ];

  it.each(refusals)("refuses %s in one line that says what to do", async (_, ask, line) => {
    expect(await ask()).toEqual({
      ...{ exitCode: 1, out: "" },
      problems: [expect.stringMatching(line)],
    });
  });

  it("is as it was after what was refused", async () => {
    const verified = await command(["archive", "verify"], [inFolder("articles.jsonl")], writer);
    expect(verified).toMatchObject({ exitCode: 0, problems: [] });
  });
});
