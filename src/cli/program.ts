import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { webAddress } from "../ingest/metadata/outlet.ts";
import { parsePublicationDate } from "../ingest/metadata/publicationDate.ts";
import { addArchive, archiveOption, userOption } from "./archiveProgram.ts";
import { compareCommand } from "./compareCommand.ts";
import { type BuildOptions, buildCorpus, corpusInfo, exportCorpus } from "./corpusCommand.ts";
import { InputError } from "./inputError.ts";
import { matchCommand } from "./matchCommand.ts";
import type { MatchCommandOptions } from "./matchOptions.ts";
import { matchFormats } from "./matchPrinter.ts";
import type { MeaningOptions } from "./meaning.ts";
import type { Output } from "./output.ts";
import type { ProgramParts } from "./programParts.ts";
import { type ReadCommandOptions, readCommand } from "./readCommand.ts";
import { type RetrieveCommandOptions, retrieveCommand } from "./retrieveCommand.ts";
import { type StoryCommandOptions, storyCommand } from "./storyCommand.ts";
import { storyFormats } from "./storyPrinter.ts";

/** done · at least one input could not be used · wrong usage. */
export const exitCodes = { done: 0, inputProblem: 1, wrongUsage: 2 } as const;

/**
 * Runs the command line and returns the exit code. `args` are the arguments without the program's
 * name.
 */
export async function runProgram(
  args: readonly string[],
  parts: ProgramParts,
  output: Output,
): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = createProgram(parts, output, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    }
    if (!(error instanceof InputError)) throw error;
    output.problem(error.message);
    return exitCodes.inputProblem;
  }
  return exitCode;
}

interface Wiring extends ProgramParts {
  readonly output: Output;
  setExitCode(code: number): void;
}

function createProgram(
  parts: ProgramParts,
  output: Output,
  setExitCode: (code: number) => void,
): Command {
  const program = new Command("second-source")
    .description("Where else has this been printed, by whom, in what words, and who was first?")
    .version(parts.version, "--version", "print the version")
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: (text) => output.problem(text.trimEnd()) });
  const wiring = { ...parts, output, setExitCode };
  addMatch(program, wiring);
  addStory(program, wiring);
  addRead(program, wiring);
  addCompare(program, wiring);
  addRetrieve(program, wiring);
  addCorpus(program, wiring);
  addArchive(program, wiring);
  return program;
}

function addMatch(program: Command, { setExitCode, output, ...parts }: Wiring): void {
  program
    .command("match")
    .description("match pages (HTML or text) against a corpus, which is read once for all of them")
    .argument("<pages...>", "files, folders and patterns (news/**/*.html), or - for standard input")
    .option(
      "--corpus <path>",
      "a pack, or a file, zip or folder of what packs are made of; may be given again; left out: the bundled articles",
      collect,
      [],
    )
    .option("--url <address>", "where the page was found (of one page)", parseUrl)
    .option("--date <day>", "when the page was published, YYYY-MM-DD (of one page)", parseDay)
    .option("--min-score <score>", "leave out references below this score, 0 to 1", parseScore)
    .option("--jobs <count>", "match so many pages at the same time", parseJobs, 1)
    .addOption(formatOption(matchFormats))
    .addOption(wordsOnlyOption())
    .option("--no-cache", "read the corpus anew, and keep no index of it")
    .addOption(archiveOption("instead of a corpus: the address of an archive").conflicts("corpus"))
    .option("--key <file>", "the archive's key")
    .addOption(userOption())
    .action(async (pages: string[], options: MatchCommandOptions) => {
      setExitCode(await matchCommand(pages, options, parts, output));
    });
}

function addStory(program: Command, { setExitCode, output, ...parts }: Wiring): void {
  program
    .command("story")
    .description("set side by side what outlets print about the same events")
    .argument("<articles...>", "packs, and files and folders of what packs are made of")
    .option("--list", "list the stories, without comparing their articles")
    .option("--search <words>", "only stories with an article that has these words")
    .addOption(
      new Option(
        "--of <page>",
        "only the story of this: a page's file, or the address or id of one of the articles",
      ).conflicts(["list", "search", "together"]),
    )
    .addOption(new Option("--together", "all articles are one story").conflicts(["list", "search"]))
    .option("--url <address>", "where the page of --of was found", parseUrl)
    .option("--date <day>", "when the page of --of was published, YYYY-MM-DD", parseDay)
    .option("--min-score <score>", "leave out what scores below this, 0 to 1", parseScore)
    .addOption(formatOption(storyFormats))
    .option("--no-cache", "read the articles anew, and keep no index of them")
    .action((articles: string[], options: StoryCommandOptions) => {
      setExitCode(storyCommand(articles, options, parts, output));
    });
}

