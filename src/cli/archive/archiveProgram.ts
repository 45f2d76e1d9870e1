import { type Command, InvalidArgumentError, Option } from "commander";
import type { Output } from "../print/output.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
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

/** What the archive's commands need from the program. */
interface ArchiveWiring {
  readonly readPdf: ReadPdf;
  readonly output: Output;
  setExitCode(code: number): void;
}

/** Adds the commands that fill, check and empty an archive. */
export function addArchive(
  program: Command,
  { output, setExitCode, readPdf }: ArchiveWiring,
): void {
  const archive = program
    .command("archive")
    .description("keep millions of articles in an OpenSearch cluster (docs/archive.md)");
  archive
    .command("key")
    .description("make the key of a new archive")
    .argument("<file>", "where to write it; only you will be able to read the file")
    .action((file: string) => {
      createKeyFile(file);
    });
  const asking = (command: Command) =>
    command
      .addOption(archiveOption("the archive's address").makeOptionMandatory())
      .requiredOption("--key <file>", "the archive's key")
      .addOption(userOption());
  asking(archive.command("push"))
    .description(
      "store all articles that `corpus build` would read; a second push stores only what changed",
    )
    .argument("<inputs...>", "files and folders")
    .option(
      "--shards <count>",
      "number of shards of a new archive, one for every fifty million passages",
      parseShards,
    )
    .addOption(noWaitOption())
    .action(async (inputs: string[], options: PushOptions) => {
      setExitCode(await pushCommand(inputs, options, readPdf, output));
    });
  asking(archive.command("status"))
    .description("print the state of the archive and its cluster")
    .action(async (options: ArchiveOptions) => {
      setExitCode(await statusCommand(options, output));
    });
  asking(archive.command("verify"))
    .description("check that the archive is complete, and has these articles unchanged")
    .argument("[inputs...]", "files and folders")
    .action(async (inputs: string[], options: ArchiveOptions) => {
      setExitCode(await verifyCommand(inputs, options, readPdf, output));
    });
  asking(archive.command("delete"))
    .description("delete these articles from the archive")
    .argument("<inputs...>", "files and folders")
    .addOption(noWaitOption())
    .action(async (inputs: string[], options: ChangeOptions) => {
      setExitCode(await deleteCommand(inputs, options, readPdf, output));
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
    "do not wait until replaced articles are no longer counted (half a minute)",
  );
}

/** Returns the option for the addresses of an archive's nodes. */
export function archiveOption(description: string): Option {
  return new Option(
    "--archive <address>",
    `${description} (http://127.0.0.1:9200, or with its name: …/second-source); repeat for other nodes of the same cluster`,
  ).argParser((value: string, previous: readonly string[] = []) => [...previous, value]);
}

/** Returns the option for the user name at an archive. */
export function userOption(): Option {
  return new Option(
    "--user <name>",
    "user name; the password is read from SECOND_SOURCE_ARCHIVE_PASSWORD",
  );
}
