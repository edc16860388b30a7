// Random texts for the parser: any characters, words of the language in any order, and sound declarations.
import fc from 'fast-check';
import { contextualWords, reservedWords } from '../../server/src/syntax/keywords.ts';

const names = ['alice', 'Desk', '"Service Desk"', 'X', 'READ_RECORDS', 'createRecord', 'Büro', '𠮷'];
const literals = ['3', '-2.5', '2026-11-21', '2026-11-21T09:30Z', '"a@b.c"', '"open', "'x'", '"\\q"'];
const signs = ['{', '}', '(', ')', ',', ':', '.', '>', '>=', '<', '<=', '=', ';', '%', '@', '😀', '\ud800', '\0'];
const spaces = ['\n', '\r\n', '\n  ', '\t', '// note\n', '/* note */', '/* open', '\ufeff'];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...reservedWords) },
  { weight: 2, arbitrary: fc.constantFrom<string>(...contextualWords) },
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.constantFrom(...literals) },
  { weight: 4, arbitrary: fc.constantFrom(...signs) },
  { weight: 3, arbitrary: fc.constantFrom(...spaces) },
);

/** Words and signs of the language in any order. */
export const soup: fc.Arbitrary<string> = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

/** Any characters, half surrogate pairs and controls included. */
export const noise: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0xffff })), { maxLength: 80 })
  .map((codes) => String.fromCharCode(...codes));

/** Declarations without a problem that begin with a word which is never nested. */
export const topDeclarations: readonly string[] = [
  'organization "Acme" { domains "acme.com" invites any-domain }',
  'directory "people.scim.json"',
  'user alice "alice@acme.com"',
  'user dana "dana@partner.io" { external Department "Finance" }',
  'group Agents { description "Works the queue" members alice, bob }',
  'group Partners { domain "partner.io" }',
  'app "Service Desk" {\n  field Status: choice("New", "Open")\n  field Assignee: user as assignee\n  role "Desk Agent" { members Agents grants READ_RECORDS, view on Records }\n  policy P { to Agents when Status is "Open" and (Assignee is current user or Priority >= 3) }\n  default policy\n  auto-share records on watch\n  service account Bot { purpose "x" roles "Desk Agent" }\n  automation U { trigger createRecord built by alice action updateField where Status is "New" }\n  agent G { built by alice tool searchAspect runs as current user }\n}',
  'task Approvals {\n}',
  'query alice can READ_RECORDS in "Service Desk" when Status is "Open" as of 2026-12-01',
  'query who can READ_RECORDS in organization',
  'query what can alice do on ticket',
  'query alice can invite "x@gmail.com"',
  'test "t" {\n  expect alice can READ_RECORDS on ticket\n  record r in Approvals { Amount 3 }\n}',
];

/** Declarations without a problem that may be nested elsewhere. */
export const nestableDeclarations: readonly string[] = [
  'role Auditor { members Auditors grants READ_RECORDS expires 2027-01-31 }',
  'managed role "Admin" { members alice }',
  'record ticket in "Service Desk" { Status "Open" Assignee alice watched by bob }',
  'expect only bob can DELETE_RECORDS in "Service Desk"',
  'expect nobody but alice can A and B in Approvals',
];

const one = fc.constantFrom(...topDeclarations, ...nestableDeclarations);

/** Sound declarations, each on a line of its own. */
export const soundFile: fc.Arbitrary<readonly string[]> = fc.array(one, { minLength: 1, maxLength: 8 });

/** What begins as no declaration and holds none, braces balanced. */
export const balancedGarbage: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom('xyz', 'members', 'to', 'when', '"a"', '3', ',', '{ xyz }', '{ }', '(', ')', ':', '%', 'is', 'and'),
    { maxLength: 12 },
  )
  .map((words) => `xyz "q" ${words.join(' ')}`);
