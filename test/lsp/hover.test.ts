// Hovers through the protocol: where what is named is declared and used, as links or as words.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { fullCapabilities, type Session, startSession } from './session.ts';

const own = { ...fullCapabilities, experimental: { writCommands: ['writ.showReferences'] } };
const files = {
  '/desk/a.writ': 'role Reader { members "Te_am", ann }\nquery "Te_am" can READ_ROLES in organization\napp "D k" { }\n',
  '/desk/b folder/b.writ': '// People.\ngroup "Te_am" { members ann }\nuser ann "ann@x.com"\napp "D k" { }\n',
};

async function hoverAt(session: Session, text: string): Promise<string> {
  const found = await session.request<Hover | null>('textDocument/hover', session.at('/desk/a.writ', text));
  // Right below how the name is written.
  return ((found?.contents as MarkupContent | undefined)?.value ?? '').split('\n\n').at(1) ?? '';
}

async function begin(capabilities = fullCapabilities): Promise<Session> {
  const session = await startSession({ files, capabilities });
  await session.looked('/desk', () => session.open('/desk/a.writ'));
  return session;
}

describe('hovers in the protocol', () => {
  it('say where a name is declared and how often it is used', async () => {
    const session = await begin();
    assert.equal(await hoverAt(session, '"Te_am"'), 'Declared in `b folder/b.writ:2`. Used in 2 places.');
    assert.equal(await hoverAt(session, 'ann }'), 'Declared in `b folder/b.writ:3`.');
    assert.equal(await hoverAt(session, '"D k"'), 'Declared in `b folder/b.writ:4`.');
    assert.ok(!(await hoverAt(session, 'Reader')).includes('Declared'));
  });

  it('link there for the client that can follow', async () => {
    const session = await begin(own);
    const place = encodeURIComponent(JSON.stringify({ uri: 'file:///desk/a.writ', line: 0, character: 22 }));
    assert.equal(
      await hoverAt(session, '"Te_am"'),
      `Declared in [b folder/b.writ\\:2](<file:///desk/b%20folder/b.writ#L2,7>). [Used in 2 places](<command:writ.showReferences?${place}>).`.replace(
        '\\:',
        ':',
      ),
    );
  });

  it('let the client that can ask who else can what is granted, where it is granted', async () => {
    const roles = `app "D]( k" {
  role R {
    description "x"
    grants READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS, DELETE_RECORDS
  }
}
role O { description "x" grants READ_ROLES }
query ann can READ_USERS in organization
`;
    const asking = async (writCommands: readonly string[]) => {
      const capabilities = { ...fullCapabilities, experimental: { writCommands } };
      const session = await startSession({ files: { '/desk/a.writ': roles }, capabilities });
      await session.looked('/desk', () => session.open('/desk/a.writ'));
      return session;
    };
    const link = (permission: string, place: string) => {
      const argument = encodeURIComponent(JSON.stringify({ permission, place, project: 'file:///desk' }));
      return `[${permission.replaceAll('_', '\\_')}](<command:writ.whoCan?${argument}>)`;
    };
    const own = await asking(['writ.whoCan']);
    const place = '"D]( k"';
    assert.equal(await hoverAt(own, 'READ_RECORDS'), `Who can ${link('READ_RECORDS', place)} in \`${place}\`?`);
    const three = ['READ_RECORDS', 'CREATE_RECORDS', 'UPDATE_RECORDS'].map((each) => link(each, place));
    assert.equal(await hoverAt(own, 'R {'), `Who can ${three.join(', ')} in \`${place}\`?`);
    assert.equal(
      await hoverAt(own, 'READ_ROLES'),
      `Who can ${link('READ_ROLES', 'organization')} in \`organization\`?`,
    );
    assert.ok(!(await hoverAt(own, 'READ_USERS')).includes('Who can'));
    const other = await asking([]);
    assert.ok(!(await hoverAt(other, 'READ_RECORDS')).includes('Who can'));
  });

  it('say nothing more of what is no name', async () => {
    const session = await begin(own);
    assert.ok(!(await hoverAt(session, 'READ_ROLES')).includes('Declared'));
    assert.deepEqual(session.errors, []);
  });
});
