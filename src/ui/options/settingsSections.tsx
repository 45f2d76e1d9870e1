import type { VNode } from "preact";
import { WorkModeChoice } from "../firstRun/WorkModeChoice.tsx";
import type { StarterOutlet } from "../starterFeeds/starterOutlets.ts";
import { ArchiveSection } from "./archive/ArchiveSection.tsx";
import type { ArchiveModel } from "./archive/archiveModel.ts";
import { CorporaSection } from "./corpora/CorporaSection.tsx";
import type { CorporaModel } from "./corpora/corporaModel.ts";
import { DataSection } from "./DataSection.tsx";
import { DismissedSection } from "./DismissedSection.tsx";
import { EverywhereSwitch } from "./EverywhereSwitch.tsx";
import { FeedsSection } from "./feeds/FeedsSection.tsx";
import type { FeedsModel } from "./feeds/feedsModel.ts";
import type { ArticleModel } from "./kept/articleModel.ts";
import { KeptSection } from "./kept/KeptSection.tsx";
import type { KeptModel } from "./kept/keptModel.ts";
import { MemorySection } from "./kept/MemorySection.tsx";
import type { MemoryModel } from "./kept/memoryModel.ts";
import { MeaningSection } from "./meaning/MeaningSection.tsx";
import type { MeaningModel } from "./meaning/meaningModel.ts";
import type { OptionsModel } from "./optionsModel.ts";
import { ShortcutsSection } from "./ShortcutsSection.tsx";
import { ShownSection } from "./ShownSection.tsx";
import { SitesSection } from "./SitesSection.tsx";

/** A section of the settings: the page shows one at a time. */
export interface SettingsSection {
  /** Its address, after "#". */
  readonly id: string;
  /** Message key of its name in the menu. */
  readonly name: string;
  /** Addresses inside the section: ids of elements, or prefixes up to "/". */
  readonly fragments?: readonly string[];
  /** Renders the section; `place` is the requested address. */
  readonly view: (fragment: string) => VNode;
}

/** The sections, at least one. */
export type SettingsSections = readonly [SettingsSection, ...SettingsSection[]];

/** The models of the sections. */
export interface SettingsModels {
  readonly options: OptionsModel;
  readonly kept: KeptModel;
  readonly reading: ArticleModel;
  readonly memory: MemoryModel;
  readonly feeds: FeedsModel;
  readonly corpora: CorporaModel;
  readonly meaning: MeaningModel;
  readonly archive: ArchiveModel;
  readonly starters: readonly StarterOutlet[];
  /** BCP 47 tags of the browser's languages, in order of preference. */
  readonly languages: readonly string[];
}

/**
 * Returns all sections in the order of the menu; the first one is shown if the address names none.
 */
export function settingsSections(models: SettingsModels): SettingsSections {
  const { options, kept, reading, memory, feeds, corpora, meaning, archive, starters, languages } =
    models;
  return [
    { id: "sites", name: "sitesTitle", view: () => <WhereSection model={options} /> },
    {
      id: "library",
      name: "keptTitle",
      fragments: ["article"],
      view: (fragment) => <KeptSection model={kept} reading={reading} fragment={fragment} />,
    },
    {
      id: "feeds",
      name: "feedsTitle",
      fragments: ["starters"],
      view: () => <FeedsSection model={feeds} starters={starters} languages={languages} />,
    },
    { id: "corpora", name: "corporaTitle", view: () => <CorporaSection model={corpora} /> },
    { id: "memory", name: "memoryTitle", view: () => <MemorySection model={memory} /> },
    { id: "meaning", name: "meaningTitle", view: () => <MeaningSection model={meaning} /> },
    { id: "archive", name: "archiveTitle", view: () => <ArchiveSection model={archive} /> },
    { id: "shown", name: "shownTitle", view: () => <ShownSection model={options} /> },
    { id: "dismissed", name: "dismissedTitle", view: () => <DismissedSection model={options} /> },
    { id: "shortcuts", name: "shortcutsTitle", view: () => <ShortcutsSection model={options} /> },
    { id: "data", name: "privacyTitle", view: () => <DataSection model={options} /> },
  ];
}

/** Shows the pages on which the extension works. */
function WhereSection({ model }: { readonly model: OptionsModel }) {
  return (
    <>
      <WorkModeChoice model={model.where} />
      <EverywhereSwitch model={model} />
      <SitesSection model={model} />
    </>
  );
}
