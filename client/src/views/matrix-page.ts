// The page of a matrix before it is filled: markup without words of anyone's, and a policy that lets in one script and one style.
import { type Bundle, l10n } from '../l10n.ts';

export interface PageParts {
  /** Where the editor serves the files of the extension from. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** Another one for each page. */
  readonly nonce: string;
  /** What the page says, in another language than English. */
  readonly bundle: Bundle;
  /** As a tag, such as `de`. */
  readonly language: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup with values that are text in it, or in an attribute. */
function html(markup: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(
    { raw: markup },
    ...values.map((value) => value.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)),
  );
}

export function matrixPage({ source, script, style, nonce, bundle, language }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>${l10n.t('Permissions')}</title>
</head>
<body data-bundle="${JSON.stringify(bundle)}">
<header>
<h1 id="title">${l10n.t('Permissions')}</h1>
<p><span id="count" role="status"></span> <span id="against"></span></p>
<div class="bar" role="toolbar" aria-label="${l10n.t('Matrix')}">
<input id="rows" type="search" placeholder="${l10n.t('Filter')}" aria-label="${l10n.t('Filter')}" title="/">
<input id="permissions" type="search" placeholder="${l10n.t('Filter permissions')}" aria-label="${l10n.t('Filter permissions')}">
<select id="only" aria-label="${l10n.t('Only rows and columns with such a cell')}">
<option value="">${l10n.t('Every cell')}</option>
<option value="allowed">${l10n.t('Allowed')}</option>
<option value="allowed-when">${l10n.t('Allowed when …')}</option>
<option value="refused">${l10n.t('Refused')}</option>
<option value="error">${l10n.t('Open, as something is broken')}</option>
<option value="different" id="different" disabled>${l10n.t('Different')}</option>
</select>
<button id="compare" type="button">${l10n.t('Compare with…')}</button>
<span class="gap"></span>
<button id="roles" type="button" hidden>${l10n.t('By Role')}</button>
<button id="subject" type="button">${l10n.t('Another…')}</button>
<select id="format" aria-label="${l10n.t('Format')}">
<option value="csv">CSV</option>
<option value="markdown">Markdown</option>
<option value="html">HTML</option>
</select>
<button id="copy" type="button">${l10n.t('Copy')}</button>
<button id="export" type="button">${l10n.t('Export…')}</button>
</div>
</header>
<div id="grid" role="grid" tabindex="0" aria-readonly="true">
<div id="sheet" role="presentation">
<div id="head" role="rowgroup"></div>
<div id="body" role="rowgroup"></div>
</div>
</div>
<footer>
<span id="said" role="status"></span>
<button id="why" type="button" title="${l10n.t('Enter')}">${l10n.t('Why')}</button>
</footer>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
