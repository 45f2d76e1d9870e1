import type { ArchiveMessages } from "../../messages/archiveProtocol.ts";
import { archiveRequests } from "../../messages/archiveRequests.ts";
import { type Routes, routesFrom } from "../../messages/router.ts";
import type { ArchiveService } from "./archiveService.ts";

/** Routes for requests about the archive, accepted from our own pages only. */
export function archiveRoutes(archive: ArchiveService): Routes<ArchiveMessages> {
  return routesFrom<ArchiveMessages>(["extensionPage"], archiveRequests, {
    "archive/status": () => archive.status(),
    "archive/setUp": ({ setup, origins }) => archive.setUp(setup, origins),
    "archive/check": () => archive.check(),
    "archive/switch": ({ on }) => archive.switchTo(on),
    "archive/remove": () => archive.remove(),
  });
}
