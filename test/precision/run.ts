// Measures how precise the rules are: `npm run precision -- [ORGANIZATION…] [--quick] [--seed N] [--show RULE --count N] [--docs]`.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Report, writeDocs } from './docs.ts';
import { measure, measureSlips } from './measure.ts';
import { organizations } from './organizations.ts';
import { type Check, checksOf, excerpt, rowsOf, sizeText, tableText } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Smaller organizations. */
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** A rule of which findings that are not planted are printed with what they stand in. */
    show: { type: 'string' },
    count: { type: 'string', default: '5' },
    /** Writes the tables of docs/precision.md anew. */
    docs: { type: 'boolean', default: false },
  },
});

const unknown = positionals.find((name) => !organizations.some((each) => each.name === name));
if (unknown !== undefined) throw new Error(`no organization \`${unknown}\``);

const checks: Check[] = [];
const reports: Report[] = [];
for (const { name, make } of organizations) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const draft = make({ share: values.quick ? 0.2 : 1, seed: values.seed });
  const measured = measure(draft);
  const slips = measureSlips(draft, measured);
  const rows = rowsOf(measured);
  const size = sizeText(measured);
  const mistakes = `${slips.slipped.length} mistakes, ${slips.slipped.length - slips.missed.length} found, ${slips.beside.length} other findings beside them`;
  console.log(`\n== ${name}, ${draft.name}, seed ${values.seed}: ${size}\n\n${tableText(rows)}\n\n${mistakes}`);
  const shown = measured.found.filter(({ finding, planted }) => finding.rule === values.show && !planted);
  for (const { finding, where } of shown.slice(0, Number(values.count)))
    console.log(`\n${where} (${finding.place.file})\n  ${finding.message}\n\n${excerpt(measured, finding.place)}`);
  checks.push(...checksOf(measured, slips));
  reports.push({ name, size, rows, mistakes });
}
if (values.docs) writeDocs(reports);
const failed = checks.filter(({ passed }) => !passed);
for (const { what } of failed) console.log(`failed: ${what}`);
console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || checks.length === 0 ? 1 : 0;
