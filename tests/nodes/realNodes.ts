import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cluster, type ClusterNode, startCluster } from "../../scripts/archive/cluster.ts";
import { missingForNodes } from "../../scripts/archive/nodeProgram.ts";

/** True where Java or Maven is missing, which is told; under CI=true the tests run, and fail, all the same. */
export const isWithoutNodes = isWithout(missingForNodes());
/** The same of nodes with TLS and users. */
export const isWithoutSecureNodes = isWithout(missingForNodes(true));

function isWithout(missing: string | null): boolean {
  if (missing === null || process.env.CI === "true") return false;
  console.log(`Skipped: tests with real nodes. ${missing}`);
  return true;
}

/** Three real nodes, small and quick to start, which end with the tests. */
export interface RealNodes extends Cluster {
  /** Options that name the archive's nodes, in an order of its own. */
  readonly addresses: readonly string[];
  /** The node that manages the cluster. */
  manager(): Promise<ClusterNode>;
  /** Resolves when all three are one cluster again and every copy is there. */
  green(): Promise<void>;
}

/** Why an archive was not asked, or what of it did not answer. */
export const clearWord =
  /did not answer within \d s|cannot be reached|answers 50\d|failed \(|the time limit has passed|only \d of \d parts/;

/** True while a process exists. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts them; ports beside those of `npm run archive`. */
export async function startRealNodes(): Promise<RealNodes> {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-nodes-"));
  const cluster = await startCluster({
    ...{ folder, firstPort: 9610, heapMb: 384 },
    java: ["-XX:TieredStopAtLevel=1", "-Xshare:auto"],
    // A node that is stopped is gone after ten seconds, not after half a minute.
    settings: {
      "cluster.fault_detection.follower_check.timeout": "5s",
      "cluster.fault_detection.follower_check.retry_count": "2",
    },
  });
  const ask = async (question: string) => {
    for (;;) {
      for (const { address } of cluster.nodes) {
        const signal = AbortSignal.timeout(20_000);
        const answer = await fetch(address + question, { signal }).catch(() => null);
        if (answer?.ok) return (await answer.json()) as unknown;
      }
    }
  };
  return {
    nodes: cluster.nodes,
    security: cluster.security,
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    addresses: cluster.nodes.flatMap(({ address }) => ["--archive", address]),
    async manager() {
      const [{ node }] = (await ask("/_cat/cluster_manager?format=json")) as [{ node: string }];
      return cluster.nodes.find(({ name }) => name === node)!;
    },
    async green() {
      for (;;) {
        const wanted =
          "wait_for_status=green&wait_for_nodes=3&wait_for_no_relocating_shards=true&timeout=10s";
        const health = (await ask(`/_cluster/health?${wanted}`)) as { timed_out: boolean };
        if (!health.timed_out) return;
      }
    },
  };
}
