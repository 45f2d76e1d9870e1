/**
 * The views that a report does not need at first; they are loaded together when one of them is
 * opened.
 */
export { CompareView } from "./CompareView.tsx";
export { ExportFormats } from "./ExportFormats.tsx";
export { OutletsView } from "./OutletsView.tsx";
export { SourcesView } from "./SourcesView.tsx";
export { TimeView } from "./TimeView.tsx";
