import type { MatchReport } from "../engine/model/index.ts";
import type { ArchiveState } from "../messages/archiveProtocol.ts";
import { defaultChoices } from "../messages/defaultChoices.ts";
import { isDefaultLook, type MarkLook } from "../messages/markLook.ts";
import type { MeaningAnswer, PageAnswer, PageText, PublicAnswer } from "../messages/protocol.ts";
import type { Sender } from "../messages/router.ts";
import type { ArchiveService, NamedAnswer } from "./archive/archiveService.ts";
import { joinReports } from "./archive/joinReports.ts";
import { showBadge } from "./badge.ts";
import type { ReadingMemory } from "./keeping/readingMemory.ts";
import type { FoundOnPage, LibraryService } from "./libraryService.ts";
import type { MeaningQuestion, MeaningStep, PageMeaning } from "./meaning/pageMeaning.ts";
import { withPublicPart } from "./publicPart.ts";
import { applyChoices, areDefault, type ReportChoicesService } from "./reportChoices.ts";
import type { TabCounts } from "./tabCounts.ts";

/** What is needed to answer a page's request. */
export interface AnswerPorts {
  readonly library: LibraryService;
  readonly meaning: PageMeaning;
  readonly archive: ArchiveService;
  readonly choices: ReportChoicesService;
  /** Resolves to the look of marks that the reader chose. */
  readonly readLook: () => Promise<MarkLook>;
  readonly counts: TabCounts;
  readonly memory: ReadingMemory;
}

/** The least duration of work that the button shows, so that it does not flicker. */
const longWorkMs = 400;

interface Asked {
  readonly page: PageText;
  /** True if the page was matched before with this text. */
  readonly isAgain: boolean;
}

/**
 * Matches a page, or one of its frames, and returns what its scripts may see. If the reader keeps
 * no articles and has chosen nothing, the answer is complete.
 */
export function answerPublic(
  { page, isAgain }: Asked,
  sender: Sender,
  ports: AnswerPorts,
): Promise<PublicAnswer> {
  return withSigns(sender, async () => {
    const [{ report: all, hasPrivate }, chosen, look] = await Promise.all([
      ports.library.matchPublic(page),
      ports.choices.read(),
      ports.readLook(),
    ]);
    // The page sees the same whatever the reader has chosen.
    const report = applyChoices(all, defaultChoices);
    const isSeen = areDefault(chosen) && isDefaultLook(look);
    const isWhole = isSeen && !hasPrivate;
    if (isWhole) recordResult(report, { page, isAgain }, sender, ports);
    return {
      matches: report.matches.map(({ in: part, start, end, relation }) => ({
        ...{ in: part, start, end, relation },
      })),
      isSeen,
      whole: isWhole ? { report, passages: null } : null,
    };
  });
}

/** Matches a page with all corpora and applies the reader's choices. */
export function answerPage(asked: Asked, sender: Sender, ports: AnswerPorts): Promise<PageAnswer> {
  return withSigns(sender, async () => {
    const answer = await shownOf(await ports.library.match(asked.page), ports);
    recordResult(answer.report, asked, sender, ports);
    return answer;
  });
}

/** A page's request after its words have been compared. */
interface FurtherQuestion extends MeaningQuestion {
  /** True if comparing by meaning is finished and only the archive is awaited. */
  readonly isCompared: boolean;
}

/**
 * Compares more of a page by meaning and asks the archive. What the reader keeps changes neither
 * the number of answers nor the way marks are painted.
 */
export async function answerMeaning(
  question: FurtherQuestion,
  sender: Sender,
  ports: AnswerPorts,
): Promise<MeaningAnswer | null> {
  const { page, answered, isCompared } = question;
  const document = documentOf(sender);
  const { isPrivateWindow } = sender;
  const asking = ports.archive.ask({ page, document, isPrivateWindow, waits: isCompared });
  if (isCompared && (await asking)?.kind === "asking") {
    return { answer: null, done: answered, of: answered, archive: { kind: "asking" } };
  }
  const step = await meaningStep(question, document, asking, ports);
  const archive = await asking;
  if (step === null && archive === null) return null;
  const { found, done, of } = step ?? (await withoutMeaning(page, archive, ports));
  const answer = found === null ? null : await shownOf(withArchive(found, archive), ports);
  const isWhole = done === of && archive?.kind !== "asking";
  // The button shows the result by words until everything is compared. The reading memory was
  // notified then: by now the reader may have chosen otherwise.
  if (answer !== null && isWhole) countOnButton(answer.report, sender, ports);
  return { answer, done, of, archive: stateOf(archive) };
}

