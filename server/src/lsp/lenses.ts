// Code lenses: where they stand at once, what each says when it is in sight. Only commands that the client has are sent.
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import { codeLenses } from '../ide/code-lens.ts';
import { differenceLenses } from '../ide/lenses/difference.ts';
import type { LensAction, LensKind } from '../ide/lenses/lens.ts';
import { lensText } from '../ide/lenses/title.ts';
import { type Context, type FileView, hasCommand, viewOf } from './context.ts';
import { toLocation, toRange } from './convert.ts';
import { showReferencesCommand } from './protocol.ts';
import { type DifferencePlace, headComparison, showDifferenceCommand } from './protocol-difference.ts';

const commands = {
  references: showReferencesCommand,
  show: showReferencesCommand,
  permissions: 'writ.showEffectivePermissions',
  evaluate: 'writ.evaluateAccess',
  explain: 'writ.explainQuery',
  list: 'writ.showList',
} as const satisfies Record<LensAction['does'], string>;

/** Lenses that say nothing but what they do. */
const only: Partial<Record<LensKind, LensAction['does']>> = { evaluate: 'evaluate', why: 'explain', list: 'list' };

export function listLenses(context: Context, params: CodeLensParams): CodeLens[] {
  const view = viewOf(context, params);
  if (view === undefined || view.held.isSilent) return [];
  const { uri } = params.textDocument;
  const counted = codeLenses(view.snapshot, view.path, context.preferences().lenses)
    .filter(({ kind }) => {
      const does = only[kind];
      return does === undefined || hasCommand(context, commands[does]);
    })
    .map(({ kind, span }) => ({ range: toRange(view.lines, firstLine(view, span)), data: { uri, kind } }));
  return [...counted, ...comparedLenses(context, view)];
}

/** What was found last: finding it anew may take longer than an editor waits for lenses, and has it ask again. */
function comparedLenses(context: Context, view: FileView): CodeLens[] {
  const comparison = context.comparisons.of(view.held, headComparison);
  const isWanted = context.preferences().lenses.has('difference') && hasCommand(context, showDifferenceCommand);
  if (comparison?.latest === undefined || !isWanted) return [];
  return differenceLenses(view.snapshot, view.path, comparison.latest.tallies).map(({ key, span, title, tooltip }) => {
    const place: DifferencePlace = { project: view.held.uri, key };
    const command = {
      title: `vs ${comparison.label}: ${title}`,
      tooltip,
      command: showDifferenceCommand,
      arguments: [place],
    };
    return { range: toRange(view.lines, firstLine(view, span)), command };
  });
}

/** A lens stands above one line. */
function firstLine({ lines }: FileView, { start, end }: { readonly start: number; readonly end: number }) {
  return { start, end: Math.min(end, lines.lineEnd(lines.position(start).line)) };
}

/** The lens with what it says; as it is where what it stood above is gone. */
export function resolveLens(context: Context, lens: CodeLens): CodeLens {
  const { uri, kind } = dataOf(lens.data);
  const view = uri === undefined ? undefined : viewOf(context, { textDocument: { uri } });
  if (view === undefined || uri === undefined || kind === undefined) return lens;
  const said = lensText(view.snapshot, view.path, view.lines.offset(lens.range.start), kind);
  if (said === undefined) return lens;
  const { title, action } = said;
  if (action === undefined || !hasCommand(context, commands[action.does]))
    return { ...lens, command: { title, command: '' } };
  const place = { uri, ...lens.range.start };
  return { ...lens, command: { title, ...commandOf(view, place, action) } };
}

const kinds: readonly LensKind[] = ['members', 'permissions', 'used by', 'evaluate', 'why', 'list'];

function dataOf(data: unknown): { readonly uri: string | undefined; readonly kind: LensKind | undefined } {
  const all = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const uri = all.get('uri');
  return { uri: typeof uri === 'string' ? uri : undefined, kind: kinds.find((kind) => kind === all.get('kind')) };
}

function commandOf(view: FileView, place: object, action: LensAction): Omit<Command, 'title'> {
  const command = commands[action.does];
  const project = view.held.uri;
  switch (action.does) {
    case 'references':
    case 'explain':
      return { command, arguments: [place] };
    case 'show':
      return {
        command,
        arguments: [{ ...place, places: action.places.map((each) => toLocation(view, each)) }],
      };
    case 'permissions':
      return { command, arguments: [{ ...action.of, project }] };
    case 'list':
      return { command, arguments: [{ question: action.question, project }] };
    case 'evaluate': {
      const { principal, permission, place: where } = action;
      return { command, arguments: [{ principal, permission, place: where, project, choose: 'record' }] };
    }
  }
}
