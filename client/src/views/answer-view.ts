// The answer of the last question as a tree in the side bar: lines lead to what they speak of, remedies can be applied.
import {
  commands,
  type Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { EvaluationRequest, ProjectParams } from '../../../server/src/lsp/protocol.ts';
import type { WireAnswer, WireAnswerLine } from '../../../server/src/lsp/protocol-answers.ts';
import { l10n } from '../l10n.ts';
import { shownText, withoutBackticks } from '../shown-text.ts';

/** What the tree shows the answer to. */
export interface ShownAnswer {
  readonly project: ProjectParams;
  readonly request: EvaluationRequest;
  readonly answer: WireAnswer;
}

export interface AnswerView extends Disposable {
  show(shown: ShownAnswer): Promise<void>;
  /** Opens the view where it is closed, and leaves the user where they are. */
  reveal(): Promise<void>;
  readonly shown: () => ShownAnswer | undefined;
  /** Whether anybody sees it; `onSeen` calls when that begins. */
  readonly isSeen: () => boolean;
  readonly onSeen: (listener: () => void) => Disposable;
}

/** A line of the tree. */
export interface AnswerNode {
  readonly text: string;
  readonly state: WireAnswerLine['state'];
  readonly location: WireAnswerLine['location'];
  readonly children: readonly AnswerNode[];
  /** Of what would allow it, where that can be written. */
  readonly key?: string | null;
  readonly icon?: string;
}

/** Of the view in package.json, and of the context that shows it. */
const id = 'writ.answer';

export function createAnswerView(): AnswerView {
  let shown: ShownAnswer | undefined;
  let roots: readonly AnswerNode[] = [];
  const changed = new EventEmitter<undefined>();
  const view: TreeView<AnswerNode> = window.createTreeView(id, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (node?: AnswerNode) => [...(node === undefined ? roots : node.children)],
      getParent: () => undefined,
    },
    showCollapseAll: true,
  });
  return {
    shown: () => shown,
    isSeen: () => view.visible,
    onSeen: (listener) =>
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) listener();
      }),
    async show(next) {
      shown = next;
      roots = rootsOf(next.answer);
      await commands.executeCommand('setContext', 'writ.hasAnswer', true);
      view.description = shownText(next.answer.question);
      changed.fire(undefined);
    },
    async reveal() {
      const [first] = roots;
      if (first !== undefined) await view.reveal(first, { focus: false, select: false });
    },
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}

const icons = {
  true: new ThemeIcon('pass', new ThemeColor('charts.green')),
  false: new ThemeIcon('error', new ThemeColor('errorForeground')),
  unknown: new ThemeIcon('question', new ThemeColor('editorWarning.foreground')),
} as const;

function rootsOf(answer: WireAnswer): readonly AnswerNode[] {
  const { headline, state, lines, remedies, assumed } = answer;
  const judged = state === 'true' || state === 'false' || state === 'unknown' ? state : null;
  const head = {
    text: headline,
    state: judged,
    location: null,
    children: lines,
    icon: state === 'error' ? 'warning' : 'list-unordered',
  };
  const supposed = assumed.map(
    (text): AnswerNode => ({ text, state: null, location: null, children: [], icon: 'beaker' }),
  );
  return [
    head,
    ...group(l10n.t('what if'), supposed, 'beaker'),
    ...group(l10n.t('what would allow it'), remedies, 'lightbulb'),
  ];
}

function group(text: string, children: readonly AnswerNode[], icon: string): AnswerNode[] {
  return children.length === 0 ? [] : [{ text, state: null, location: null, children, icon }];
}

function itemOf({ text: said, state, location, children, key, icon }: AnswerNode): TreeItem {
  const text = withoutBackticks(said);
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const isRemedy = key !== undefined;
  const item = new TreeItem(shownText(text), children.length === 0 ? None : isRemedy ? Collapsed : Expanded);
  item.tooltip = shownText(text);
  item.accessibilityInformation = { label: state === null ? text : `${text}, ${stateWord(state)}` };
  if (state !== null) item.iconPath = icons[state];
  else if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  if (typeof key === 'string') item.contextValue = 'remedy';
  if (location !== null) {
    const { start, end } = location.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Go to'),
      arguments: [Uri.parse(location.uri), { selection }],
    };
  }
  return item;
}

function stateWord(state: 'true' | 'false' | 'unknown'): string {
  if (state === 'true') return l10n.t('holds');
  return state === 'false' ? l10n.t('does not hold') : l10n.t('depends on the record');
}
