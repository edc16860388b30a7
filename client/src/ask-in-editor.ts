// The editor's own dialogues: quick picks and input boxes.
import { window } from 'vscode';
import type { Ask, Option } from './ask.ts';

function toItems<T>(options: readonly Option<T>[]) {
  return options.map((option) => ({ ...option, description: option.description ?? '', detail: option.detail ?? '' }));
}

const howToSearch = { matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true };

export const askInEditor: Ask = {
  async pick(title, options) {
    return (await window.showQuickPick(toItems(options), { title, ...howToSearch }))?.value;
  },
  async pickSeveral(title, options) {
    const picked = await window.showQuickPick(toItems(options), { title, ...howToSearch, canPickMany: true });
    return picked?.map(({ value }) => value);
  },
  async type(title, problem) {
    return window.showInputBox({ title, ignoreFocusOut: true, validateInput: problem });
  },
};
