// The editor's own dialogues: quick picks and input boxes.
import { type QuickPick, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { Ask, Option, SearchMore } from './ask.ts';
import { l10n } from './l10n.ts';
import { shownText } from './shown-text.ts';

function toItem<T>({ label, description = '', detail = '', value }: Option<T>) {
  return { label: shownText(label), description: shownText(description), detail: shownText(detail), value };
}

function toItems<T>(options: readonly Option<T>[]) {
  return options.map((option) => toItem(option));
}

/** With the headings between them, where what is listed under one begins. */
function underHeadings<T>(options: readonly Option<T>[]): (QuickPickItem & { readonly value?: T })[] {
  return options.flatMap((option, i) => {
    const { heading } = option;
    const begins = heading !== undefined && heading !== options[i - 1]?.heading;
    return [...(begins ? [{ label: shownText(heading), kind: QuickPickItemKind.Separator }] : []), toItem(option)];
  });
}

const howToSearch = { matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true };

/** What was found fits, whatever the editor thinks of it. */
function toFound<T>(options: readonly Option<T>[]): Found<T>[] {
  return options.map((option) => ({ ...toItem(option), alwaysShow: true }));
}

type Found<T> = QuickPickItem & { readonly value: T };

export const askInEditor: Ask = {
  async pick(title, options) {
    return (await window.showQuickPick(underHeadings(options), { title, ...howToSearch }))?.value;
  },
  search<T>(title: string, find: (text: string) => Promise<readonly Option<T>[]>, more: SearchMore<T> = {}) {
    const pick = window.createQuickPick<Found<T>>();
    Object.assign(pick, { title: shownText(title), ignoreFocusOut: true, placeholder: l10n.t('Type to search') });
    addMore(pick, more);
    return new Promise<T | undefined>((resolve) => {
      follow(pick, find);
      pick.onDidAccept(() => {
        // What was selected may have been found again meanwhile: then it is another item, and the first one is meant.
        const chosen = pick.selectedItems[0] ?? pick.activeItems[0] ?? pick.items[0];
        if (chosen === undefined) return;
        resolve(chosen.value);
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
    });
  },
  async pickSeveral(title, options) {
    const picked = await window.showQuickPick(toItems(options), { title, ...howToSearch, canPickMany: true });
    return picked?.map(({ value }) => value);
  },
  async type(title, problem) {
    return window.showInputBox({ title, ignoreFocusOut: true, validateInput: problem });
  },
};

function addMore<T>(pick: QuickPick<Found<T>>, { preview, all }: SearchMore<T>): void {
  pick.onDidChangeActive(([active]) => {
    if (active !== undefined) preview?.(active.value);
  });
  if (all === undefined) return;
  pick.buttons = [{ iconPath: new ThemeIcon('references'), tooltip: all.label }];
  pick.onDidTriggerButton(() => {
    const values = pick.items.map(({ value }) => value);
    pick.hide();
    all.run(values);
  });
}

/** Shows what is found for what is typed; answers to what was typed before come too late. */
function follow<T>(pick: QuickPick<Found<T>>, find: (text: string) => Promise<readonly Option<T>[]>): void {
  let turn = 0;
  const look = (text: string) => {
    const mine = ++turn;
    pick.busy = true;
    find(text)
      .then((options) => {
        if (mine === turn) pick.items = toFound(options);
      })
      .catch(() => {
        if (mine === turn) pick.items = [];
      })
      .finally(() => {
        if (mine === turn) pick.busy = false;
      });
  };
  pick.onDidChangeValue(look);
  look(pick.value);
}
