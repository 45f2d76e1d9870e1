import type { ArchiveProblem } from "../../messages/archiveProtocol.ts";

/** Why an archive could not be asked, in the interface's words. */
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
