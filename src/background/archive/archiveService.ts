import type {
  ArchiveAnswer,
  ArchiveCheck,
  ArchiveQuestion,
  ArchiveSetup,
  ArchiveStatus,
} from "../../messages/archiveProtocol.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import type { PageText } from "../../messages/pageText.ts";
import type { ArchiveChoice } from "../../platform/browser/archiveChoice.ts";
import { retryOnce } from "../retryOnce.ts";

/** What the service needs from the browser. */
export interface ArchivePorts {
  readonly offscreen: OffscreenClient;
  read(): Promise<ArchiveChoice | null>;
  write(choice: ArchiveChoice | null): Promise<void>;
  /** Resolves to whether the extension has permission for this address. */
  isGranted(url: string): Promise<boolean>;
}

/** A page, and the document that asks about it. */
export interface ArchivePage {
  readonly page: PageText;
  /** Identifies the asking document in its frame. */
  readonly document: string;
  readonly isPrivateWindow: boolean;
  /** True if the answer may wait a second for the archive's. */
  readonly waits: boolean;
}

/** An archive's answer about a page, with the archive's name. */
export type NamedAnswer = ArchiveAnswer & { readonly name: string };

/** The reader's archive. Requests go through the offscreen document, which alone has the key. */
export interface ArchiveService {
  /**
   * Resolves to the answer; null if no archive is asked: none is set up, it is off, or the window
   * is private.
   */
  ask(asked: ArchivePage): Promise<NamedAnswer | null>;
  isOn(): Promise<boolean>;
  status(): Promise<ArchiveStatus>;
  setUp(setup: ArchiveSetup, origins: readonly string[]): Promise<ArchiveCheck>;
  check(): Promise<ArchiveCheck>;
  switchTo(on: boolean): Promise<ArchiveStatus>;
  remove(): Promise<{ readonly origins: readonly string[] }>;
}

/** Returns the service that asks the reader's archive through the offscreen document. */
export function createArchiveService(ports: ArchivePorts): ArchiveService {
  const { offscreen, read, write } = ports;

  /** Returns the archive with only the nodes that the extension may access. */
  async function grantedPlace({ place }: ArchiveChoice) {
    const granted = await Promise.all(place.nodes.map(ports.isGranted));
    return { ...place, nodes: place.nodes.filter((_, at) => granted[at]) };
  }

  async function askOffscreen(question: ArchiveQuestion): Promise<ArchiveAnswer> {
    try {
      return await retryOnce(() => offscreen("offscreen/askArchive", question));
    } catch (error) {
      console.error("archive", error);
      return { kind: "failed", problem: "unreachable" };
    }
  }

  async function status(): Promise<ArchiveStatus> {
    const choice = await read();
    return { place: choice?.place ?? null, isOn: choice?.isOn ?? false };
  }

  return {
    async ask({ page, document, isPrivateWindow, waits }) {
      // Nothing that is read in a private window is sent anywhere.
      const choice = isPrivateWindow ? null : await read();
      if (choice === null || !choice.isOn) return null;
      const place = await grantedPlace(choice);
      const { name } = place;
      if (place.nodes.length === 0) {
        return { kind: "failed", problem: "noPermission", name };
      }
      const question = { place, document, page, waits };
      return { ...(await askOffscreen(question)), name };
    },
    isOn: async () => (await read())?.isOn ?? false,
    status,
    async setUp(setup, origins) {
      const { check, place } = await offscreen("offscreen/setUpArchive", setup);
      if (place !== null) await write({ place, isOn: true, origins });
      return check;
    },
    async check() {
      const choice = await read();
      if (choice === null) return { kind: "failed", problem: "notThere" };
      const place = await grantedPlace(choice);
      if (place.nodes.length === 0) return { kind: "failed", problem: "noPermission" };
      const check = await offscreen("offscreen/checkArchive", { place });
      return check.kind === "connected" ? { ...check, of: choice.place.nodes.length } : check;
    },
    async switchTo(on) {
      const choice = await read();
      if (choice !== null) await write({ ...choice, isOn: on });
      if (!on) await offscreen("offscreen/stopArchive", { forgets: false });
      return status();
    },
    async remove() {
      const origins = (await read())?.origins ?? [];
      await write(null);
      await offscreen("offscreen/stopArchive", { forgets: true });
      return { origins };
    },
  };
}
