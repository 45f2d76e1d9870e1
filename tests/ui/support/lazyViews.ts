/**
 * What the interface loads only when it is looked at, loaded beforehand: the first load has the
 * source translated, and on a busy machine that takes longer than a test waits.
 */
import "../../../src/ui/report/lazyViews.ts";
