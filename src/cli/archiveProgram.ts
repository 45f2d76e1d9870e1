import { type Command, Option } from "commander";
import { deleteCommand, pushCommand, statusCommand, verifyCommand } from "./archiveCommand.ts";
import { createKeyFile } from "./keyFile.ts";
import type { ArchiveOptions } from "./openArchive.ts";
import type { Output } from "./output.ts";

/** What the commands of an archive need of the program. */
interface ArchiveWiring {
  readonly output: Output;
  setExitCode(code: number): void;
}

/** Adds the commands that fill an archive and look after it. */
export function addArchive(program: Command, { output, setExitCode }: ArchiveWiring): void {
  const archive = program
    .command("archive")
    .description("keep millions of articles in an OpenSearch cluster (docs/archive.md)");
  archive
    .command("key")
    .description("make the key of a new archive")
    .argument("<file>", "where to write it; nobody else may read the file")
    .action((file: string) => {
      createKeyFile(file);
    });
  const asking = (command: Command) =>
    command
      .addOption(archiveOption("the archive's address").makeOptionMandatory())
      .requiredOption("--key <file>", "the archive's key")
      .addOption(userOption());
  asking(archive.command("push"))
    .description("store all articles that `corpus build` would read; again: only what changed")
    .argument("<inputs...>", "files and folders")
    .action(async (inputs: string[], options: ArchiveOptions) => {
      setExitCode(await pushCommand(inputs, options, output));
    });
  asking(archive.command("status"))
    .description("print how the archive and its cluster are")
    .action(async (options: ArchiveOptions) => {
      setExitCode(await statusCommand(options, output));
    });
  asking(archive.command("verify"))
    .description("check that the archive is whole, and has these articles as they are")
    .argument("[inputs...]", "files and folders")
    .action(async (inputs: string[], options: ArchiveOptions) => {
      setExitCode(await verifyCommand(inputs, options, output));
    });
  asking(archive.command("delete"))
    .description("delete these articles from the archive")
    .argument("<inputs...>", "files and folders")
    .action(async (inputs: string[], options: ArchiveOptions) => {
      setExitCode(await deleteCommand(inputs, options, output));
    });
}

/** Addresses of an archive's nodes. */
export function archiveOption(description: string): Option {
  return new Option(
    "--archive <address>",
    `${description} (http://127.0.0.1:9200, or with its name: …/second-source); again: other nodes of it`,
  ).argParser((value: string, previous: readonly string[] = []) => [...previous, value]);
}

/** The user who asks. */
export function userOption(): Option {
  return new Option(
    "--user <name>",
    "who asks; the password is read from SECOND_SOURCE_ARCHIVE_PASSWORD",
  );
}
