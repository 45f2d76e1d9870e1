import type { BenchRow } from "../measure.ts";
import type { LibraryFigures } from "./libraryFigures.ts";
import type { PeerFigures } from "./peerFigures.ts";

/** How many times faster a sentence should be found than by each peer, and a library loaded. */
const fasterThan: Readonly<Record<string, { readonly search: number; readonly load: number }>> = {
  FlexSearch: { search: 200, load: 50 },
  "SQLite FTS5": { search: 400, load: 0 },
  MiniSearch: { search: 1000, load: 300 },
};

/** Goals hold from this size on; smaller libraries are printed for comparison. */
const goalSize = 100_000;
const million = 1_000_000;

/**
 * The rows of one library beside its peers.
 * @param hundredThousand the figures of the library of that size, once it has been measured
 */
export function rowsOf(
  own: LibraryFigures,
  peers: readonly PeerFigures[],
  hundredThousand: LibraryFigures | null,
): readonly BenchRow[] {
  const name = `${Math.round(own.passages / 1000)}k`;
  const row = (what: string, figure: string, goal: string | null = null, isMet = true) => ({
    what: `${name}: ${what}`,
    figure,
    goal: own.passages >= goalSize ? goal : null,
    isMet: own.passages >= goalSize && goal !== null ? isMet : null,
  });
  const atMost = (what: string, value: number, most: number, unit: string) =>
    row(what, `${shown(value)} ${unit}`, `≤ ${most} ${unit}`, value <= most);
  const atLeast = (what: string, value: number, least: number, unit: string) =>
    row(what, `${shown(value)} ${unit}`, `≥ ${least} ${unit}`, value >= least);
  const flex = peers.find((peer) => peer.name === "FlexSearch");
  const isLarge = own.passages >= million;
  return [
    row("passages of the library", `${own.passages}`),
    row("floor: the page's sentences tokenised", `${shown(own.floorMs)} ms`),
    row("a sentence found", `${shown(own.sentenceMs)} ms`),
    ...peers.flatMap((peer) => {
      const goal = fasterThan[peer.name]!;
      const ratio = peer.searchMs / own.sentenceMs;
      return [
        row(`a sentence found by ${peer.name}`, `${shown(peer.searchMs)} ms`),
        isLarge
          ? row(`faster than ${peer.name}`, `${shown(ratio)} ×`)
          : atLeast(`faster than ${peer.name}`, ratio, goal.search, "×"),
      ];
    }),
    row(
      "hard paraphrases, R@1 · R@10",
      `${own.hard.first.toFixed(3)} · ${own.hard.ten.toFixed(3)}`,
    ),
    row("exact BM25, R@1 · R@10", `${own.exact.first.toFixed(3)} · ${own.exact.ten.toFixed(3)}`),
    atLeast("R@10 of exact", own.hard.ten / own.exact.ten, isLarge ? 0.95 : 0.98, "of it"),
    row(`a page of ${own.pagePassages} passages, warm`, `${shown(own.pageMs)} ms`),
    ...(hundredThousand
      ? [atMost("the page, against 100k", own.pageMs / hundredThousand.pageMs, 5, "×")]
      : [
          ...(flex
            ? [
                atMost(
                  "the page, against FlexSearch's sentence",
                  own.pageMs / flex.searchMs,
                  2,
                  "×",
                ),
              ]
            : []),
          atMost("the page, against the floor", own.pageMs / own.floorMs, 100, "×"),
        ]),
    row("the first page in a new process", `${shown(own.coldMs)} ms`),
    atMost("first page against a warm one", own.coldMs / own.pageMs, 3, "×"),
    row("loading", `${shown(own.loadMs)} ms`),
    ...peers.flatMap(({ name: peer, loadMs }) =>
      loadMs === null
        ? []
        : [
            atLeast(
              `loading, faster than ${peer}`,
              loadMs / own.loadMs,
              fasterThan[peer]!.load,
              "×",
            ),
          ],
    ),
    atMost("index, text aside, a passage", own.indexBytes, 250, "bytes"),
    isLarge
      ? row("text to segment", "–")
      : atLeast("text to segment, extraction included", own.buildSpeed, 3, "MB/s"),
    atMost("an article added until it is found", own.addMs, 20, "ms"),
    row("merging it in", `${shown(own.mergeMs)} ms`),
    row("the longest step of that", `${shown(own.longestStepMs)} ms`),
  ];
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}