function addRead(program: Command, { output, setExitCode }: Wiring): void {
  program
    .command("read")
    .description("print what is understood of documents (HTML or text)")
    .argument("<files...>", "the documents, or - for standard input")
    .addOption(formatOption(["text", "json"]))
    .action((files: string[], options: ReadCommandOptions) => {
      setExitCode(readCommand(files, options, output));
    });
}

function addCompare(program: Command, { output, setExitCode, loadEncoder }: Wiring): void {
  program
    .command("compare")
    .description("say of pairs of statements how alike they are, as JSON Lines")
    .argument("<pairs>", 'JSON Lines of {"a","b","aDate"?,"bDate"?}, or - for standard input')
    .addOption(wordsOnlyOption())
    .action(async (file: string, options: MeaningOptions) => {
      setExitCode(await compareCommand(file, options, loadEncoder, output));
    });
}

function addRetrieve(program: Command, { setExitCode, output, ...parts }: Wiring): void {
  program
    .command("retrieve")
    .description("find, for statements, the closest articles of a corpus, as JSON Lines")
    .option(
      "--corpus <path>",
      'as match takes it, or JSON Lines of {"id","text"}; may be given again',
      collect,
      [],
    )
    .requiredOption("--queries <file>", 'JSON Lines of {"id","text"}, or - for standard input')
    .option("--top <count>", "how many articles a query is given", parseCount, 5)
    .addOption(wordsOnlyOption())
    .action(async (options: RetrieveCommandOptions) => {
      setExitCode(await retrieveCommand(options, parts, output));
    });
}

function addCorpus(program: Command, { output, setExitCode, loadEncoder }: Wiring): void {
  const corpus = program.command("corpus").description("make, join, read and export packs");
  const described = (command: Command) =>
    command
      .requiredOption("--out <pack>", "where to write the pack")
      .option("--name <name>", "what the pack is called")
      .option("--publisher <name>", "who publishes it")
      .option("--licence <name>", "under which licence")
      .option("--date <day>", "when it was made, YYYY-MM-DD", parseDay)
      .option("--pack-version <version>", "which version of the pack this is")
      .option("--address <address>", "where its next versions will be published", parseUrl)
      .addOption(wordsOnlyOption())
      .action(async (inputs: string[], options: BuildOptions) => {
        const today = new Date().toISOString().slice(0, 10);
        setExitCode(await buildCorpus(inputs, options, loadEncoder, output, today));
      });
  described(
    corpus
      .command("build")
      .description(
        "write a pack of the articles in files and folders: HTML, text (with an articles.json beside), JSON Lines, ninjs, JSON-LD, feeds, packs, and zips of these",
      )
      .argument("<inputs...>", "files and folders"),
  );
  described(
    corpus.command("merge").description("join packs to one").argument("<packs...>", "the packs"),
  );
  corpus
    .command("info")
    .description("check a pack, and print what it says of itself and what it holds")
    .argument("<pack>", "the pack")
    .addOption(formatOption(["json", "text"]).default("json"))
    .action((file: string, { format }: { format: "json" | "text" }) => {
      setExitCode(corpusInfo(file, format, output));
    });
  corpus
    .command("export")
    .description("print the articles of a pack for other programs")
    .argument("<packs...>", "packs, or what build takes")
    .addOption(formatOption(["jsonl", "ninjs"]).default("jsonl"))
    .action((inputs: string[], { format }: { format: "jsonl" | "ninjs" }) => {
      setExitCode(exportCorpus(inputs, format, output));
    });
}

function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "how to print").choices(formats).default("text");
}

function wordsOnlyOption(): Option {
  return new Option("--words-only", "compare by words alone, without the encoder");
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function parseUrl(value: string): string {
  const address = webAddress(value);
  if (address === null) throw new InvalidArgumentError("An http or https address is needed.");
  return address;
}

function parseDay(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && parsePublicationDate(value) !== null;
  if (!isDay) throw new InvalidArgumentError("A day is written YYYY-MM-DD.");
  return value;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > mostHits) {
    throw new InvalidArgumentError(`A whole number from 1 to ${mostHits} is needed.`);
  }
  return count;
}

const mostHits = 1000;

function parseJobs(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > mostJobs) {
    throw new InvalidArgumentError(`A whole number from 1 to ${mostJobs} is needed.`);
  }
  return count;
}

const mostJobs = 64;

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === "" || !(score >= 0 && score <= 1)) {
    throw new InvalidArgumentError("A score is a number from 0 to 1.");
  }
  return score;
}
