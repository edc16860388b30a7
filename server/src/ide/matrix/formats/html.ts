// A matrix as a page of its own: no script, nothing from elsewhere, and a policy that lets neither in.
import { spellOut } from '../../markdown.ts';
import { type Format, type TableCell, type TableColumn, textOf } from './table.ts';

export const pageStyle = `
:root { color-scheme: light dark; }
body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; }
h1 { font-size: 1.3rem; }
div { overflow: auto; max-height: 85vh; border: 1px solid #8888; }
table { border-collapse: separate; border-spacing: 0; }
th, td { padding: 0.25rem 0.6rem; text-align: left; border-bottom: 1px solid #8884; white-space: nowrap; }
thead th { position: sticky; top: 0; background: Canvas; }
tbody th { position: sticky; left: 0; background: Canvas; font-weight: 600; }
.allowed { background: #2ea04333; }
.allowed-when { background: #d2992233; }
.refused, .absent { color: GrayText; }
.error { background: #f8514944; }
.gained, .widened, .lost, .narrowed, .changed, .unsure { outline: 2px solid; outline-offset: -2px; }
`;

/** Of the style, as a policy names it: base64 of SHA-256. */
export const styleHash = '7f4Z/gcSGGVj82DuiVpQn2Y8UlkfUIuxqpK4Le44Ki8=';

const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

export const toHtml: Format = function* toHtml({ title, corner, columns, rows }) {
  const name = escaped(title);
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width"/>
<title>${name}</title>
<style>${pageStyle}</style>
</head>
<body>
<h1>${name}</h1>
<div><table>
<thead><tr>${corner.map((each) => `<th scope="col">${escaped(each)}</th>`).join('')}${columns.map(columnHead).join('')}</tr></thead>
<tbody>
`;
  for (const { head, cells } of rows()) {
    const [first = '', ...rest] = head.map((each) => `<bdi>${escaped(each)}</bdi>`);
    const others = rest.map((each) => `<td>${each}</td>`).join('');
    yield `<tr><th scope="row">${first}</th>${others}${cells.map(cell).join('')}</tr>\n`;
  }
  yield '</tbody>\n</table></div>\n</body>\n</html>\n';
};

function columnHead({ constant, name }: TableColumn): string {
  return `<th scope="col" title="${escaped(name)}">${escaped(constant)}</th>`;
}

function cell(of: TableCell): string {
  const change = of.change === undefined || of.change === 'same' ? '' : ` ${of.change}`;
  return `<td class="${of.verdict}${change}"><bdi>${escaped(textOf(of))}</bdi></td>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of anyone's, in an element or in a quoted attribute. */
function escaped(text: string): string {
  const shown = spellOut(text).replace(/[\ufffe\uffff]/g, '\ufffd');
  return shown.replace(/[&<>"']/g, (each) => entities[each] ?? each);
}
