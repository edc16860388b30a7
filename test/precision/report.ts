// The measurement in words: tables for people to read, checks for machines.
import type { Place } from '../../server/src/rules/finding.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { Spot } from './draft.ts';
import { countKinds } from './locate.ts';
import type { Measured, Slips } from './measure.ts';

export interface Row {
  readonly rule: string;
  readonly findings: number;
  readonly planted: number;
  readonly plantedFound: number;
  readonly unplanned: number;
  /** Findings for 100 declarations of the kinds that the rule's findings stand in. */
  readonly per100: number;
  readonly milliseconds: number;
}

/** One row for each rule that was planted or reports something. */
export function rowsOf(measured: Measured): Row[] {
  const kinds = countKinds(measured.snapshot);
  return rules.flatMap(({ id }): Row[] => {
    const found = measured.found.filter(({ finding }) => finding.rule === id);
    const planted = measured.planted.filter(({ rule }) => rule === id).length;
    if (found.length + planted === 0) return [];
    const own = new Set(found.map(({ kind }) => kind));
    const declarations = [...own].reduce((sum, kind) => sum + (kinds.get(kind) ?? 0), 0);
    return [
      {
        rule: id,
        findings: found.length,
        planted,
        plantedFound: planted - measured.missed.filter(({ rule }) => rule === id).length,
        unplanned: found.filter((each) => !each.planted).length,
        per100: declarations === 0 ? 0 : (100 * found.length) / declarations,
        milliseconds: measured.times.get(id) ?? 0,
      },
    ];
  });
}

const head = ['rule', 'findings', 'planted', 'of them found', 'not planted', 'per 100', 'ms'];

export function tableText(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.rule,
    ...[row.findings, row.planted, row.plantedFound, row.unplanned].map(String),
    row.per100.toFixed(1),
    row.milliseconds.toFixed(1),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...cells].map((line) => line[i]?.length ?? 0)));
  return [head, ...cells]
    .map((line) =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

export function sizeText({ snapshot }: Measured): string {
  const kinds = countKinds(snapshot);
  const count = (kind: string, word: string) => `${kinds.get(kind) ?? 0} ${word}`;
  const { users, groups } = snapshot.model;
  const external = [...users.values()].filter((user) => user.external).length;
  return [
    `${users.size} people (${external} external)`,
    `${groups.size} groups`,
    count('object', 'objects'),
    count('role', 'roles'),
    count('policy', 'policies'),
    count('service account', 'service accounts'),
    `${(kinds.get('automation') ?? 0) + (kinds.get('agent') ?? 0)} automations and agents`,
  ].join(', ');
}

/** Lines of the file around a place, that one marked. */
export function excerpt({ snapshot }: Pick<Measured, 'snapshot'>, { file, span }: Place): string {
  const lines = snapshot.lines(file);
  const at = lines?.position(span.start).line ?? 0;
  const text = snapshot.source(file)?.text.split('\n') ?? [];
  return text
    .slice(Math.max(0, at - 4), at + 5)
    .map((line, i) => `${Math.max(0, at - 4) + i === at ? '>' : ' '} ${line}`)
    .join('\n');
}

export interface Check {
  readonly passed: boolean;
  readonly what: string;
}

const spotText = ({ rule, where, text }: Spot) => `${rule} at ${where}${text === undefined ? '' : `, ${text}`}`;

/** Everything that can fail: what is planted is found, what only looks like it is not, and errors come alone. */
export function checksOf(measured: Measured, slips: Slips): Check[] {
  const { planted, missed, spared, wrong, found } = measured;
  const errors = found.filter(({ finding, planted: isPlanted }) => finding.severity === 'error' && !isPlanted);
  return [
    ...planted.map((spot) => ({ passed: !missed.includes(spot), what: `planted and not found: ${spotText(spot)}` })),
    ...spared.map((spot) => {
      const reported = wrong.find((each) => each.spot === spot);
      return {
        passed: reported === undefined,
        what: `a near miss is reported: ${spotText(spot)}: ${reported?.finding.message ?? ''}`,
      };
    }),
    ...errors.map(({ finding, where }) => ({
      passed: false,
      what: `an error that is not planted: ${finding.rule} at ${where}: ${finding.message}`,
    })),
    ...slips.slipped.map((spot) => ({
      passed: !slips.missed.includes(spot),
      what: `a mistake that is not found: ${spot.rule} in ${spot.file}`,
    })),
    ...slips.beside.map(({ rule, place, message }) => ({
      passed: false,
      what: `follows only from a mistake elsewhere: ${rule} in ${place.file}: ${message}`,
    })),
  ];
}
