/**
 * Which words of a passage are verbs, as far as that can be told without a grammar: the forms of
 * irregular and common verbs, participles, and what follows "to" or an auxiliary. Words that are
 * nouns too ("plan", "strike") count where no article or adjective stands before them.
 */
import { isStopword, stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";

/** Base form first. */
const irregularVerbs = (
  "be is are was were been am being|have has had having|do does did done doing|go goes went gone going|" +
  "say says said saying|tell tells told telling|make makes made making|take takes took taken taking|" +
  "give gives gave given giving|get gets got gotten getting|come comes came coming|see sees saw seen seeing|" +
  "know knows knew known|think thinks thought thinking|find finds found finding|begin begins began begun beginning|" +
  "break breaks broke broken breaking|bring brings brought bringing|build builds built building|burn burns burnt|" +
  "buy buys bought buying|catch catches caught|choose chooses chose chosen choosing|cut cuts cutting|" +
  "deal deals dealt|draw draws drew drawn drawing|drive drives drove driven|eat eats ate eaten|fall falls fell fallen falling|" +
  "feel feels felt|fight fights fought fighting|flee flees fled fleeing|fly flies flew flown flying|forget forgets forgot forgotten|" +
  "forbid forbids forbade forbidden|freeze freezes froze frozen|grow grows grew grown growing|hang hangs hung|" +
  "hear hears heard hearing|hide hides hid hidden|hit hits hitting|hold holds held holding|hurt hurts hurting|" +
  "keep keeps kept keeping|lay lays laid|lead leads led leading|leave leaves left leaving|lend lends lent|let lets letting|" +
  "lie lies lay lain lying|lose loses lost losing loose|mean means meant|meet meets met meeting|pay pays paid paying|put puts putting|" +
  "quit quits|read reads reading|ride rides rode ridden|ring rings rang|rise rises rose risen rising|run runs ran running|" +
  "seek seeks sought seeking|sell sells sold selling|send sends sent sending|set sets setting|shake shakes shook shaken|" +
  "shoot shoots shot shooting|shrink shrinks shrank shrunk|shut shuts|sing sings sang sung|sink sinks sank sunk sinking|" +
  "sit sits sat|sleep sleeps slept|speak speaks spoke spoken speaking|spend spends spent spending|spread spreads|" +
  "stand stands stood standing|steal steals stole stolen|stick sticks stuck|strike strikes struck striking|swear swears swore sworn|" +
  "swim swims swam|teach teaches taught|throw throws threw thrown|understand understands understood|wear wears wore worn|" +
  "win wins won winning|withdraw withdraws withdrew withdrawn withdrawing|write writes wrote written writing|" +
  "overtake overtakes overtook overtaken|undergo undergoes underwent undergone|bite bites bit bitten|blow blows blew blown|" +
  "become becomes became becoming|beat beats beaten beating|die dies died dying|bid bids|cast casts|bear bore born|" +
  "arise arose|overcome overcame|overthrow overthrows overthrew overthrown|uphold upholds upheld|foresee foresaw"
).split("|");

/** Regular verbs of news, whose base and third person are no participles. */
const regularVerbs =
  "accept accuse agree allow announce appear apply approve arrest arrive ask attack attend ban believe block call cancel carry " +
  "cause change charge claim close confirm consider contain continue control convict cross decide declare decline defeat defend " +
  "demand deny deploy destroy elect employ end endorse enter expect expel explain extend face fail fear fine fire force free gain happen " +
  "help hire hope impose increase injure insist intend invite join kill launch like live look lift love mark move name need offer " +
  "open oppose order own pass plan play pledge promise protest prove publish pull push raise reach receive reduce refuse reject " +
  "release remain remove report request require rescue resign resume return reveal rule save score serve show sign sink start stay stop " +
  "suffer support surrender survive suspect suspend thank threaten trade travel trust try turn urge use visit vote vow wait want warn " +
  "welcome work worry admit abandon acquit appoint assist boycott capture collapse condemn cost criticise criticize damage debate delay " +
  "develop discover discuss dismiss disclose donate drop ease escape estimate export fund import hand host improve include invest " +
  "investigate issue lack last land limit lower mourn nominate occupy operate overturn pardon postpone prevent produce propose protect " +
  "question quote rank ratify recall recognise recognize recommend recover regain replace resolve respond restore seize search share " +
  "shell repeal slam speed split stage state step strip sue suggest summon tighten topple transfer treat veto violate walk weaken worsen";

function formsOf(base: string): readonly string[] {
  const short = base.replace(/e$/, "");
  const ending = base.endsWith("y") ? [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`] : [];
  return [base, `${base}s`, `${base}es`, `${short}ed`, `${short}ing`, ...ending];
}

const baseOf: ReadonlyMap<string, string> = new Map([
  ...regularVerbs.split(" ").flatMap((base) => formsOf(base).map((form) => [form, base] as const)),
  ...irregularVerbs.flatMap((line) => {
    const forms = line.split(" ");
    return forms.map((form) => [form, forms[0]!] as const);
  }),
]);

/** The stem of a verb's base form: equal for "broke" and "break", "resigned" and "resigning". */
export function verbKey(folded: string): string {
  return stem(baseOf.get(folded) ?? folded);
}

const auxiliaries: ReadonlySet<string> = new Set(
  (
    "to will would can could may might must shall should cannot won't can't couldn't wouldn't shouldn't " +
    "do does did don't doesn't didn't have has had haven't hasn't hadn't is are was were be been isn't aren't wasn't weren't"
  ).split(" "),
);

/** Words before a noun. */
const determiners: ReadonlySet<string> = new Set(
  "a an the this that these those his her its their our my your no any some each every of in on at for from with by new".split(
    " ",
  ),
);

/** Adverbs that may stand between an auxiliary and its verb. */
function isBetween(folded: string): boolean {
  return folded === "not" || folded === "never" || folded === "also" || folded.endsWith("ly");
}

/** True if the word is one of the forms of "be", on which a passive hangs. */
export function isFormOfBe(folded: string): boolean {
  return baseOf.get(folded) === "be" || folded === "get" || folded === "got";
}

/** True if the word at a place is a verb where it stands. */
export function isVerbAt(words: readonly Token[], place: number): boolean {
  const { folded, kind } = words[place]!;
  if (kind !== "word") return false;
  let before = place - 1;
  while (before >= 0 && isBetween(words[before]!.folded)) before--;
  const previous = words[before]?.folded ?? "";
  const isParticiple = folded.length > 4 && folded.endsWith("ed");
  const base = baseOf.get(folded);
  if (base === folded && !finiteBases.has(base)) {
    return doers.has(previous) || isBeforeBase(words[place - 1]?.folded ?? "");
  }
  if (base !== undefined || isParticiple) return !determiners.has(words[place - 1]?.folded ?? "");
  if (isStopword(folded)) return false;
  if (previous === "to") {
    const governor = words[before - 1]?.folded ?? "";
    return determiners.has(words[place + 1]?.folded ?? "") || baseOf.has(governor);
  }
  if (doers.has(previous)) return true;
  return auxiliaries.has(previous) && folded.endsWith("ing");
}

/** Base forms that are no nouns, or a past tense too. */
const finiteBases: ReadonlySet<string> = new Set(
  "be have do say go give get become seek accept accuse agree allow appear arrive believe happen deny want beat cut put set hit let hurt shut quit spread cast bid read".split(
    " ",
  ),
);

/** True for what stands before a verb in its base form: "to", a pronoun, a plural. */
function isBeforeBase(word: string): boolean {
  return /^(?:to|i|we|you|he|she|it|they|who|that|police|people|and|not|never)$|[^s]s$|ly$/.test(
    word,
  );
}

/** After these stands a verb in its base form, or one that nothing else can be. */
const doers: ReadonlySet<string> = new Set(
  "will would can could may might must shall should cannot won't can't couldn't wouldn't shouldn't do does did don't doesn't didn't".split(
    " ",
  ),
);
