/** The demonstration page by words and meaning, in one browser: its start costs time. */
import { demoBrowser } from "../support/readingBrowser.ts";
import { testGermanDemo } from "./demo/inGerman.ts";
import { testMeaning } from "./demo/meaning.ts";

const demo = demoBrowser();
testMeaning(demo);
testGermanDemo(demo);
