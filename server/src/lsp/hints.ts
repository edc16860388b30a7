// Inlay hints: those of the stretch that an editor shows; what more there is to say of one comes when it is asked for.
import { type InlayHint, type InlayHintParams, MarkupKind } from 'vscode-languageserver';
import { answerHints, type LastAnswers } from '../ide/hints/answers.ts';
import { type InlayHint as Hint, type HintKind, hintKinds } from '../ide/hints/hint.ts';
import { inlayHints } from '../ide/inlay-hints.ts';
import type { Span } from '../text/span.ts';
import { type Context, type FileView, viewOf } from './context.ts';
import { toLocation } from './convert.ts';
import type { HeldProject } from './held-project.ts';
import { answersOption } from './protocol.ts';

export function listHints(context: Context, params: InlayHintParams): InlayHint[] {
  const view = viewOf(context, params);
  if (view === undefined) return [];
  const range = { start: view.lines.offset(params.range.start), end: view.lines.offset(params.range.end) };
  const { uri } = params.textDocument;
  const isEager = !resolvesLater(context);
  return hintsOf(context, view, range, wantedKinds(context)).map((hint) => {
    const shown: InlayHint = {
      position: view.lines.position(hint.offset),
      label: [{ value: hint.label }],
      paddingLeft: true,
      data: { uri, kind: hint.kind },
    };
    return isEager ? withMore(view, shown, hint) : shown;
  });
}

/** The hint with its tooltip, and with the place of what it speaks of. */
export function resolveHint(context: Context, shown: InlayHint): InlayHint {
  const { uri, kind } = dataOf(shown.data);
  const view = uri === undefined ? undefined : viewOf(context, { textDocument: { uri } });
  if (view === undefined || kind === undefined) return shown;
  const at = view.lines.offset(shown.position);
  const hint = hintsOf(context, view, { start: at, end: at }, new Set([kind])).find(({ offset }) => offset === at);
  return hint === undefined ? shown : withMore(view, shown, hint);
}

function dataOf(data: unknown): { readonly uri: string | undefined; readonly kind: HintKind | undefined } {
  const all = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const uri = all.get('uri');
  return { uri: typeof uri === 'string' ? uri : undefined, kind: hintKinds.find((kind) => kind === all.get('kind')) };
}

function withMore(view: FileView, shown: InlayHint, { label, target, tooltip }: Hint): InlayHint {
  const place = target?.();
  const location = place === undefined ? {} : { location: toLocation(view, place) };
  return { ...shown, label: [{ value: label, ...location }], tooltip: { kind: MarkupKind.Markdown, value: tooltip() } };
}

function resolvesLater(context: Context): boolean {
  return context.client().textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true;
}

/** A client that shows answers in its own way does not want them twice. */
function wantedKinds(context: Context): ReadonlySet<HintKind> {
  const { hints } = context.preferences();
  if (context.client().experimental?.[answersOption] !== true) return hints;
  return new Set([...hints].filter((kind) => kind !== 'answers'));
}

/** What files last came to that cannot be read now. */
const lastAnswers = new WeakMap<HeldProject, Map<string, LastAnswers>>();

function hintsOf(context: Context, view: FileView, range: Span, wanted: ReadonlySet<HintKind>): readonly Hint[] {
  const { held, path, snapshot } = view;
  const others = inlayHints(snapshot, path, range, wanted);
  if (!wanted.has('answers') || held.isSilent || wantedKinds(context).has('answers') === false) return others;
  const last = lastAnswers.get(held) ?? new Map<string, LastAnswers>();
  lastAnswers.set(held, last);
  const answers = answerHints(snapshot, path, range, last.get(path) ?? new Map());
  last.set(path, answers.last);
  return [...others, ...answers.hints];
}
