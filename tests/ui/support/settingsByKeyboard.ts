import type { VNode } from "preact";
import { drawSettings } from "./settingsDrawn.tsx";

type Row = readonly [presses: string, outcome: string];

/** A view, and what is pressed in it: see `everyActionByKeyboard.test.tsx`. */
export interface Place {
  readonly name: string;
  readonly draw: (log: string[]) => VNode;
  readonly rows: readonly Row[];
}

/** What folds away is the browser's own to fold and unfold. */
export const unfolds = "in demo/ownPages.ts: save a page's findings, by keyboard alone";

/** Choosing from a list is the browser's own, too. */
export const outletsOfLanguage =
  "in firstHour.test.ts: choose outlets of a language, by keyboard alone";

/** And of the reader's articles. */
const chosenFromList = "in keeping.test.ts: are sorted and narrowed down, by keyboard alone";

/** What scrolls does so by the browser's own keys. */
export const scrolls = "in story.test.ts: opens from the popup by keyboard alone";

/** Every section of the settings, and the menu that leads to them. */
export const settingsByKeyboard: readonly Place[] = [
  {
    name: "the menu of the settings",
    draw: drawSettings("sites"),
    rows: [
      ["Sites · [Enter]", "opens #sites"],
      ["Your articles · [Enter]", "opens #library"],
      ["Feeds you follow · [Enter]", "opens #feeds"],
      ["Imports and packs · [Enter]", "opens #corpora"],
      ["Reading memory · [Enter]", "opens #memory"],
      ["Compare by meaning · [Enter]", "opens #meaning"],
      ["Archive · [Enter]", "opens #archive"],
      ["What is shown · [Enter]", "opens #shown"],
      ["Dismissed matches · [Enter]", "opens #dismissed"],
      ["Keyboard · [Enter]", "opens #shortcuts"],
      ["What is kept and what is sent · [Enter]", "opens #data"],
    ],
  },
  {
    name: "the settings: sites",
    draw: drawSettings("sites"),
    rows: [
      ["On every news page · [Enter]", 'choose ["everywhere"]'],
      ["On sites I choose · [Space]", 'choose ["chosenSites"]'],
      ["Only when I click · [Enter]", 'choose ["onClick"]'],
      ["Second Source is on · [Space]", "switchEverywhere [false]"],
      ["Switch on: quiet.example · [Enter]", 'switchSite ["quiet.example",true]'],
      ["Switch off for a site: · loud.example[Enter]", 'switchOff ["loud.example"]'],
      ["Switch off · [Enter]", "switchOff"],
      ["Remove: https://news.example · [Enter]", "removePermission"],
    ],
  },
  {
    name: "the settings: library",
    draw: drawSettings("library"),
    rows: [
      ["Stories in your library · [Enter]", "opens story.html"],
      ["Search your articles · f", 'ask [{"search":"f"}]'],
      ["Sort by · [End]", chosenFromList],
      ["Origin · [End]", chosenFromList],
      ["Outlet · [End]", chosenFromList],
      ["Language · [End]", chosenFromList],
      ["Select all (120) · [Enter]", "selectAll []"],
      ["Select none · [Enter]", "selectNone []"],
      ["Remove selected · [Enter]", "removeSelected []"],
      ["Select “Ferries sail again” · [Space]", 'select ["kept-1",true]'],
      ["Ferries sail again · [Enter]", "opens options.html#article/kept-1"],
      ["Original: “Ferries sail again · [Enter]", "opens https://coast.example/ferries"],
      ["This story · [Enter]", "opens story.html?article=kept-1"],
      ["Remove “Ferries sail again” · [Enter]", 'remove [{"id":"kept-1"'],
      ["Undo · [Enter]", "undoRemoval []"],
      ["Previous · [Enter]", "showEarlier []"],
      ["Next · [Enter]", "showLater []"],
    ],
  },
  {
    name: "an article as it was kept",
    draw: drawSettings("article/kept-1"),
    rows: [
      ["Back to your articles · [Enter]", "opens #library"],
      ["Original: “Ferries sail again · [Enter]", "opens https://coast.example/ferries"],
      ["This story · [Enter]", "opens story.html?article=kept-1"],
      ["read 1 Jan 1970 · [ArrowUp]", 'open ["kept-1",0]'],
      ["Changed since · [Enter]", unfolds],
    ],
  },
  {
    name: "the settings: feeds",
    draw: drawSettings("feeds"),
    rows: [
      ["Fetch whole articles from · [Space]", "setFullText"],
      ["Check now: coast.example · [Enter]", "check"],
      ["Stop following: · [Enter]", "unfollow"],
      ["Outlets in · [End]", outletsOfLanguage],
      ["Follow Isle en · [Enter]", 'follow ["https://isle.example/en.rss","Isle en"]'],
      ["Allow access to hill.example · [Enter]", "allow"],
      ["Allow access to isle.example · [Enter]", "allow"],
      ["Allow access to all of them · [Enter]", "allow"],
      ["Address of a feed or site · isle.example[Enter]", 'follow ["isle.example"]'],
      ["Follow · [Enter]", "follow"],
      ["Import feeds · [Enter]", "opens the choice of files"],
      ["Export feeds · [Enter]", "exportOpml"],
    ],
  },
  {
    name: "the settings: corpora",
    draw: drawSettings("corpora"),
    rows: [
      ["Save the damaged records · [Enter]", "saveSetAside []"],
      ["Delete the damaged records · [Enter]", "forgetSetAside []"],
      ["Import files · [Enter]", "opens the choice of files"],
      ["Import a folder · [Enter]", "opens the choice of files"],
      ["Which files can be imported · [Enter]", unfolds],
      ["Stop the import of running.zip · [Enter]", 'cancelImport ["running"]'],
      ["Try importing waiting.zip again · [Enter]", 'retryImport ["waiting"]'],
      ["Skip waiting.zip and continue · [Enter]", 'skipImportFile ["waiting"]'],
      ["Stop the import of waiting.zip · [Enter]", 'cancelImport ["waiting"]'],
      ["Try importing failed.zip again · [Enter]", 'retryImport ["failed"]'],
      ["Clear · [Enter]", 'forgetImport ["failed"]'],
      ["Details that could not be read · [Enter]", unfolds],
      ["Not imported · [Enter]", unfolds],
      ["The shelf · [Space]", 'switchPack ["pack-1",false]'],
      ["Update The shelf · [Enter]", 'fetchPack ["https://packs.example/shelf"]'],
      ["Remove The shelf · [Enter]", 'removePack ["pack-1"]'],
      ["Undo · [Enter]", "undoRemoval []"],
      ["Replace it: use the new pack · [Enter]", 'answerPack ["pack-2",true]'],
      ["Don’t replace it: discard the new · [Enter]", 'answerPack ["pack-2",false]'],
      ["Address of a pack · packs.example[Enter]", 'fetchPack ["packs.example"]'],
      ["Fetch and add · [Enter]", "fetchPack"],
      ["Storage limit · 1[Tab]", 'setLimits [{"mostBytes":1500000000,'],
      [
        "Forget unsaved articles after this many days · 1[Tab]",
        'setLimits [{"mostBytes":500000000,"readDays":190}]',
      ],
      ["Export as JSON Lines · [Enter]", 'exportAll ["jsonl"]'],
      ["Export as ninjs · [Enter]", 'exportAll ["ninjs"]'],
    ],
  },
  {
    name: "the settings: memory",
    draw: drawSettings("memory"),
    rows: [
      ["Remember what I read · [Space]", "setRemembering [true]"],
      ["Include again: bank.example · [Enter]", 'include ["bank.example"]'],
      ["Site to exclude: · mail.example[Enter]", 'exclude ["mail.example"]'],
      ["Exclude · [Enter]", "exclude"],
      ["Forget all articles I read but did not save · [Enter]", "forgetRead []"],
      ["Undo · [Enter]", "undoForgetting []"],
    ],
  },
  {
    name: "the settings: meaning",
    draw: drawSettings("meaning"),
    rows: [["Also compare by meaning · [Space]", "switchTo [false]"]],
  },
  {
    name: "the settings: archive",
    draw: drawSettings("archive"),
    rows: [
      ["Node addresses · https://one.example[Enter]", 'setUp [{"addresses":"https://one'],
      ["Key file · [Enter]", "opens the choice of files"],
      ["User name · reader[Enter]", "setUp"],
      ["Password · secret[Enter]", "setUp"],
      ["Connect · [Enter]", "setUp"],
    ],
  },
  {
    name: "the settings: an archive that is set up",
    draw: drawSettings("archive", true),
    rows: [
      ["Also compare with the archive · [Space]", "switchTo [false]"],
      ["Check the connection · [Enter]", "check []"],
      ["Remove the archive · [Enter]", "remove []"],
    ],
  },
  {
    name: "the settings: shown",
    draw: drawSettings("shown"),
    rows: [
      ["Everything found · [ArrowDown]", "setLeastScore [0.7]"],
      ["Word for word · [Space]", 'showRelation ["verbatim",false]'],
      ["Lightly edited · [Space]", 'showRelation ["near-verbatim",false]'],
      ["Worded differently · [Space]", 'showRelation ["reworded",false]'],
      ["Differs in a detail · [Space]", 'showRelation ["differs",false]'],
      ["At odds · [Space]", 'showRelation ["contradicts",false]'],
      ["A colour for each kind of match · [ArrowDown]", 'setLook [{"palette":"two"}]'],
      ["Thin lines · [ArrowDown]", 'setLook [{"line":"strong"}]'],
      ["Tinted background · [Space]", "setLook"],
    ],
  },
  {
    name: "the settings: dismissed",
    draw: drawSettings("dismissed"),
    rows: [
      ["Show again · [Enter]", 'restore [{"page":"Passage 25."'],
      ["Next · [Enter]", "shows 26–26 of 26"],
      ["Next · [Enter] then Previous · [Enter]", "shows 1–25 of 26"],
    ],
  },
  {
    name: "the settings: shortcuts",
    draw: drawSettings("shortcuts"),
    rows: [["Open shortcut settings · [Enter]", "openShortcuts []"]],
  },
  {
    name: "the settings: data",
    draw: drawSettings("data"),
    rows: [
      ["Privacy policy · [Enter]", "opens privacy.html"],
      ["Licences and sources · [Enter]", "opens NOTICE.txt"],
      ["Delete all stored data · [Enter] then Keep · [Enter]", "shows Delete all stored data"],
      ["Delete all stored data · [Enter] then Delete · [Enter]", "deleteAll []"],
    ],
  },
];
