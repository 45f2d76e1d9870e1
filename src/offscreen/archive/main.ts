/**
 * The archive's part of the offscreen document. It is a module of its own that is loaded when an
 * archive is set up or asked, so readers without an archive never load it.
 */
import type {
  ArchiveAnswer,
  ArchiveCheck,
  ArchiveLocation,
  ArchiveQuestion,
  ArchiveSetup,
} from "../../messages/archiveProtocol.ts";
import { createArchiveSecrets } from "../../platform/storage/archiveSecrets.ts";
import { createArchiveAsking } from "./askArchive.ts";
import { createOpenedArchive } from "./openedArchive.ts";
import { checkArchive, type SetUp, setUpArchive } from "./setUpArchive.ts";

const now = () => performance.now();
const secrets = createArchiveSecrets();
const asking = createArchiveAsking(createOpenedArchive(secrets, now), now);

/** Answers `offscreen/askArchive`. */
export function ask(question: ArchiveQuestion): Promise<ArchiveAnswer> {
  return asking.ask(question);
}

/** Answers `offscreen/setUpArchive`: stores key and password, and checks that they open the archive. */
export function setUp(setup: ArchiveSetup): Promise<SetUp> {
  asking.stop();
  return setUpArchive(setup, secrets);
}

/** Answers `offscreen/checkArchive`. */
export function check(place: ArchiveLocation): Promise<ArchiveCheck> {
  return checkArchive(place, secrets);
}

/** Stops asking; deletes key and password too if `forgets`. */
export async function stop(forgets: boolean): Promise<void> {
  asking.stop();
  if (forgets) await secrets.remove();
}
