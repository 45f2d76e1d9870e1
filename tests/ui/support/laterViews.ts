/**
 * What the interface loads only when it is looked at, loaded beforehand: the first load has the
 * source translated, and on a busy machine that takes longer than a test waits.
 */
import "../../../src/ui/report/CompareView.tsx";
import "../../../src/ui/report/ExportFormats.tsx";
import "../../../src/ui/report/OutletsView.tsx";
import "../../../src/ui/report/SourcesView.tsx";
import "../../../src/ui/report/TimeView.tsx";
