/**
 * What a page's main thread is kept busy with, from Chromium's own trace. Times are CPU time of the
 * thread, so that what else a machine does counts little.
 */
import type { Page } from "puppeteer-core";

/** The costs of a page that runs no scripts of its own: all that runs there is ours. */
export interface MainThreadCost {
  /** Of all tasks in which a script ran, in milliseconds. */
  readonly scriptMs: number;
  readonly longestMs: number;
  /** Of all tasks, the browser's own work on the page included. */
  readonly allMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: unknown;
}

const categories = ["-*", "toplevel", "devtools.timeline", "v8"];
const task = "ThreadControllerImpl::RunTask";
/** The microtasks after a task are no part of it in the trace. */
const microtasks = "RunMicrotasks";
const scripts: ReadonlySet<string> = new Set(
  "EvaluateScript FunctionCall RunMicrotasks TimerFire FireIdleCallback v8.callFunction v8.run".split(
    " ",
  ),
);

/** Opens an address in the page and works there; gives what that cost the page's main thread. */
export async function costOf(
  page: Page,
  url: string,
  work: () => Promise<void>,
): Promise<MainThreadCost> {
  await page.tracing.start({ categories });
  await page.goto(url);
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  return costIn(mainThreadOf(traceEvents, url));
}

/** The events of the thread that parsed the document. */
function mainThreadOf(events: readonly TraceEvent[], url: string): readonly TraceEvent[] {
  const parsing = events.find(
    ({ name, args }) => name === "ParseHTML" && JSON.stringify(args).includes(JSON.stringify(url)),
  );
  if (!parsing) throw new Error(`the trace does not tell who parsed ${url}`);
  return events.filter(
    ({ ph, pid, tid }) => ph === "X" && pid === parsing.pid && tid === parsing.tid,
  );
}

function costIn(events: readonly TraceEvent[]): MainThreadCost {
  const outermost = outermostOf(events.filter(({ name }) => name === task || name === microtasks));
  const withScript = outermost.filter((one) =>
    events.some((event) => scripts.has(event.name) && isWithin(event, one)),
  );
  return {
    scriptMs: sumMs(withScript),
    longestMs: Math.max(0, ...withScript.map(msOf)),
    allMs: sumMs(outermost),
  };
}

function outermostOf(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || endOf(b) - endOf(a))) {
    const last = found.at(-1);
    if (!last || event.ts >= endOf(last)) found.push(event);
  }
  return found;
}

function isWithin(event: TraceEvent, outer: TraceEvent): boolean {
  return event.ts >= outer.ts && event.ts <= endOf(outer);
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function msOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1_000;
}

function sumMs(events: readonly TraceEvent[]): number {
  return events.reduce((sum, event) => sum + msOf(event), 0);
}
