// Completion of declarations and properties: what may begin here, less what stands here already.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  checkAccepted,
  checkCompletion,
  checkOffers,
  completionsAt,
  itemLabelled,
} from '../../support/check-completion.ts';
import { inBase, inWard } from './base.ts';

describe('completion of declarations', () => {
  it('offers them in an empty file, the organization too', () => {
    const labels = [
      'user',
      'group',
      'role',
      'managed role',
      'app',
      'element',
      'task',
      'table',
      'record',
      'query',
      'expect',
    ];
    checkCompletion('$0', [...labels, 'test', 'directory', 'organization']);
  });
  it('leaves the organization out where the project has one', () => {
    checkOffers(inBase('$0'), ['app', 'directory'], ['organization']);
    checkOffers('org$0anization "Acme" { }', ['organization']);
  });
  it('offers them between declarations and for a word that is begun', () => {
    checkOffers('user a "a@x.com"\n\n$0\nuser b "b@x.com"', ['role', 'test']);
    checkOffers('user a "a@x.com"\nus$0', ['user'], ['role']);
    checkOffers('role R { grants READ_RECORDS }\nexp$0', ['expect']);
  });
  it('offers them for a word that begins the line after a broken declaration', () => {
    checkOffers('role "R"\nus$0', ['user']);
    checkOffers('user\nro$0', ['role']);
  });
  it('offers them at the margin of a block that is not closed, after its properties', () => {
    checkCompletion('role R {\n  grants READ_RECORDS\n$0', [
      'members',
      'description',
      'auto-share on',
      'expires',
      'user',
      '…',
    ]);
  });
  it('inserts them with placeholders, and only the word where the rest stands already', () => {
    assert.equal(itemLabelled('gr$0', 'group').isSnippet, true);
    checkAccepted('gr$0', 'group', `group \${1:Agents} {\n  description "\${2:What it is for}"\n  members $0\n}`);
    checkAccepted('gr$0 Nurses { }', 'group', 'group Nurses { }');
    assert.equal(itemLabelled('gr$0 Nurses { }', 'group').isSnippet, false);
  });
  it('offers objects of the kind to be opened again', () => {
    checkCompletion(inBase('app $0'), ['Ward', 'Front Desk']);
    checkCompletion(inBase('task V$0'), ['Visits']);
  });
  it('offers nothing for names that are new', () => {
    for (const keyword of ['user', 'group', 'role', 'record', 'test', 'organization'])
      checkCompletion(inBase(`${keyword} $0`), []);
    for (const keyword of ['field', 'role', 'policy', 'service account', 'automation', 'agent'])
      checkCompletion(inWard(`  ${keyword} $0`), []);
  });
});

