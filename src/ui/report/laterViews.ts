/** What a report opens without, loaded at once when the first of it is looked at. */
export { CompareView } from "./CompareView.tsx";
export { ExportFormats } from "./ExportFormats.tsx";
export { OutletsView } from "./OutletsView.tsx";
export { SourcesView } from "./SourcesView.tsx";
export { TimeView } from "./TimeView.tsx";
