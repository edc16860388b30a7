// The outline of a file and the names of a project, read off the syntax tree however broken the text is.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { OutlineNode } from '../../server/src/ide/outline.ts';
import { documentSymbols } from '../../server/src/ide/symbols.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { covers } from '../../server/src/text/span.ts';

function outline(text: string): OutlineNode[] {
  const source = parseFile(text);
  return documentSymbols({ source: () => source }, 'a.writ');
}

function shown(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes
    .map(({ kind, name, detail, children }) => {
      const line = `${indent}${kind}: ${name}${detail === '' ? '' : ` | ${detail}`}\n`;
      return line + shown(children, `${indent}  `);
    })
    .join('');
}

function checkInside(nodes: readonly OutlineNode[], outer: { start: number; end: number }): void {
  for (const node of nodes) {
    assert.ok(covers(outer, node.span), `${node.name}: its range leaves the one around it`);
    assert.ok(covers(node.span, node.selection), `${node.name}: its name leaves its range`);
    assert.notEqual(node.name, '');
    checkInside(node.children, node.span);
  }
}

function check(text: string, expected: string): void {
  const nodes = outline(text);
  checkInside(nodes, { start: 0, end: text.length });
  const lines = expected.replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  assert.equal(
    shown(nodes).trimEnd(),
    lines
      .map((line) => line.slice(indent))
      .join('\n')
      .trimEnd(),
  );
}

describe('outline', () => {
  it('shows people and roles with what tells them apart', () => {
    check(
      `organization "Acme" { domains "acme.com" }
      directory "people.scim.json"
      user dana "dana@partner.io" { external Department "Finance" }
      group Agents { description "Works" members alice, bob }
      group Partners { domain "partner.io" }
      role "Auditor" { members alice grants READ_RECORDS, view on Analytics }
      managed role "Admin" { members alice }`,
      `
      organization: Acme
      directory: people.scim.json
      user: dana | dana@partner.io, external
      group: Agents | members alice, bob
      group: Partners | domain "partner.io"
      role: Auditor | grants READ_RECORDS, view on Analytics
      managed role: Admin | members alice`,
    );
  });

  it('shows what stands in an object below it', () => {
    check(
      `app "Service Desk" {
        field Status: choice("New", "Open")
        field Assignee: user as assignee
        role Agent { members Agents }
        default policy
        policy "Open" {
          when Status is "Open"
          to Agents
        }
        auto-share records on watch, assign
        service account Bot { roles Agent }
        automation Route { trigger createRecord built by alice action recordSearch where Status is "New" }
        agent Helper { built by alice tool searchAspect }
      }`,
      `
      app: Service Desk
        field: Status | choice("New", "Open")
        field: Assignee | user as assignee
        role: Agent | members Agents
        default policy: default policy
        policy: Open | to Agents when Status is "Open"
        auto-share: auto-share records on watch, assign
        service account: Bot | roles Agent
        automation: Route | trigger createRecord
          action: recordSearch | where Status is "New"
        agent: Helper
          tool: searchAspect`,
    );
  });

  it('shows questions, records and tests', () => {
    check(
      `record ticket in "Service Desk" { Status "Open" }
      query alice can READ_RECORDS
        on ticket
      test "it holds" { record mine in App { } expect bob cannot READ_RECORDS in App }
      expect alice can READ_RECORDS in App`,
      `
      record: ticket | in "Service Desk"
      query: alice can READ_RECORDS on ticket
      test: it holds | 1 expectation
        record: mine | in App
        expect: bob cannot READ_RECORDS in App
      expect: alice can READ_RECORDS in App`,
    );
  });

  it('names what has no name by its kind', () => {
    check(
      'user\ngroup {\nrole { grants\napp "" { field : text policy { to\nquery',
      `
      user: user
      group: group
      role: role | grants
      app: app
        field: field | text
        policy: policy | to
      query: query`,
    );
  });

  it('keeps every range inside at any cut of a text', () => {
    const text =
      'app "A\u{1F600}" {\r\n  field S: choice("x")\r\n  role R { grants READ_RECORDS }\r\n}\nquery a can B in "A\u{1F600}"';
    for (let end = 0; end <= text.length; end++) checkInside(outline(text.slice(0, end)), { start: 0, end });
  });

  it('cuts what is long and shows it in one line', () => {
    const [node] = outline(`user "${'a'.repeat(500)}\\n${'b'}" "x"`);
    assert.equal(node?.name.length, 120);
    assert.equal(outline('user "a\\n\\u202eb" "x"')[0]?.name, 'a \\u202Eb');
  });
});
