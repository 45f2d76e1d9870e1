import { relationLabelCss, tokensCss } from "../components/designTokens.ts";
import type { RelationStyles } from "../components/markStyles.ts";

/** Returns the styles of the card's content in its shadow root; its host has its own. */
export function hoverCardCss(styles: RelationStyles): string {
  return [tokensCss(styles), relationLabelCss(styles), cardCss].join("\n");
}

const cardCss = `
.card { position: fixed; left: 0; top: 0; box-sizing: border-box; width: 368px;
  max-width: calc(100vw - 16px); overflow: auto; overscroll-behavior: contain;
  padding: var(--ss-space-2) var(--ss-space-4) var(--ss-space-4); color: var(--ss-ink);
  /* The shade at an edge says that there is more to scroll to; at the end the paper covers it. */
  background: linear-gradient(var(--ss-paper) 40%, transparent) top / 100% 28px no-repeat local,
    linear-gradient(transparent, var(--ss-paper) 60%) bottom / 100% 28px no-repeat local,
    linear-gradient(var(--ss-shade), transparent) top / 100% 9px no-repeat scroll,
    linear-gradient(transparent, var(--ss-shade)) bottom / 100% 9px no-repeat scroll,
    var(--ss-paper);
  border: 1px solid var(--ss-hairline); border-radius: var(--ss-radius);
  box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 8px 24px rgb(0 0 0 / 11%);
  font: 400 var(--ss-size-text) / var(--ss-line-text) var(--ss-font-text);
  text-align: start; hyphens: manual; cursor: auto; user-select: none;
  scrollbar-width: thin; }
.card:focus { outline: none; }
.card:focus-visible, .card :focus-visible { outline: 2px solid var(--ss-focus); outline-offset: 2px; }
.card * { box-sizing: border-box; }
.card p, .card ul, .card blockquote, .card dl, .card dd { margin: 0; padding: 0; }
.card ul { list-style: none; }

.match + .match { margin-top: var(--ss-space-4); padding-top: var(--ss-space-3);
  border-top: 1px solid var(--ss-hairline); }
.match-head { display: flex; align-items: start; justify-content: space-between;
  gap: var(--ss-space-3); min-height: 24px; }
.match-head > div { min-width: 0; padding-block: 3px; }
.told { font-size: var(--ss-size-text); font-weight: 600; line-height: var(--ss-line-tight); overflow-wrap: anywhere; }
.told::first-letter { text-transform: uppercase; }

.steps { display: flex; flex: none; align-items: center; color: var(--ss-ink-muted); margin-inline-end: -6px; }
.steps button { all: unset; display: grid; place-items: center; width: 24px; height: 24px;
  border-radius: var(--ss-radius); cursor: pointer; }
.steps button:hover { color: var(--ss-ink); background: var(--ss-paper-sunk); }
.steps button:focus-visible { outline: 2px solid var(--ss-focus); }
.position { font-size: var(--ss-size-label); font-variant-numeric: tabular-nums; }
[dir="rtl"] .steps svg { transform: scaleX(-1); }

.reference { padding-top: var(--ss-space-1); }
.reference + .reference { margin-top: var(--ss-space-3); padding-top: var(--ss-space-3);
  border-top: 1px solid var(--ss-hairline); }
.source { font-size: var(--ss-size-text); line-height: var(--ss-line-tight); }
.outlet { font-weight: 600; overflow-wrap: anywhere; }
.outlet, .published { unicode-bidi: isolate; }
.published { color: var(--ss-ink-muted); font-size: var(--ss-size-small); margin-inline-start: 4px; }
.inferred { font-style: italic; }
.taken { color: var(--ss-ink-muted); font-size: var(--ss-size-small); overflow-wrap: anywhere; }
.voice { color: var(--ss-ink-muted); font-size: var(--ss-size-small); line-height: var(--ss-line-text); }
.wording { font: 400 var(--ss-size-quote) / 1.6 var(--ss-font-quote); overflow-wrap: anywhere; }
.card blockquote.wording { margin: var(--ss-space-2) 0; }
.card .same { margin: var(--ss-space-1) 0; color: var(--ss-ink-muted); font-size: var(--ss-size-small); }
/* Common words are muted; words of this wording alone have the full colour and a background. */
.wording .common { color: var(--ss-ink-muted); }
.wording mark { color: var(--ss-ink); background: var(--ss-changed); border-radius: 2px;
  padding: 0.08em 0.12em; margin: 0 -0.12em; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
@media (forced-colors: active) { .wording mark { background: Mark; color: MarkText; } }

.card .differences { margin: var(--ss-space-2) 0; font-size: var(--ss-size-small); }
.differences div { display: flex; gap: var(--ss-space-2); }
.differences dt { color: var(--ss-ink-muted); }
.original { font-size: var(--ss-size-small); color: var(--ss-ink-muted); }
.card a { color: var(--ss-link); text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: 3px; }
.card a:hover { text-decoration-thickness: 2px; }
.card .note { padding-top: var(--ss-space-2); }
.card .original, .card .tools { display: inline; }
.card .tools > * { margin: 0; margin-inline-start: var(--ss-space-3); }
/* Tools stand out where the pointer is; their space is always reserved, so that nothing moves. */
@media (hover: hover) {
  .reference > .tools { opacity: 0; }
  .reference:is(:hover, :focus-within) > .tools, .reference > .tools:has(.outcome:not(:empty)) { opacity: 1; }
}
@media (forced-colors: active), (prefers-contrast: more) { .reference > .tools { opacity: 1; } }
.outcome { font-size: var(--ss-size-small); color: var(--ss-ink); }
.outcome:empty { display: none; }
.quiet { all: unset; display: inline-block; margin-top: var(--ss-space-3); padding: 2px 0;
  color: var(--ss-link); font-size: var(--ss-size-small); cursor: pointer; }
.quiet:hover { text-decoration: underline; }
.quiet:focus-visible { outline: 2px solid var(--ss-focus); outline-offset: 2px; }

.spoken { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
`;