/**
 * Compares the next passages; null if nothing is compared by meaning. A failure does not stop the
 * archive's answer.
 */
async function meaningStep(
  question: MeaningQuestion,
  document: string,
  asking: Promise<NamedAnswer | null>,
  { meaning }: AnswerPorts,
): Promise<MeaningStep | null> {
  try {
    return await meaning.step(question, document);
  } catch (error) {
    if ((await asking) === null) throw error;
    console.error("meaning", error);
    return null;
  }
}

/** Returns the library's matches by words, once there is an archive's answer to join. */
async function withoutMeaning(
  page: PageText,
  archive: NamedAnswer | null,
  { library }: AnswerPorts,
): Promise<MeaningStep> {
  const found = archive?.kind === "asking" ? null : await library.match(page);
  return { found, done: 0, of: 0 };
}

function withArchive(found: FoundOnPage, archive: NamedAnswer | null): FoundOnPage {
  if (archive?.kind !== "answered") return found;
  return { ...found, all: joinReports(found.all, archive.report, archive.name) };
}

function stateOf(archive: NamedAnswer | null): ArchiveState | null {
  if (archive === null || archive.kind === "asking") return archive && { kind: "asking" };
  if (archive.kind === "answered") return { kind: "answered", parts: archive.parts };
  return { kind: "failed", problem: archive.problem };
}

/** Applies the reader's choices to what was found. */
async function shownOf(
  { all, publicOnly, passages }: FoundOnPage,
  { choices }: AnswerPorts,
): Promise<PageAnswer> {
  const chosen = await choices.read();
  const report = withPublicPart(applyChoices(all, chosen), applyChoices(publicOnly, chosen));
  return { report, passages };
}

function documentOf({ tabId, frameId, url }: Sender): string {
  return `${tabId} ${frameId} ${url === null ? "" : new URL(url).origin}`;
}

/** Runs work and shows on the button if it takes long or fails. */
async function withSigns<Answer>({ tabId }: Sender, work: () => Promise<Answer>): Promise<Answer> {
  const showReading = () => tabId !== null && showBadge(tabId, { kind: "reading" });
  const longWork = setTimeout(showReading, longWorkMs);
  try {
    return await work();
  } catch (error) {
    if (tabId !== null) await showBadge(tabId, { kind: "failed" });
    throw error;
  } finally {
    clearTimeout(longWork);
  }
}

/**
 * Shows the number of matches on the button and lets the reading memory store the page, without
 * making the reader wait. A page that asks again is not stored: the reader may just have removed it.
 */
function recordResult(
  report: MatchReport,
  { page, isAgain }: Asked,
  sender: Sender,
  ports: AnswerPorts,
): void {
  countOnButton(report, sender, ports);
  if (isAgain) return;
  ports.memory.remember(page, sender).catch((error: unknown) => console.error("memory", error));
}

function countOnButton(
  { matches }: MatchReport,
  { tabId, frameId }: Sender,
  { library, counts }: AnswerPorts,
): void {
  if (tabId === null) return;
  const counting = counts.add(tabId, frameId, matches.length);
  showCount(tabId, counting, matches, library).catch(console.error);
}

async function showCount(
  tabId: number,
  counting: Promise<number>,
  matches: MatchReport["matches"],
  library: LibraryService,
): Promise<void> {
  const [count, { articles, problems }] = await Promise.all([counting, library.status()]);
  if (articles === 0) {
    await showBadge(tabId, { kind: "libraryEmpty" });
    return;
  }
  const isAll = count === matches.length;
  const outlets = isAll ? outletsIn(matches) : null;
  await showBadge(tabId, { kind: "matches", count, outlets, isRepaired: problems.length > 0 });
}

function outletsIn(matches: MatchReport["matches"]): number {
  const names = matches.flatMap(({ references }) => references.map((its) => its.article.outlet));
  return new Set(names).size;
}
