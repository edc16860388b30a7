// What is said where something needs a project and there is none: what to do about it.
import { commands, window } from 'vscode';
import { l10n } from './l10n.ts';

/** Does not wait for the user, who may leave the message where it is. */
export function sayThereIsNoProject(): void {
  const make = l10n.t('New Policy Project…');
  const open = l10n.t('Open Folder…');
  const said = window.showInformationMessage(l10n.t('There are no access policies here yet.'), make, open);
  said.then((chosen) => {
    if (chosen === make) commands.executeCommand('writ.newPolicyProject');
    if (chosen === open) commands.executeCommand('workbench.action.files.openFolder');
  });
}
