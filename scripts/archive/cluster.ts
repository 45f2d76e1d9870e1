import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isGreen } from "./health.ts";
import { prepareNodeProgram } from "./nodeProgram.ts";
import { type ClusterSecurity, prepareSecurity } from "./security.ts";

/** One node of a cluster: a process of its own, unless all share one. */
export interface ClusterNode {
  readonly name: string;
  readonly address: string;
  readonly pid: number;
}

/** Three OpenSearch nodes on loopback. */
export interface Cluster {
  readonly nodes: readonly ClusterNode[];
  /** Null without TLS and users. */
  readonly security: ClusterSecurity | null;
  /** Ends all nodes and waits for it; their data stays. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The folder for the nodes' data and logs. */
  readonly folder: string;
  /** The first node's port and those after it are taken if they are free; others if not. */
  readonly firstPort?: number;
  readonly heapMb?: number;
  /** With TLS and users, which are made in the folder. */
  readonly isSecure?: boolean;
  /**
   * All nodes in one process, which costs a third of the work: for tests in which no node is stopped or
   * killed by itself.
   */
  readonly isOneProcess?: boolean;
  /** Further options for Java. */
  readonly java?: readonly string[];
  /** Further settings of OpenSearch. */
  readonly settings?: Readonly<Record<string, string>>;
  progress?(line: string): void;
}

const nodeCount = 3;
/**
 * The heap of a node, enough for an archive to try out: loading a million passages tripped
 * OpenSearch's parent circuit breaker.
 */
const defaultHeapMb = 768;
const firstTransportPort = 9300;

/** Starts the nodes and waits until all three are one green cluster. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { firstPort = 9200, isSecure = false, progress = () => undefined } = options;
  const program = await prepareNodeProgram(isSecure, progress);
  const security = isSecure
    ? await prepareSecurity(path.join(options.folder, "security"), program)
    : null;
  progress("Starting three nodes (about 20 s) …");
  const ports = await freePorts(firstPort, nodeCount);
  const transports = await freePorts(firstTransportPort + (firstPort - 9200), nodeCount);
  const seeds = transports.map((port) => `127.0.0.1:${port}`).join(",");
  const nodes = ports.map((port, at): NodeSettings => {
    const [name, home] = [`node${at + 1}`, path.resolve(options.folder, `node${at + 1}`)];
    const address = `${security ? "https" : "http"}://127.0.0.1:${port}`;
    const settings = {
      ...{ "path.home": home, "node.name": name, "http.port": port },
      ...{ "transport.port": transports[at]!, "discovery.seed_hosts": seeds },
    };
    return { name, home, address, settings };
  });
  const together = options.isOneProcess ? [nodes] : nodes.map((node) => [node]);
  const started = together.flatMap((its) => startNodes(its, program.classPath, security, options));
  const stop = () => stopNodes(started);
  try {
    await waitForGreen(started, security);
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes: started, security, stop };
}

/** What is one node's own. */
interface NodeSettings extends Pick<ClusterNode, "name" | "address"> {
  readonly home: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

interface StartedNode extends ClusterNode {
  readonly child: ChildProcess;
  readonly log: string;
}

/** Starts nodes in one process. */
function startNodes(
  nodes: readonly NodeSettings[],
  classPath: string,
  security: ClusterSecurity | null,
  { heapMb = defaultHeapMb, java = [], ...options }: ClusterOptions,
): readonly StartedNode[] {
  for (const { home } of nodes) {
    mkdirSync(home, { recursive: true });
    security?.install(path.join(home, "config"));
  }
  const shared = {
    ...{ "cluster.name": "second-source-archive", "network.host": "127.0.0.1" },
    "cluster.initial_cluster_manager_nodes": "node1,node2,node3",
    // A laptop's disk is often fuller than a server's may be.
    "cluster.routing.allocation.disk.threshold_enabled": false,
    ...security?.settings,
    ...options.settings,
  };
  const each = nodes.map(({ settings }) =>
    Object.entries({ ...settings, ...shared }).map(([name, value]) => `${name}=${value}`),
  );
  const log = path.join(nodes[0]!.home, "node.log");
  const out = openSync(log, "w");
  const heap = heapMb * nodes.length;
  const child = spawn(
    "java",
    [
      ...[`-Xms${heap}m`, `-Xmx${heap}m`, "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=256m"],
      ...[...java, "-cp", classPath, "ArchiveNode"],
      ...each.flatMap((settings, at) => (at === 0 ? settings : ["--", ...settings])),
    ],
    // A node ends when its standard input does. Signals of the terminal are for us to pass on.
    { stdio: ["pipe", out, out], detached: true },
  );
  closeSync(out);
  return nodes.map(({ name, address }) => ({ name, address, pid: child.pid!, child, log }));
}

const patienceMs = 180_000;

async function waitForGreen(
  nodes: readonly StartedNode[],
  security: ClusterSecurity | null,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const fallen = nodes.find(({ child }) => hasEnded(child));
    if (fallen) throw new Error(`${fallen.name} ended:\n${lastLines(fallen.log)}`);
    const answers = await Promise.all(
      nodes.map(({ address }) => isGreen(address, nodeCount, security)),
    );
    if (answers.every((one) => one)) return;
    await sleep(200);
  }
  throw new Error(`the nodes are not green after ${patienceMs / 1000} s: see ${nodes[0]!.log}`);
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once("exit", resolve));
}

/** A node that has not ended this long after it was told to is killed. */
const mostStoppingMs = 30_000;

async function stopNodes(nodes: readonly StartedNode[]): Promise<void> {
  for (const { child } of nodes) {
    // One that a test stopped could not end.
    child.kill("SIGCONT");
    child.kill("SIGTERM");
  }
  const timer = setTimeout(() => {
    for (const { child } of nodes) child.kill("SIGKILL");
  }, mostStoppingMs);
  await Promise.all(nodes.map(({ child }) => ended(child)));
  clearTimeout(timer);
}

async function freePorts(first: number, count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let at = 0; at < count; at++)
    ports.push(await freePort(first + at).catch(() => freePort(0)));
  return ports;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
