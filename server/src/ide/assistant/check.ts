// What is wrong in a project, or too broad, and which expectations do not hold.
import type { Snapshot } from '../../project/types.ts';
import type { Finding, Severity } from '../../rules/finding.ts';
import { nearest } from '../../text/nearest.ts';
import { spellOutLines } from './lines.ts';
import { listed } from './names.ts';
import { type AssistantTool, failed, textIn } from './tool.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const check: AssistantTool = {
  name: 'check',
  title: 'Check the policies',
  description:
    'Findings about the policies: what is broken, overbroad or without effect, with file, line and rule, and which expectations do not hold.',
  narrower: 'name a `file`, or ask for `severity` error',
  input: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {
      file: { type: 'string', description: 'Only findings of this file: a path from the root of the project.' },
      severity: {
        type: 'string',
        description: 'Only findings that weigh at least as much; `warning` when left out.',
        enum: severities,
      },
    },
  },
  run: ({ snapshot }, input) => {
    const [file, severity] = [textIn(input, 'file'), textIn(input, 'severity')];
    const least = severities.findIndex((each) => each === (severity ?? 'warning'));
    if (least < 0) return failed(`\`severity\` is one of ${severities.join(', ')}`);
    const path = file?.replaceAll('\\', '/').replace(/^\.\//, '');
    if (path !== undefined && isOutside(path)) return failed(`\`${file}\` lies outside of the project`);
    if (path !== undefined && !isPart(snapshot, path)) return failed(spellOutLines(noFile(snapshot, path)));
    const there = snapshot.findings.filter((each) => path === undefined || each.place.file === path);
    const shown = there.filter((each) => severities.indexOf(each.severity) <= least);
    const lines = [
      `${counted(shown.length)}${lesser(there.length - shown.length)}; ${expectations(snapshot)}`,
      ...shown.map((each) => line(snapshot, each)),
    ];
    return { text: spellOutLines(lines.join('\n')), failed: false };
  },
};

function counted(count: number): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? 'finding' : 'findings'}`;
}

/** Of those that are not shown. */
function lesser(count: number): string {
  return count === 0 ? '' : ` and ${count} of less weight, which \`severity\` hint shows`;
}

function expectations({ outcomes }: Snapshot): string {
  const held = outcomes.filter(({ outcome }) => outcome.outcome === 'held').length;
  return `${held} of ${outcomes.length} expectations of the project hold`;
}

function noFile({ input }: Snapshot, path: string): string {
  const files = [...input.files.keys(), ...input.directories.keys()].map((each) => ({ text: each }));
  const near = nearest(
    path,
    files.map(({ text }) => text),
  ).map((text) => ({ text }));
  const others = near.length > 0 ? `the nearest: ${listed(near)}` : `it has ${listed(files)}`;
  return `the project has no file \`${path}\`; ${others}`;
}

/** By its text: nothing is read to find it out. */
function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
}

function isPart({ input }: Snapshot, path: string): boolean {
  return input.files.has(path) || input.directories.has(path) || path === 'writ.json';
}

function line(snapshot: Snapshot, { rule, severity, message, place }: Finding): string {
  const at = snapshot.lines(place.file)?.position(place.span.start) ?? { line: 0, character: 0 };
  return `${place.file}:${at.line + 1}:${at.character + 1}: ${severity}: ${message} [${rule}]`;
}
