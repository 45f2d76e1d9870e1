import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { webAddress } from "../ingest/metadata/outlet.ts";
import { parsePublicationDate } from "../ingest/metadata/publicationDate.ts";
import { addArchive, archiveOption, userOption } from "./archive/archiveProgram.ts";
import {
  type BuildOptions,
  buildCorpus,
  corpusInfo,
  exportCorpus,
} from "./corpus/corpusCommand.ts";
import { InputError } from "./inputError.ts";
import { compareCommand } from "./match/compareCommand.ts";
import { matchCommand } from "./match/matchCommand.ts";
import type { MatchCommandOptions } from "./match/matchOptions.ts";
import { matchFormats } from "./match/matchPrinter.ts";
import type { MeaningOptions } from "./match/meaning.ts";
import { type RetrieveCommandOptions, retrieveCommand } from "./match/retrieveCommand.ts";
import type { Output } from "./print/output.ts";
import type { ProgramParts } from "./programParts.ts";
import { type ReadCommandOptions, readCommand } from "./read/readCommand.ts";
import { type StoryCommandOptions, storyCommand } from "./story/storyCommand.ts";
import { storyFormats } from "./story/storyPrinter.ts";

const mostHits = 1000;
const mostJobs = 64;

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
    .description("find the passages of pages (HTML, text, Word or PDF) that a corpus has too")
    .argument("<pages...>", "files, folders and patterns (news/**/*.html), or - for standard input")
    .option(
      "--corpus <path>",
      "a pack, or a file, zip or folder of articles; may be repeated (default: the bundled articles)",
      collect,
      [],
    )
    .option("--url <address>", "address of the page, if there is only one", parseUrl)
    .option(
      "--date <day>",
      "day on which the page was published, YYYY-MM-DD, if there is only one",
      parseDay,
    )
    .option("--min-score <score>", "hide references below this score, 0 to 1", parseScore)
    .option(
      "--jobs <count>",
      "number of pages to match at the same time",
      wholeNumberTo(mostJobs),
      1,
    )
    .addOption(formatOption(matchFormats))
    .addOption(wordsOnlyOption())
    .option("--no-cache", "do not use or store an index of the corpus")
    .addOption(
      archiveOption("address of an archive to match against instead of a corpus").conflicts(
        "corpus",
      ),
    )
    .option("--key <file>", "the archive's key")
    .addOption(userOption())
    .action(async (pages: string[], options: MatchCommandOptions) => {
      setExitCode(await matchCommand(pages, options, parts, output));
    });
}

function addStory(program: Command, { setExitCode, output, ...parts }: Wiring): void {
  program
    .command("story")
    .description("compare what outlets printed about the same events")
    .argument("<articles...>", "packs, or files and folders of articles")
    .option("--list", "list the stories, without comparing their articles")
    .option("--search <words>", "only stories with an article that has these words")
    .addOption(
      new Option(
        "--of <page>",
        "only the story of this page (a file) or article (address or id)",
      ).conflicts(["list", "search", "together"]),
    )
    .addOption(
      new Option("--together", "treat all articles as one story").conflicts(["list", "search"]),
    )
    .option("--url <address>", "address of the page of --of", parseUrl)
    .option("--date <day>", "day on which the page of --of was published, YYYY-MM-DD", parseDay)
    .option("--min-score <score>", "hide matches below this score, 0 to 1", parseScore)
    .addOption(formatOption(storyFormats))
    .option("--no-cache", "do not use or store an index of the articles")
    .action((articles: string[], options: StoryCommandOptions) => {
      setExitCode(storyCommand(articles, options, parts, output));
    });
}

function addRead(program: Command, { output, setExitCode, readPdf }: Wiring): void {
  program
    .command("read")
    .description(
      "print what is read from documents (HTML, text, Word or PDF): title, quotes, attributions, claims",
    )
    .argument("<files...>", "the documents, or - for standard input")
    .addOption(formatOption(["text", "json"]))
    .action((files: string[], options: ReadCommandOptions) => {
      setExitCode(readCommand(files, options, readPdf, output));
    });
}

function addCompare(program: Command, { output, setExitCode, loadEncoder }: Wiring): void {
  program
    .command("compare")
    .description("print how alike the statements of each pair are, as JSON Lines")
    .argument("<pairs>", 'JSON Lines of {"a","b","aDate"?,"bDate"?}, or - for standard input')
    .addOption(wordsOnlyOption())
    .action(async (file: string, options: MeaningOptions) => {
      setExitCode(await compareCommand(file, options, loadEncoder, output));
    });
}

function addRetrieve(program: Command, { setExitCode, output, ...parts }: Wiring): void {
  program
    .command("retrieve")
    .description("find the articles of a corpus that are closest to statements, as JSON Lines")
    .option(
      "--corpus <path>",
      'as for match, or JSON Lines of {"id","text"}; may be repeated',
      collect,
      [],
    )
    .requiredOption("--queries <file>", 'JSON Lines of {"id","text"}, or - for standard input')
    .option("--top <count>", "number of articles for each query", wholeNumberTo(mostHits), 5)
    .addOption(wordsOnlyOption())
    .action(async (options: RetrieveCommandOptions) => {
      setExitCode(await retrieveCommand(options, parts, output));
    });
}

function addCorpus(program: Command, { output, setExitCode, ...parts }: Wiring): void {
  const corpus = program.command("corpus").description("make, join, read and export packs");
  const described = (command: Command) =>
    command
      .requiredOption("--out <pack>", "where to write the pack")
      .option("--name <name>", "name of the pack")
      .option("--publisher <name>", "its publisher")
      .option("--licence <name>", "its licence")
      .option("--date <day>", "day on which it was made, YYYY-MM-DD", parseDay)
      .option("--pack-version <version>", "version of the pack")
      .option("--address <address>", "address where its later versions will be published", parseUrl)
      .addOption(wordsOnlyOption())
      .action(async (inputs: string[], options: BuildOptions) => {
        const today = new Date().toISOString().slice(0, 10);
        setExitCode(await buildCorpus(inputs, options, parts, output, today));
      });
  described(
    corpus
      .command("build")
      .description(
        "make a pack from files and folders: HTML, text (with an articles.json beside it), Word (.docx), PDF, JSON Lines, ninjs, JSON-LD, feeds, packs, and zips of these except PDFs",
      )
      .argument("<inputs...>", "files and folders"),
  );
  described(
    corpus.command("merge").description("join packs into one").argument("<packs...>", "the packs"),
  );
  corpus
    .command("info")
    .description("check a pack, and print its description and contents")
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
      setExitCode(exportCorpus(inputs, format, parts.readPdf, output));
    });
}

function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "output format").choices(formats).default("text");
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

/** Returns a parser of whole numbers from 1 to a limit. */
function wholeNumberTo(most: number): (value: string) => number {
  return (value) => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`A whole number from 1 to ${most} is needed.`);
  };
}

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === "" || !(score >= 0 && score <= 1)) {
    throw new InvalidArgumentError("A score is a number from 0 to 1.");
  }
  return score;
}
