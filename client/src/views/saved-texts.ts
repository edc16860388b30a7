// The last saved state, to compare with: what the disk has of documents with unsaved edits.
import { type TextDocument, workspace } from 'vscode';
import { l10n } from '../l10n.ts';
import type { BaseSource } from '../matrix/subjects.ts';

export function savedTexts(): BaseSource {
  return {
    label: l10n.t('The last saved state'),
    detail: l10n.t('without the edits that are not saved yet'),
    async choose() {
      const unsaved = workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled);
      return { label: l10n.t('the last saved state'), base: { texts: await Promise.all(unsaved.map(savedText)) } };
    },
  };
}

async function savedText({ uri }: TextDocument): Promise<{ uri: string; text: string | null }> {
  try {
    return { uri: uri.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    // Deleted meanwhile: on the disk there is none.
    return { uri: uri.toString(), text: null };
  }
}
