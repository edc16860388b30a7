// Documents that are read and not edited: explanations, shown as the Markdown that they are.
import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { type ShownDocument, showRendered } from './show-rendered.ts';

export interface Explanations extends Disposable {
  /** Opens a new document under a title, rendered where the editor can render Markdown; gives what was opened. */
  show(title: string, text: string): Promise<ShownDocument>;
}

const scheme = 'writ-explanation';

export function createExplanations(): Explanations {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  let count = 0;
  return {
    async show(title, text) {
      count++;
      // The number keeps two documents of one title apart; tabs show the path alone.
      const uri = Uri.from({ scheme, path: `/${title.replace(/["/\\]/g, '')}.md`, query: String(count) });
      texts.set(uri.toString(), text);
      const document = await workspace.openTextDocument(uri);
      await showRendered(uri);
      return { uri: uri.toString(), text: document.getText() };
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
