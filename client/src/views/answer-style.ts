// How answers look beside their questions: in the colours of the theme, with a sign that needs no colour to be told apart.
import {
  type DecorationOptions,
  type Disposable,
  MarkdownString,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import type { WireAnswer } from '../../../server/src/lsp/protocol.ts';
import { l10n } from '../l10n.ts';

interface Sign {
  readonly text: string;
  readonly color: string;
}

const signs: Readonly<Record<WireAnswer['state'], Sign>> = {
  allowed: { text: '✓', color: 'testing.iconPassed' },
  refused: { text: '✗', color: 'editorCodeLens.foreground' },
  conditional: { text: '◐', color: 'editorWarning.foreground' },
  list: { text: '≡', color: 'editorCodeLens.foreground' },
  held: { text: '✓', color: 'testing.iconPassed' },
  failed: { text: '✗', color: 'testing.iconFailed' },
  error: { text: '!', color: 'testing.iconErrored' },
};

const textColor = new ThemeColor('editorCodeLens.foreground');
const staleColor = new ThemeColor('disabledForeground');

export interface AnswerStyle extends Disposable {
  /** Shows these answers in place of those that were shown; stale ones are marked as of an earlier text. */
  show(editor: TextEditor, answers: readonly WireAnswer[], isStale: boolean): void;
}

export function createAnswerStyle(): AnswerStyle {
  const type: TextEditorDecorationType = window.createTextEditorDecorationType({});
  return {
    show(editor, answers, isStale) {
      editor.setDecorations(
        type,
        answers.map((answer) => decoration(editor.document, answer, isStale)),
      );
    },
    dispose: () => type.dispose(),
  };
}

/** Stands at the end of the line as it is now, wherever that was when the server answered. */
function decoration(document: TextDocument, answer: WireAnswer, isStale: boolean): DecorationOptions {
  const line = Math.min(Math.max(answer.end.line, 0), document.lineCount - 1);
  const { end } = document.lineAt(line).range;
  const sign = signs[answer.state];
  const fontStyle = isStale ? 'italic' : 'normal';
  return {
    range: new Range(end, end),
    hoverMessage: hoverOf(document, answer, isStale),
    renderOptions: {
      before: { contentText: sign.text, color: isStale ? staleColor : new ThemeColor(sign.color), margin: '0 0 0 2em' },
      after: {
        contentText: ` ${isStale ? l10n.t('{0} (old)', answer.short) : answer.short}`,
        color: isStale ? staleColor : textColor,
        fontStyle,
      },
    },
  };
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
