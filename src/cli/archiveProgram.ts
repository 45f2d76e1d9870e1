import { type Command, InvalidArgumentError, Option } from "commander";
import {
  type ChangeOptions,
  deleteCommand,
  type PushOptions,
  pushCommand,
  statusCommand,
  verifyCommand,
} from "./archiveCommand.ts";
import { createKeyFile } from "./keyFile.ts";
import type { ArchiveOptions } from "./openArchive.ts";
import type { Output } from "./output.ts";

/** What the archive's commands need from the program. */
interface ArchiveWiring {
  readonly output: Output;
  setExitCode(code: number): void;
}

/** Adds the commands that fill, check and empty an archive. */
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
    .option("--shards <count>", "parts of a new archive, fifty million passages each", parseShards)
    .addOption(noWaitOption())
    .action(async (inputs: string[], options: PushOptions) => {
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
    .addOption(noWaitOption())
    .action(async (inputs: string[], options: ChangeOptions) => {
      setExitCode(await deleteCommand(inputs, options, output));
    });
}

/** The most shards of a new archive; more would only make it slower. */
const mostShards = 200;

function parseShards(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > mostShards) {
    throw new InvalidArgumentError(`A whole number from 1 to ${mostShards} is needed.`);
  }
  return count;
}

function noWaitOption(): Option {
  return new Option(
    "--no-wait",
    "do not wait until what was replaced is no longer counted (half a minute)",
  );
}

/** Returns the option for the addresses of an archive's nodes. */
export function archiveOption(description: string): Option {
  return new Option(
    "--archive <address>",
    `${description} (http://127.0.0.1:9200, or with its name: …/second-source); again: other nodes of it`,
  ).argParser((value: string, previous: readonly string[] = []) => [...previous, value]);
}

/** Returns the option for the user name at an archive. */
export function userOption(): Option {
  return new Option(
    "--user <name>",
    "who asks; the password is read from SECOND_SOURCE_ARCHIVE_PASSWORD",
  );
}
