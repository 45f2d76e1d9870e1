import type { ArchiveProblem } from "../../messages/archiveProtocol.ts";

/** Message keys of the reasons why an archive could not be asked. */
export const archiveProblemKeys: Readonly<Record<ArchiveProblem, string>> = {
  unreachable: "archiveUnreachable",
  unavailable: "archiveUnavailable",
  tooSlow: "archiveTooSlow",
  notSignedIn: "archiveNotSignedIn",
  notAllowed: "archiveNotAllowed",
  notThere: "archiveNotThere",
  wrongKey: "archiveWrongKey",
  wrongVersion: "archiveWrongVersion",
  badAnswer: "archiveBadAnswer",
  badAddress: "archiveBadAddress",
  notAKey: "archiveNotAKey",
  noPermission: "archiveNoPermission",
  notStored: "archiveNotStored",
};
