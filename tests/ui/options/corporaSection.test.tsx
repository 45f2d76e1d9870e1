// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BackgroundClient, RefusedError } from "../../../src/messages/client.ts";
import type { CorporaStatus, ListedImport } from "../../../src/messages/corporaProtocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { CorporaSection } from "../../../src/ui/options/corpora/CorporaSection.tsx";
import { createCorporaModel } from "../../../src/ui/options/corpora/corporaModel.ts";
import { englishWording, wordingIn } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
});
afterEach(cleanup);

const anImport: ListedImport = {
  ...{
    id: "job",
    state: "running",
    problem: null,
    name: "a.jsonl",
    file: "b.zip",
    fileCount: 2,
    share: 0.25,
  },
  ...{ added: 120, changed: 3, known: 7, refusedCount: 1 },
  refused: [{ item: "a.jsonl: line 9", reason: { key: "refusedJson", values: ["at 1"] } }],
  omittedCount: 1,
  omitted: [{ item: "a.jsonl: line 4", kind: "date", value: "yesterday" }],
};

function statusWith(changes: Partial<CorporaStatus> = {}): CorporaStatus {
  return {
    articles: 12,
    bytes: 3_400_000,
    limits: { mostBytes: 500_000_000, readDays: 90 },
    ...{ setAside: 0, storedForm: "ours" },
    packs: [
      {
        ...{ id: "pack-1", name: "The shelf", publisher: "A reader", licence: "CC0-1.0" },
        ...{ date: "2019-04-01", version: "3", articleCount: 8, isOn: true },
        address: "https://packs.example/shelf",
        waitsFor: null,
      },
    ],
    imports: [],
    ...changes,
  };
}

/** Opens the section; each look shows the next status, the last one for good. */
async function open(
  statuses: readonly CorporaStatus[],
  outcome = "added",
  wording = englishWording(),
): Promise<string[]> {
  const sent: string[] = [];
  const waiting = [...statuses];
  const next = () => (waiting.length > 1 ? waiting.shift() : waiting[0]);
  const background = (async (name: string, request: object) => {
    if (name === "corpora/status") return next() ?? Promise.reject(new RefusedError("unexpected"));
    sent.push(`${name} ${JSON.stringify(request)}`);
    if (name === "corpora/fetchPack") return { outcome };
    if (name === "corpora/export") return { id: "export" };
    if (name === "corpora/readSetAside") return { text: "[]" };
    return name === "corpora/import" ? {} : next();
  }) as BackgroundClient;
  const model = createCorporaModel({
    background,
    async enqueue(files) {
      sent.push(`enqueue ${files.map(({ name }) => name).join()}`);
      return files.some(({ name }) => name === "huge.jsonl") ? "storageFull" : "stored";
    },
    async requestHost(host) {
      sent.push(`permission ${host}`);
      return host !== "refused.example";
    },
    async saveExport(id, format) {
      sent.push(`save ${id} ${format}`);
    },
    save: ({ name, text }) => void sent.push(`save ${name} ${text}`),
    rest: () => Promise.resolve(),
  });
  render(
    <WordingContext.Provider value={wording}>
      <main>
        <h1>Settings</h1>
        <CorporaSection model={model} />
      </main>
    </WordingContext.Provider>,
  );
  await model.load();
  return sent;
}

