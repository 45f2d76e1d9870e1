// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ArchiveProblem, ArchiveState } from "../../../src/messages/archiveProtocol.ts";
import type { PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { type FakeWorld, fakePorts, soundLibrary } from "../support/fakePorts.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source on this page";
});
afterEach(cleanup);

const matched = (archive: ArchiveState | null, isFound = true): PageState => ({
  kind: "matched",
  report: report(isFound ? [match({ exact: "A passage.", start: 0, end: 10 })] : []),
  ...{ placed: [true], meaning: null, archive },
});

async function open(page: PageState, more: Partial<FakeWorld> = {}) {
  const { ports } = fakePorts({ page, ...more });
  const model = createPopupModel(ports);
  await model.load();
  render(
    <WordingContext.Provider value={englishWording()}>
      <Popup model={model} />
    </WordingContext.Provider>,
  );
  return model;
}

const note = () => document.querySelector(".archive")?.textContent ?? null;
const failed = (problem: ArchiveProblem): ArchiveState => ({
  kind: "failed",
  problem,
});

it.each<[ArchiveState | null, string | null]>([
  [null, null],
  [{ kind: "asking" }, "Contacting the archive…"],
  [{ kind: "answered", parts: null }, "Also compared with your archive"],
  [failed("unreachable"), "The archive cannot be reached."],
  [failed("wrongKey"), "This key does not open this archive."],
  [failed("tooSlow"), "The archive did not respond within 8 seconds."],
  [
    { kind: "answered", parts: { answered: 2, of: 3 } },
    "Only 2 of 3 parts of the archive responded. Matches from the others are missing.",
  ],
])("the popup says how asking the archive stands (%o)", async (archive, words) => {
  const model = await open(matched(archive));
  await waitFor(() => expect(document.querySelector("li.match")).toBeTruthy());
  expect(note()).toBe(words);
  expect(model.isComparing.value).toBe(archive?.kind === "asking");
  await expectAccessible();
});

it("a page is not given up while the archive is asked, and what went wrong is said beside the rest", async () => {
  await open(matched({ kind: "asking" }, false));
  expect(await screen.findByRole("heading", { name: "No matching words so far" })).toBeTruthy();
  expect(note()).toBe("Contacting the archive…");
  cleanup();
  await open(matched(failed("unreachable"), false));
  expect(await screen.findByRole("heading", { name: "Nothing found" })).toBeTruthy();
  expect(screen.getByText(/^No article in your library matches/)).toBeTruthy();
  expect(note()).toBe("The archive cannot be reached.");
});

it("nothing says that nothing was sent where the archive was asked, or will be", async () => {
  const foot = () => document.querySelector("footer")?.textContent ?? "";
  await open(matched(null));
  expect(foot()).toContain("Nothing was sent");
  cleanup();
  await open(matched({ kind: "answered", parts: null }));
  expect(foot()).toContain("Your archive was searched too.");
  expect(foot()).not.toMatch(/nothing (?:is|was) sent/i);
  cleanup();
  await open({ kind: "off" }, { library: { ...soundLibrary, asksArchive: true } });
  expect(foot()).toContain("and also with your archive");
  expect(foot()).not.toMatch(/nothing (?:is|was) sent/i);
});

it("a reference says that it is from the archive", async () => {
  const one = reference();
  const source = { kind: "archive", name: "politics" } as const;
  const references = [{ ...one, article: { ...one.article, source } }];
  const found = report([match({ exact: "A passage.", start: 0, end: 10, references })]);
  await open({ ...matched({ kind: "answered", parts: null }), report: found } as PageState);
  expect(await screen.findByText(/from your archive/)).toBeTruthy();
});
