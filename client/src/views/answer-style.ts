// How answers look beside their questions: in the colours of the theme, with a sign that needs no colour to be told apart.
import {
  type Disposable,
  MarkdownString,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  type ThemableDecorationAttachmentRenderOptions,
  ThemeColor,
  window,
} from 'vscode';
import type { WireAnswer } from '../../../server/src/lsp/protocol.ts';
import { l10n } from '../l10n.ts';

interface Sign {
  readonly text: string;
  readonly color: string;
}

/** Of colours that every theme has, and that can be read in each: not those of test icons, which high contrast leaves out. */
const signs: Readonly<Record<WireAnswer['state'], Sign>> = {
  allowed: { text: '✓', color: 'charts.green' },
  refused: { text: '✗', color: 'editorCodeLens.foreground' },
  conditional: { text: '◐', color: 'editorWarning.foreground' },
  list: { text: '≡', color: 'editorCodeLens.foreground' },
  held: { text: '✓', color: 'charts.green' },
  failed: { text: '✗', color: 'errorForeground' },
  error: { text: '!', color: 'errorForeground' },
};

/** Also of old answers, whose slant and word tell them apart: what is disabled can hardly be read on white. */
const textColor = new ThemeColor('editorCodeLens.foreground');

export interface AnswerStyle extends Disposable {
  /** Shows these answers in place of those that were shown; stale ones are marked as of an earlier text. */
  show(editor: TextEditor, answers: readonly WireAnswer[], isStale: boolean): void;
}

/**
 * Sign and text are two decorations with `after`: what stands in `before` at the end of a line takes the cursor along, away
 * from where it is typed.
 */
export function createAnswerStyle(): AnswerStyle {
  const [signType, textType] = typesInOrder();
  return {
    show(editor, answers, isStale) {
      const { document } = editor;
      editor.setDecorations(
        signType,
        answers.map((answer) => ({
          range: endOf(document, answer),
          renderOptions: { after: signOf(answer, isStale) },
        })),
      );
      editor.setDecorations(
        textType,
        answers.map((answer) => ({
          range: endOf(document, answer),
          hoverMessage: hoverOf(document, answer, isStale),
          renderOptions: { after: textOf(answer, isStale) },
        })),
      );
    },
    dispose() {
      signType.dispose();
      textType.dispose();
    },
  };
}

/** Of two at one place the editor shows the one first whose key is less. */
function typesInOrder(): readonly [TextEditorDecorationType, TextEditorDecorationType] {
  const one = window.createTextEditorDecorationType({});
  const other = window.createTextEditorDecorationType({});
  return one.key < other.key ? [one, other] : [other, one];
}

/** The end of the line as it is now, wherever that was when the server answered. */
function endOf(document: TextDocument, { end: { line } }: WireAnswer): Range {
  const { end } = document.lineAt(Math.min(Math.max(line, 0), document.lineCount - 1)).range;
  return new Range(end, end);
}

function signOf({ state }: WireAnswer, isStale: boolean): ThemableDecorationAttachmentRenderOptions {
  const { text, color } = signs[state];
  return { contentText: text, color: isStale ? textColor : new ThemeColor(color), margin: '0 0 0 2em' };
}

function textOf({ short }: WireAnswer, isStale: boolean): ThemableDecorationAttachmentRenderOptions {
  return isStale
    ? { contentText: ` ${l10n.t('{0} (old)', short)}`, color: textColor, fontStyle: 'italic' }
    : { contentText: ` ${short}`, color: textColor };
}

/** The whole answer, and the way to its explanation. */
function hoverOf(document: TextDocument, answer: WireAnswer, isStale: boolean): MarkdownString {
  const hover = new MarkdownString();
  hover.isTrusted = { enabledCommands: ['writ.explainQuery'] };
  if (isStale) hover.appendMarkdown(`*${l10n.t('Of the text as it last could be read:')}*\n\n`);
  // `appendText` would keep its spaces from breaking a line.
  hover.appendMarkdown(answer.full.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
  const place = { uri: document.uri.toString(), ...answer.start };
  const link = `command:writ.explainQuery?${encodeURIComponent(JSON.stringify(place))}`;
  if (!isStale) hover.appendMarkdown(`\n\n[${l10n.t('Explain')}](${link} "${l10n.t('Show why')}")`);
  return hover;
}
