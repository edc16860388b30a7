// The tree of what differs from an earlier state, in the view of its name: shown while typing, with both sides a click away.
import {
  commands,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { DifferenceTree, WireNode } from '../../../server/src/lsp/protocol-difference.ts';
import type { Comparing } from '../comparison/comparing.ts';
import { l10n } from '../l10n.ts';
import { withoutBackticks } from '../shown-text.ts';
import { iconOf } from './difference-icons.ts';

/** What is shown: a project and one of its comparisons. */
export interface Shown {
  readonly project: string;
  readonly comparison: string;
}

export interface DifferenceView extends Disposable {
  /** Shows a comparison and brings the view to the front; with a key, the first entry that comes from that declaration. */
  show(shown: Shown, key: string | undefined): Promise<DifferenceTree | null>;
  readonly shown: () => Shown | undefined;
  /** Shows a comparison as long as none is shown. */
  offer(shown: Shown): void;
}

/** A node of the tree that is shown. */
export interface ShownNode {
  readonly node: WireNode;
  readonly parent: ShownNode | undefined;
  readonly children: readonly ShownNode[];
}

export const differenceViewId = 'writ.difference';

export function createDifferenceView(comparing: Comparing): DifferenceView {
  let shown: Shown | undefined;
  let roots: readonly ShownNode[] = [];
  let last = '';
  const refreshed = new EventEmitter<undefined>();
  const shownNodes = createShownNodes();
  const view = window.createTreeView<ShownNode>(differenceViewId, {
    treeDataProvider: provider(refreshed, shownNodes.asked, () => roots),
  });
  const refresh = async (): Promise<DifferenceTree | null> => {
    const own = shown;
    const tree = own === undefined ? null : await comparing.difference(own.project, own.comparison);
    if (own !== shown) return tree;
    describe(view, tree);
    // A tree that is the same stays as it is, with what is open and chosen in it.
    const text = JSON.stringify(tree);
    if (text === last) return tree;
    last = text;
    roots = (tree?.nodes ?? []).map((node) => shownNode(node, undefined));
    refreshed.fire(undefined);
    return tree;
  };
  const refreshQuietly = () => {
    refresh().catch(() => undefined);
  };
  const following = comparing.onDidChange(refreshQuietly);
  return {
    shown: () => shown,
    async show(next, key) {
      shown = next;
      await commands.executeCommand(`${differenceViewId}.focus`);
      const tree = await refresh();
      const found = key === undefined ? roots[0] : findKey(roots, key);
      await shownNodes.until(lastOpen(roots));
      if (found !== undefined) await view.reveal(found, { select: true, focus: true, expand: 1 });
      return tree;
    },
    offer(next) {
      if (shown !== undefined) return;
      shown = next;
      refreshQuietly();
    },
    dispose() {
      for (const each of [following, view, refreshed]) each.dispose();
    },
  };
}

/** Also where nothing differs it is said what was compared; only where nothing is compared a welcome stands there. */
function describe(view: TreeView<ShownNode>, tree: DifferenceTree | null): void {
  view.description = tree === null ? '' : l10n.t('vs {0}', tree.label);
  view.message = tree === null ? '' : tree.headline.charAt(0).toUpperCase() + tree.headline.slice(1);
  commands.executeCommand('setContext', 'writ.isCompared', tree !== null);
}

interface ShownNodes {
  /** The editor has asked for what is below a node. */
  asked(node: ShownNode): void;
  /** Settles when it has asked for what is below that one, or does not: it may be closed. */
  until(node: ShownNode | undefined): Promise<void>;
}

const longestWaitMs = 1000;

/** A node that is revealed while the tree is still being opened leaves others open and empty. */
function createShownNodes(): ShownNodes {
  const seen = new WeakSet<ShownNode>();
  const waiting = new Map<ShownNode, () => void>();
  return {
    asked(node) {
      seen.add(node);
      waiting.get(node)?.();
    },
    until(node) {
      if (node === undefined || seen.has(node)) return Promise.resolve();
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(node);
          resolve();
        };
        const timer = setTimeout(end, longestWaitMs);
        waiting.set(node, end);
      });
    },
  };
}

/** The last node whose children are shown from the start. */
function lastOpen(nodes: readonly ShownNode[]): ShownNode | undefined {
  const last = nodes.findLast(
    ({ node, children }) => stateOf(node.kind, children.length) === TreeItemCollapsibleState.Expanded,
  );
  return last && (lastOpen(last.children) ?? last);
}

function provider(
  refreshed: EventEmitter<undefined>,
  asked: (node: ShownNode) => void,
  roots: () => readonly ShownNode[],
): TreeDataProvider<ShownNode> {
  return {
    onDidChangeTreeData: refreshed.event,
    getChildren(of) {
      if (of !== undefined) asked(of);
      return [...(of?.children ?? roots())];
    },
    getParent: ({ parent }) => parent,
    getTreeItem: itemOf,
  };
}

function shownNode(node: WireNode, parent: ShownNode | undefined): ShownNode {
  const children: ShownNode[] = [];
  const own: ShownNode = { node, parent, children };
  children.push(...(node.children ?? []).map((each) => shownNode(each, own)));
  return own;
}

function findKey(nodes: readonly ShownNode[], key: string): ShownNode | undefined {
  for (const each of nodes) {
    const found = each.node.keys?.includes(key) === true ? each : findKey(each.children, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function itemOf({ node, children }: ShownNode): TreeItem {
  const { kind, label, detail, before, after } = node;
  const item = new TreeItem(withoutBackticks(label), stateOf(kind, children.length));
  item.iconPath = iconOf(kind);
  if (detail !== undefined) item.description = withoutBackticks(detail);
  item.tooltip = withoutBackticks(detail === undefined ? label : `${label}: ${detail}`);
  item.accessibilityInformation = { label: item.tooltip };
  item.contextValue = `${kind}${before === undefined ? '' : ' before'}${after === undefined ? '' : ' after'}`;
  const opens = after === undefined ? 'writ.openBefore' : 'writ.openAfter';
  if (after !== undefined || before !== undefined)
    item.command = { command: opens, title: l10n.t('Open'), arguments: [{ node }] };
  return item;
}

function stateOf(kind: WireNode['kind'], count: number): TreeItemCollapsibleState {
  if (count === 0) return TreeItemCollapsibleState.None;
  return kind === 'entry' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}
