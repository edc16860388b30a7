// The page of a matrix before it is filled: markup without words of anyone's, and a policy that lets in one script and one style.

export interface PageParts {
  /** Where the editor serves the files of the extension from. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** Another one for each page. */
  readonly nonce: string;
}

export function matrixPage({ source, script, style, nonce }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Permissions</title>
</head>
<body>
<header>
<h1 id="title">Permissions</h1>
<p><span id="count" role="status"></span> <span id="against"></span></p>
<div class="bar" role="toolbar" aria-label="Matrix">
<input id="rows" type="search" placeholder="Filter" aria-label="Filter" title="/">
<input id="permissions" type="search" placeholder="Filter permissions" aria-label="Filter permissions">
<select id="only" aria-label="Only rows and columns with such a cell">
<option value="">Every cell</option>
<option value="allowed">Allowed</option>
<option value="allowed-when">Allowed when …</option>
<option value="refused">Refused</option>
<option value="error">Open, as something is broken</option>
<option value="different" id="different" disabled>Different</option>
</select>
<button id="compare" type="button">Compare with…</button>
<span class="gap"></span>
<button id="roles" type="button" hidden>By Role</button>
<button id="subject" type="button">Another…</button>
<select id="format" aria-label="Format">
<option value="csv">CSV</option>
<option value="markdown">Markdown</option>
<option value="html">HTML</option>
</select>
<button id="copy" type="button">Copy</button>
<button id="export" type="button">Export…</button>
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
<button id="why" type="button" title="Enter">Why</button>
</footer>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
