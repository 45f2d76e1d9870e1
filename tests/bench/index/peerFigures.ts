import { fastestOf, median, timed } from "../timing.ts";
import type { Peer } from "./peers.ts";

/** What is measured of another engine; times in milliseconds. */
export interface PeerFigures {
  readonly name: string;
  readonly buildMs: number;
  readonly searchMs: number;
  readonly loadMs: number | null;
}

/** Builds the engine, asks it every sentence, loads it again and closes it. */
export function measurePeer(build: () => Peer, queries: readonly string[]): PeerFigures {
  const built = timed(build);
  const peer = built.value;
  const times = queries.map((query) => timed(() => peer.search(query)).ms);
  const { reload } = peer;
  const loadMs = reload === null ? null : fastestOf(2, reload);
  peer.close();
  return { name: peer.name, buildMs: built.ms, searchMs: median(times), loadMs };
}
