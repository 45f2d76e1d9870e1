/** What readers do on marked pages, and pages meanwhile, in one browser: its start costs time. */
import { launchByWords } from "../support/browserUnderTest.ts";
import { readingBrowser } from "../support/readingBrowser.ts";
import { testContextMenu } from "./reading/contextMenu.ts";
import { testFrames } from "./reading/frames.ts";
import { testLivePages } from "./reading/livePages.ts";
import { testPointer } from "./reading/pointer.ts";

const reading = readingBrowser(undefined, undefined, launchByWords);
testPointer(reading);
testContextMenu(reading);
testFrames(reading);
testLivePages(reading);
