import { type ReadonlySignal, signal } from "@preact/signals";
import type { ArchiveCheck, ArchiveStatus } from "../../../messages/archiveProtocol.ts";
import type { BackgroundClient } from "../../../messages/client.ts";

/** The notice of the last action. */
export type ArchiveNotice =
  | { readonly kind: "asking" | "failed" | "notGranted" | "removed" }
  | { readonly kind: "checked"; readonly check: ArchiveCheck };

/** The contents of the form. */
export interface TypedArchive {
  /** Addresses of nodes, separated by spaces or commas. */
  readonly addresses: string;
  readonly keyFile: Blob | null;
  /** Empty, like the password, if the cluster has no users. */
  readonly user: string;
  readonly password: string;
}

/** The result of asking the browser for permission. */
export interface GrantedOrigins {
  readonly isGranted: boolean;
  /** Origins that were not granted before. */
  readonly granted: readonly string[];
}

/** What the section needs from the browser, given by main.tsx. */
export interface ArchivePorts {
  readonly background: BackgroundClient;
  /** Asks the browser for permission to reach hosts; must be called in a click handler. */
  requestHosts(hosts: readonly string[]): Promise<GrantedOrigins>;
  /** Returns permissions to the browser. */
  giveBack(origins: readonly string[]): Promise<void>;
}

/** The reader's archive as the settings show it. */
export interface ArchiveModel {
  /** Null until it is known. */
  readonly status: ReadonlySignal<ArchiveStatus | null>;
  readonly notice: ReadonlySignal<ArchiveNotice | null>;
  load(): Promise<void>;
  /**
   * Sets up the archive; resolves to true on success. It and `check` ask for permission, so they
   * must be called in submit or click handlers.
   */
  setUp(typed: TypedArchive): Promise<boolean>;
  check(): Promise<void>;
  switchTo(on: boolean): Promise<void>;
  remove(): Promise<void>;
}

/** The most bytes of a key file, which has one line; a longer file is not read. */
const mostKeyBytes = 1_000;

/** Returns the model of the section on the archive. */
export function createArchiveModel(ports: ArchivePorts): ArchiveModel {
  const { background } = ports;
  const status = signal<ArchiveStatus | null>(null);
  const notice = signal<ArchiveNotice | null>(null);

  async function readStatus(): Promise<void> {
    status.value = await background("archive/status", {});
  }

  /** Runs an action of the reader and shows a notice if it fails. */
  async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
    notice.value = { kind: "asking" };
    try {
      return await run();
    } catch {
      notice.value = { kind: "failed" };
      return null;
    }
  }

  /** Resolves to the granted origins; null, with a notice, if the permission was refused. */
  async function granted(asked: Promise<GrantedOrigins>): Promise<readonly string[] | null> {
    const answer = await asked.catch(() => null);
    if (answer?.isGranted) return answer.granted;
    notice.value = { kind: "notGranted" };
    return null;
  }

  return {
    status,
    notice,
    load: async () => {
      await readStatus().catch(() => {
        notice.value = { kind: "failed" };
      });
    },
    async setUp({ addresses, keyFile, user, password }) {
      const typed = addresses.split(/[\s,]+/).filter((one) => one !== "");
      const hosts = hostsOf(typed);
      if (hosts === null) {
        notice.value = { kind: "checked", check: { kind: "failed", problem: "badAddress" } };
        return false;
      }
      // Must come first, while the click still counts as the reader's.
      const asked = ports.requestHosts(hosts);
      const isDone = await attempt(async () => {
        const origins = await granted(asked);
        if (origins === null) return false;
        const setup = {
          addresses: typed,
          keyText: await keyIn(keyFile),
          user: user === "" ? null : user,
          password: user === "" ? null : password,
        };
        const check = await background("archive/setUp", { setup, origins });
        if (check.kind === "failed") await ports.giveBack(origins);
        await readStatus();
        notice.value = { kind: "checked", check };
        return check.kind === "connected";
      });
      return isDone ?? false;
    },
    async check() {
      const nodes = status.value?.place?.nodes ?? [];
      const asked = ports.requestHosts(hostsOf(nodes) ?? []);
      await attempt(async () => {
        if ((await granted(asked)) === null) return;
        notice.value = { kind: "checked", check: await background("archive/check", {}) };
      });
    },
    async switchTo(on) {
      await attempt(async () => {
        status.value = await background("archive/switch", { on });
        notice.value = null;
      });
    },
    async remove() {
      await attempt(async () => {
        const { origins } = await background("archive/remove", {});
        const feeds = await background("feeds/list", {});
        await ports.giveBack(withoutHostsOf(feeds, origins));
        await readStatus();
        notice.value = { kind: "removed" };
      });
    },
  };
}

/** Returns the hosts that need a permission; null if there is none or one is not a web address. */
function hostsOf(addresses: readonly string[]): readonly string[] | null {
  const isWeb = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);
  if (addresses.length === 0 || !addresses.every(isWeb)) return null;
  return [...new Set(addresses.map((address) => new URL(address).hostname))];
}

/** Returns the origins without those that a followed feed on the same host still needs. */
function withoutHostsOf(
  feeds: readonly { readonly url: string }[],
  origins: readonly string[],
): readonly string[] {
  const inUse = new Set(feeds.map(({ url }) => new URL(url).hostname));
  return origins.filter((origin) => !inUse.has(new URL(origin).hostname));
}

async function keyIn(file: Blob | null): Promise<string> {
  return file === null || file.size > mostKeyBytes ? "" : file.text();
}