describe('completion of properties', () => {
  it('offers those of a role', () => {
    checkCompletion('role R { $0 }', ['grants', 'members', 'description', 'auto-share on', 'expires']);
  });
  it('leaves out what stands there, before the cursor and behind it', () => {
    checkCompletion('role R { grants READ_RECORDS $0 }', ['members', 'description', 'auto-share on', 'expires']);
    checkCompletion('role R {\n  $0\n  description "D"\n  expires 2027-01-01\n}', [
      'grants',
      'members',
      'auto-share on',
    ]);
  });
  it('goes on where the block is not closed', () => {
    checkCompletion('role R {\n  members a\n  gr$0', ['grants']);
    checkCompletion('role R {\n  foo bar\n  $0\napp A { }', [
      'grants',
      'members',
      'description',
      'auto-share on',
      'expires',
    ]);
  });
  it('offers properties on the line after one that lacks its value', () => {
    checkCompletion('role R {\n  members\n  gr$0\n}', ['grants']);
    checkOffers('role R {\n  grants READ_RECORDS,\n  $0\n}', ['UPDATE_RECORDS', 'members'], ['READ_RECORDS', 'grants']);
    checkOffers('role R { grants $0 }', ['READ_RECORDS'], ['members']);
  });
  it('offers the property again whose word is being changed', () => {
    checkAccepted('role R { mem$0bers a }', 'members', 'role R { members a }');
  });
  it('offers only members in a managed role', () => {
    checkCompletion('managed role Admin { $0 }', ['members']);
  });
  it('offers members or a domain of a group, never both', () => {
    checkCompletion('group G { $0 }', ['members', 'description', 'domain']);
    checkCompletion('group G { members a $0 }', ['description']);
    checkCompletion('group G { $0 domain "x.com" }', ['description']);
  });
  it('offers those of the organization and its invite policies', () => {
    checkCompletion('organization { $0 }', ['domains', 'invites', 'description']);
    checkCompletion('organization { invites $0 }', ['allowed-domains', 'admins-only', 'any-domain']);
    checkCompletion('organization { domains "a.com" invites any-$0', ['any-domain']);
  });
  it('offers those of a user, and attributes that users have', () => {
    checkCompletion(inBase('user x "x@acme.com" { $0 }'), ['Department', 'Region', 'external', 'inactive']);
    checkCompletion(inBase('user x "x@acme.com" { Department "A" ext$0'), ['external']);
    checkAccepted(inBase('user x "x@acme.com" { De$0 '), 'Department', '{ Department "$0"');
  });
  it('offers those of a policy, an account, an automation and an agent', () => {
    checkCompletion(inWard('  policy P { $0'), ['to', 'when', 'description']);
    checkCompletion(inWard('  service account S { $0'), ['purpose', 'roles', 'usable by', 'inactive']);
    checkCompletion(inWard('  automation A { $0'), ['trigger', 'runs as', 'built by', 'action', 'description']);
    checkCompletion(inWard('  agent A { built by ann tool mcp $0'), ['where', 'in', 'runs as', 'tool', 'description']);
  });
  it('offers expectations and records in a test', () => {
    checkCompletion('test "T" { $0 }', ['expect', 'record']);
    checkCompletion('test "T" {\n  expect a can READ_RECORDS on r\n  $0', ['as of', 'expect', 'record']);
  });
  it('offers in an object what its kind may have', () => {
    const element = [
      'field',
      'role',
      'policy',
      'default policy',
      'managed role',
      'auto-share records on',
      'automation',
    ];
    checkCompletion('element E { $0 }', element);
    checkCompletion('task T { $0 }', element);
    checkCompletion('table T { $0 }', ['field', 'policy', 'default policy']);
    checkOffers('app A { $0 }', [...element, 'service account', 'agent']);
    checkOffers(
      'app A { default policy auto-share records on watch\n $0 }',
      ['role'],
      ['default policy', 'auto-share records on'],
    );
  });
  it('goes on with words of which more must follow', () => {
    checkCompletion('managed $0', ['role']);
    checkCompletion(inWard('  default $0'), ['policy']);
    checkCompletion(inWard('  service $0'), ['account']);
    checkCompletion(inWard('  auto-share $0'), ['records']);
    checkCompletion('role R { auto-share $0', ['on']);
    checkCompletion(inWard('  service account S { usable $0'), ['by']);
    checkCompletion(inWard('  automation A { built $0'), ['by']);
    checkCompletion(inWard('  automation A { runs $0'), ['as']);
  });
  it('tells that something must follow', () => {
    assert.equal(itemLabelled('role R { $0 }', 'members').unfinished, true);
    assert.equal(itemLabelled(inWard('  def$0'), 'default policy').unfinished, undefined);
  });
  it('offers field types on the line of the field', () => {
    const types = ['text', 'number', 'boolean', 'date', 'datetime', 'choice', 'choices', 'user', 'group', 'attachment'];
    checkCompletion('app A { field F: $0', types);
    checkCompletion('app A { field F: da$0 }', ['date', 'datetime']);
    checkAccepted('app A { field F: ch$0', 'choice', 'field F: choice("$1")');
    checkOffers('app A {\n  field F:\n  $0', ['field', 'role'], ['text']);
  });
  it('offers the assignee for users and groups alone', () => {
    checkOffers('app A { field F: user $0', ['as assignee']);
    checkOffers('app A { field F: text $0', ['field'], ['as assignee']);
    checkCompletion('app A { field F: group as $0', ['assignee']);
  });
  it('offers auto-share words that are not named yet', () => {
    checkCompletion('role R { auto-share on $0', ['watch', 'assign', 'mention', 'share', 'approval']);
    checkCompletion('role R { auto-share on watch, mention, $0', ['assign', 'share', 'approval']);
    checkCompletion(inWard('  auto-share records on watch, $0'), ['assign', 'group-assign', 'mention', 'approval']);
  });
  it('offers dates from today on', () => {
    const days = ['2026-11-21', '2026-12-21', '2027-02-21', '2027-05-21', '2027-11-21'];
    checkCompletion('role R { expires $0', days);
    checkCompletion('role R { expires $0 }', days);
  });
  it('offers nothing in braces that mean nothing, nor for a file that is not there', () => {
    checkCompletion('foo { $0', []);
    assert.deepEqual(completionsAt('$0').incomplete, false);
  });
});
