import type { ArchiveMessages } from "../../messages/archiveProtocol.ts";
import { archiveRequests as parse } from "../../messages/archiveRequests.ts";
import type { Routes } from "../../messages/router.ts";
import type { ArchiveService } from "./archiveService.ts";

const from = ["extensionPage"] as const;

/** Routes for requests about the archive, accepted from our own pages only. */
export function archiveRoutes(archive: ArchiveService): Routes<ArchiveMessages> {
  return {
    "archive/status": { from, parse: parse["archive/status"], answer: () => archive.status() },
    "archive/setUp": {
      from,
      parse: parse["archive/setUp"],
      answer: ({ setup, origins }) => archive.setUp(setup, origins),
    },
    "archive/check": { from, parse: parse["archive/check"], answer: () => archive.check() },
    "archive/switch": {
      from,
      parse: parse["archive/switch"],
      answer: ({ on }) => archive.switchTo(on),
    },
    "archive/remove": { from, parse: parse["archive/remove"], answer: () => archive.remove() },
  };
}