describe("the section of imports and packs", () => {
  it("shows an import's progress until it has ended, then its counts and refusals", async () => {
    const ended = { ...anImport, state: "done", share: 1 } as const;
    await open([statusWith({ imports: [anImport] }), statusWith({ imports: [ended] })]);
    expect(screen.getByRole("progressbar")).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(screen.getByText("New: 120. Updated: 3. Already in your library: 7.")).toBeTruthy();
    expect(screen.getByText("a.jsonl, line 9: this is not JSON (at 1)")).toBeTruthy();
    expect(
      screen.getByText("Details that could not be read (the articles were kept): 1"),
    ).toBeTruthy();
    expect(screen.getByText("a.jsonl, line 4: date could not be read: “yesterday”")).toBeTruthy();
    await expectAccessible();
  });

  it("says in the reader's language why something was not imported", async () => {
    const refused: ListedImport["refused"] = [
      { item: "b.pdf", reason: { key: "refusedPages", values: [2_350, 1_000] } },
      { item: "c.pdf", reason: { key: "refusedPdf" } },
    ];
    const ended = { ...anImport, state: "done", refusedCount: 2, refused } as const;
    await open([statusWith({ imports: [ended] })], "added", wordingIn("de"));
    expect(screen.getByText(/^b\.pdf: Diese PDF-Datei hat 2\.350 Seiten/)).toBeTruthy();
    expect(screen.getByText(/^c\.pdf: Diese PDF-Datei ist beschädigt/)).toBeTruthy();
  });

  it.each([
    ["en", "a.jsonl, line 1,200, version 2: the list is empty"],
    ["de", "a.jsonl, Zeile 1.200, Fassung 2: Die Liste ist leer."],
    ["fr", "a.jsonl, ligne 1\u202f200, version 2\u00a0: la liste est vide"],
    ["tr", "a.jsonl, 1.200. satır, 2. sürüm: liste boş"],
  ])("says in %s where in a file something was not imported", async (language, words) => {
    const item = "a.jsonl: line 1200: version 2";
    const refused: ListedImport["refused"] = [{ item, reason: { key: "refusedEmptyList" } }];
    const ended = { ...anImport, state: "done", refused } as const;
    await open([statusWith({ imports: [ended] })], "added", wordingIn(language));
    expect(screen.getByText(words, { normalizer: (text) => text })).toBeTruthy();
  });

  it("names a file that is called after thousands of parts", async () => {
    const item = `a${": line 1".repeat(5_000)}`;
    const refused: ListedImport["refused"] = [{ item, reason: { key: "refusedEmptyList" } }];
    const ended = { ...anImport, state: "done", refused } as const;
    await open([statusWith({ imports: [ended] })]);
    expect(screen.getByText(/: line 1, line 1, line 1, line 1: the list is empty$/)).toBeTruthy();
  });

  it.each([
    ["a pack", "Remove The shelf", 'corpora/removePack {"id":"pack-1"}'],
    [
      "a pack that waits",
      "Don’t replace it: discard the new pack The shelf",
      'corpora/answerPack {"id":"pack-2","isWanted":false}',
    ],
  ])("lets the removal of %s be undone", async (_, name, asked) => {
    const [pack] = statusWith().packs;
    const waiting = { ...pack!, id: "pack-2", isOn: false, waitsFor: "pack-1" };
    const sent = await open([statusWith({ packs: [pack!, waiting] })]);
    fireEvent.click(screen.getByRole("button", { name }));
    await screen.findByText("Removed.");
    await expectAccessible();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
    expect(sent).toEqual([asked, "corpora/restorePack {}"]);
  });

  it("imports the chosen files", async () => {
    const sent = await open([statusWith()]);
    const file = new File(["{}"], "mine.jsonl");
    fireEvent.change(screen.getByLabelText("Import files"), { target: { files: [file] } });
    await waitFor(() => expect(sent).toEqual(["enqueue mine.jsonl", "corpora/import {}"]));
  });

  it("says why an import could not go on", async () => {
    const failed = { ...anImport, state: "failed", problem: "libraryFull" } as const;
    await open([statusWith({ imports: [failed] })]);
    expect(screen.getByText(/The storage limit has been reached/)).toBeTruthy();
  });

  it("says how many records were set aside, saves them and discards them", async () => {
    const sent = await open([statusWith({ setAside: 2 })]);
    expect(screen.getByText(/^Damaged records set aside: 2\./)).toBeTruthy();
    await expectAccessible();
    fireEvent.click(screen.getByText("Save the damaged records"));
    await waitFor(() =>
      expect(sent).toEqual(["corpora/readSetAside {}", "save set-aside.json []"]),
    );
    fireEvent.click(screen.getByText("Delete the damaged records"));
    await waitFor(() => expect(sent).toContain("corpora/forgetSetAside {}"));
  });

  it.each([
    ["later", /stored by a newer version of Second Source/],
    ["earlier", /could not be converted for the new version/],
  ] as const)(
    "says so when the library is in the form of a version that is %s",
    async (storedForm, words) => {
      await open([statusWith({ storedForm })]);
      expect(screen.getByText(words)).toBeTruthy();
    },
  );

  it("says so when the disk has no room for the chosen files", async () => {
    const sent = await open([statusWith()]);
    const file = new File(["{}"], "huge.jsonl");
    fireEvent.change(screen.getByLabelText("Import files"), { target: { files: [file] } });
    await screen.findByText(
      "The disk is full, or the browser allows no more storage. Nothing was lost.",
    );
    expect(sent).toEqual(["enqueue huge.jsonl"]);
  });

  it("says so when what is stored cannot be read", async () => {
    await open([]);
    await screen.findByText(/^Your data cannot be read right now; the disk may be full/);
  });

  it("has an import that failed tried again", async () => {
    const failed = { ...anImport, state: "failed", problem: "storageFull" } as const;
    const sent = await open([statusWith({ imports: [failed] })]);
    fireEvent.click(screen.getByRole("button", { name: "Try importing a.jsonl again" }));
    await waitFor(() => expect(sent).toEqual(['corpora/retryImport {"id":"job"}']));
  });

  it("asks before a pack takes the place of another of its name, and says of both what they are", async () => {
    const [installed] = statusWith().packs;
    const rival = {
      ...installed!,
      id: "pack-2",
      articleCount: 2,
      version: "9",
      date: "2019-05-01",
    };
    const waiting = { ...rival, address: null, isOn: false, waitsFor: "pack-1" };
    const sent = await open([statusWith({ packs: [installed!, waiting] })]);
    await screen.findByText(
      "Another pack named “The shelf” is installed. Should the new one replace it?",
    );
    screen.getByText(
      "Installed: 8 articles · A reader · CC0-1.0 · 3 · 2019-04-01 · from https://packs.example/shelf",
    );
    screen.getByText("New: 2 articles · A reader · CC0-1.0 · 9 · 2019-05-01 · from a file");
    expect(screen.getAllByRole("checkbox")).toHaveLength(1);
    await expectAccessible();
    fireEvent.click(screen.getByText("Don’t replace it"));
    fireEvent.click(screen.getByText("Replace it"));
    await waitFor(() =>
      expect(sent).toEqual([
        'corpora/answerPack {"id":"pack-2","isWanted":false}',
        'corpora/answerPack {"id":"pack-2","isWanted":true}',
      ]),
    );
  });

  it("asks what to do with a file that stopped the extension", async () => {
    const waiting = { ...anImport, state: "waiting" } as const;
    const sent = await open([statusWith({ imports: [waiting] })]);
    expect(screen.getByText(/The extension stopped twice while reading b\.zip/)).toBeTruthy();
    for (const name of [
      "Try importing a.jsonl again",
      "Skip b.zip and continue the import",
      "Stop the import of a.jsonl",
    ]) {
      fireEvent.click(screen.getByRole("button", { name }));
    }
    await waitFor(() =>
      expect(sent).toEqual([
        'corpora/retryImport {"id":"job"}',
        'corpora/skipImportFile {"id":"job"}',
        'corpora/cancelImport {"id":"job"}',
      ]),
    );
    await expectAccessible();
  });

  it("fetches a pack only with permission for its site, and says what became of it", async () => {
    const sent = await open([statusWith()], "notAPack");
    const type = (address: string) => {
      fireEvent.input(screen.getByLabelText("Address of a pack"), { target: { value: address } });
      fireEvent.click(screen.getByText("Fetch and add"));
    };
    type("javascript:alert(1)");
    await screen.findByText(/^Not a valid address\. It must begin with http/);
    type("https://refused.example/p");
    await waitFor(() => expect(sent).toEqual(["permission refused.example"]));
    type("https://packs.example/p");
    await screen.findByText(/There is no pack at this address/);
    expect(sent.slice(1)).toEqual([
      "permission packs.example",
      'corpora/fetchPack {"address":"https://packs.example/p"}',
    ]);
  });

  it("switches a pack off, removes it, changes the limits and hands everything out", async () => {
    const sent = await open([statusWith()]);
    fireEvent.click(screen.getByRole("checkbox", { name: /The shelf/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    fireEvent.click(screen.getByRole("button", { name: "Remove The shelf" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    const limit = screen.getByLabelText(/^Storage limit \(MB\)/);
    fireEvent.change(limit, { target: { value: "20" } });
    await waitFor(() => expect(sent).toHaveLength(3));
    fireEvent.click(screen.getByRole("button", { name: /ninjs/ }));
    await screen.findByText("Saved to your downloads folder.");
    expect(sent).toEqual([
      'corpora/switchPack {"id":"pack-1","isOn":false}',
      'corpora/removePack {"id":"pack-1"}',
      'corpora/setLimits {"mostBytes":20000000,"readDays":90}',
      'corpora/export {"format":"ninjs"}',
      "save export ninjs",
    ]);
  });
});
