// Broken text: what is half written does not discolour what follows, and no text stops the tokenizer.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { contextualWords, reservedWords } from '../../server/src/syntax/keywords.ts';
import { checkScopes, hasScope, tokenize, tokensAfter } from '../support/tokenize.ts';

/** One line each; whatever it is cut down to, the next declaration starts anew. */
const sound = [
  'organization "Acme" { domains "acme.com", "b.c" invites any-domain description "x" }',
  'directory "people.scim.json"',
  'user dana "dana@partner.io" { external Department "Finance" "Cost Center" "12" }',
  'group Agents { description "Works" members alice, "Bob B." }',
  'role Auditor { grants READ_RECORDS, view on "AI Providers" auto-share on watch, mention expires 2027-01-31 }',
  'managed role "App Admin" { members alice, organization.Staff }',
  'app "Service Desk" { field Status: choice("New", "Open") field Owner: user as assignee }',
  'policy "Own" { to Agents when (Owner is current user or Tags overlaps ("a", "b")) and Due in the last 3 days }',
  'policy P { to A when Owner is not field Other and N between 1 and 2 and T starts with "x" and K is one of ("k") }',
  'auto-share records on watch, assign',
  'service account Bot { purpose "Routes" roles "Desk Agent", Approvals.Requester usable by alice inactive }',
  'automation Route { trigger createRecord runs as Bot built by alice action updateField in O where Status is "New" }',
  'agent Helper { runs as publisher tool searchAspect where Status is not empty runs as current user }',
  'record t in "Service Desk" { Status "Open" Owner alice Tags ("a", "b") watched by bob, "D." approved by O.Bot N -2.5 }',
  'query alice can UPDATE_RECORDS and ADMIN in O with { Status "Open" mentions alice } as of 2026-12-01',
  'query what can O.Bot do in organization',
  'test "name" { expect nobody but alice can READ_RECORDS in O when Status is "Open" and Owner is in "G" }',
  'expect alice can invite "x@gmail.com" // writ-ignore some-rule: a reason',
];
const properties = [
  'members alice, the, "Bob B."',
  'grants READ_RECORDS, view on Records',
  'expires 2027-01-31',
  'field Other: text',
  'when Status is "Open" and days > 3',
  'runs as current user',
  'built by alice',
  'action createRecord in O',
  'usable by one',
  'default policy',
  'managed role Admin {',
  'roles A.B',
  'description "is"',
  'invites any-domain',
];

const text = fc.stringMatching(/^[^\r\n\\]*$/, { maxLength: 20 });
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...reservedWords, ...contextualWords, ...'{}(),.:"\\<>/*\n\t-_'),
    fc.constantFrom(
      'Name',
      '"Name"',
      '"x',
      '//',
      '/*',
      '*/',
      'READ_RECORDS',
      '3',
      '-2.5',
      '2026-11-21',
      'T09:30Z',
      '// writ-ignore a:',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 40 },
);
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array).toString('utf8'));

/** Characters that some rule always takes: where one is left over, the tokenizer gave up. */
const always = /[A-Za-z{}(),"]/;

function checkWhole(source: string): void {
  for (const { line, tokens, stopped } of tokenize(source)) {
    assert.equal(stopped, false);
    assert.equal(tokens.map((token) => token.text).join(''), line);
    for (const token of tokens)
      assert.ok(token.scopes.length > 1 || !always.test(token.text), `\`${token.text}\` is left over in \`${line}\``);
  }
}

describe('grammar: broken text', () => {
  it('a string ends with its line', () => {
    checkScopes(`
policy "half {
       ^^^^^^^ entity.name.function
  to Agents
  ^^ keyword.other.property
when Status is "half
               ^^^^^ string.quoted.double
  and Owner is "a\\
               ^^^ string.quoted.double
  or Open is true
  ^^ keyword.operator.wordlike
             ^^^^ constant.language`);
  });

  it('an open comment is one to the end', () => {
    checkScopes(`
role A { /* open
         ^^^^^^^ comment.block
role B {}
^^^^^^^^^ comment.block !storage`);
  });

  it('what a line was cut down to does not discolour the next', () => {
    const after = [...sound, ...properties].map((line) => ({ line, alone: tokensAfter('', line) }));
    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.nat(120), fc.constantFrom(...after), (whole, cut, { line, alone }) => {
        assert.equal(tokensAfter(whole.slice(0, cut), line), alone, `after ${whole.slice(0, cut)}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('no line depends on an open string of the line before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        text,
        fc.constantFrom(...sound, ...properties, 'alice'),
        (whole, inner, line) => {
          const quote = [...whole.matchAll(/"/g)].map((match) => match.index).filter((_, i) => i % 2 === 0);
          for (const at of quote) {
            const open = `${whole.slice(0, at + 1)}${inner.replaceAll('"', '')}`;
            assert.equal(tokensAfter(open, line), tokensAfter(`${open}"`, line), `after ${open}`);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no text stops the tokenizer or leaves a word without colour', () => {
    fc.assert(
      fc.property(pieces, (found) => checkWhole(found.join(' '))),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(pieces, (found) => checkWhole(found.join(''))),
      { numRuns: 1500 },
    );
  });

  it('nor do random bytes', () => {
    fc.assert(fc.property(bytes, checkWhole), { numRuns: 1500 });
  });

  it('nor one very long line', () => {
    const line = `members ${Array.from({ length: 2000 }, (_, i) => `user${i}`).join(', ')}`;
    checkWhole(line);
    const [first] = tokenize(`${'('.repeat(2000)}"${'\\"'.repeat(2000)}\nrole A {`).slice(1);
    assert.ok(first?.tokens.some((token) => token.text === 'A' && hasScope(token, 'entity.name.type')));
  });
});
