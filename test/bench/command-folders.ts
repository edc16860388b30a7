// What the commands are run on: a made-up organization as a project, with one grant less, as an export and as a directory.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directoryText } from './directory.ts';
import { makeOrganization, type Organization, type SizeName, sizes } from './organization.ts';
import { withoutGrant } from './organization-edit.ts';
import { organizationHcl } from './organization-hcl.ts';
import { appTexts, commonTexts } from './organization-text.ts';
import { type BenchQuestion, makeQuestions } from './questions.ts';
import { referenceOf } from './reference.ts';

export interface Folders {
  /** Absolute. */
  readonly project: string;
  /** The same project with one grant less. */
  readonly changed: string;
  /** An export of it in HCL. */
  readonly hcl: string;
  /** A file of its people and groups in SCIM: as many, not the same. */
  readonly scim: string;
  /** A folder that is there for what is written. */
  readonly out: string;
  /** A folder that is there for what workers leave. */
  readonly workers: string;
  readonly organization: Organization;
  readonly app: string;
  readonly person: string;
  readonly expectations: number;
  /** Of all texts of the project, in KB. */
  readonly kilobytes: number;
  remove(): void;
}

/** As it is given in a question: the record of the app that it asks about. */
function expectationText({ principal, permission, app, record, allowed }: BenchQuestion): string {
  const isName = (value: unknown) => value === principal || /^person-\d+$/.test(`${value}`);
  const fields = Object.entries(record ?? {}).map(
    ([name, value]) => `${name} ${typeof value === 'string' && !isName(value) ? JSON.stringify(value) : value}`,
  );
  const where = app === undefined ? 'in organization' : `in ${app}`;
  const given = record === undefined ? '' : ` with { ${fields.join('  ')} }`;
  return `  expect ${principal} ${allowed ? 'can' : 'cannot'} ${permission} ${where}${given}\n`;
}

function write(folder: string, files: Iterable<readonly [string, string]>): number {
  let written = 0;
  for (const [file, text] of files) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    written += Buffer.byteLength(text);
  }
  return written;
}

/** A file for what is common, and one for each app. */
function projectFiles(organization: Organization, tests: string): Map<string, string> {
  const apps = appTexts(organization).map((text, i): [string, string] => {
    return [`apps/${organization.apps[i]?.name ?? i}.writ`, `${text}\n`];
  });
  const common = `${commonTexts(organization).join('\n\n')}\n`;
  return new Map([['writ.json', '{}\n'], ['organization.writ', common], ['tests.writ', tests], ...apps]);
}

/** There are as many expectations as policies; half of them expect that something is allowed. */
export function makeFolders(size: SizeName): Folders {
  const organization = makeOrganization(sizes[size]);
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-bench-')));
  const at = (name: string) => path.join(root, name);
  const questions = makeQuestions(referenceOf(organization), sizes[size].policies);
  const tests = `test "Who may do what" {\n${questions.map(expectationText).join('')}}\n`;
  const bytes = write(at('project'), projectFiles(organization, tests));
  write(at('changed'), projectFiles(withoutGrant(organization), tests));
  write(at('hcl'), organizationHcl(organization));
  write(root, [['people.json', directoryText(sizes[size].users, sizes[size].groups)]]);
  return {
    project: at('project'),
    changed: at('changed'),
    hcl: at('hcl'),
    scim: at('people.json'),
    out: at('out'),
    workers: at('workers'),
    organization,
    app: organization.apps[0]?.name ?? '',
    person: organization.users[0] ?? '',
    expectations: questions.length,
    kilobytes: bytes / 1000,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
