// What grants to whom, through the protocol and over several files.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver';
import { type Session, startSession } from './session.ts';

const people = '/desk/people.writ';
const desk = '/desk/desk.writ';
const directory = '/desk/people.json';

const begin = async () => {
  const session = await startSession({
    files: {
      [people]:
        'directory "people.json"\r\nuser "an\u{1F600}" "a@x.com"\r\ngroup Agents { members "an\u{1F600}", erin }\r\n',
      [desk]: 'app Desk {\n  role Agent { members Agents grants READ_RECORDS }\n}\n',
      [directory]:
        '[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "erin", "active": true } ]',
    },
  });
  await session.looked('/desk', () => session.open(desk));
  await session.looked('/desk', () => session.open(people));
  return session;
};

const prepare = async (session: Session, path: string, text: string) =>
  (await session.request<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', session.at(path, text)))?.[0];
const outgoing = (session: Session, item: CallHierarchyItem) =>
  session.request<CallHierarchyOutgoingCall[] | null>('callHierarchy/outgoingCalls', { item });
const incoming = (session: Session, item: CallHierarchyItem) =>
  session.request<CallHierarchyIncomingCall[] | null>('callHierarchy/incomingCalls', { item });

const on = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe('call hierarchy of the server', () => {
  it('leads from a permission to people and back, with the places', async () => {
    const session = await begin();
    const permission = await prepare(session, desk, 'READ_RECORDS');
    assert.ok(permission);
    assert.equal(permission.name, 'READ_RECORDS');
    const [role] = (await outgoing(session, permission)) ?? [];
    assert.deepEqual(role?.fromRanges, [on(1, 37, 49)]);
    assert.deepEqual(
      [role?.to.uri, role?.to.name, role?.to.detail, role?.to.range, role?.to.selectionRange],
      [`file://${desk}`, 'Agent', 'role of Desk', on(1, 2, 51), on(1, 7, 12)],
    );
    const [group] = role === undefined ? [] : ((await outgoing(session, role.to)) ?? []);
    assert.deepEqual([group?.to.uri, group?.fromRanges], [`file://${people}`, [on(1, 23, 29)]]);
    const users = group === undefined ? [] : ((await outgoing(session, group.to)) ?? []);
    assert.deepEqual(
      users.map(({ to, fromRanges }) => [to.name, to.selectionRange, fromRanges]),
      [
        ['an\u{1F600}', on(1, 5, 11), [on(2, 23, 29)]],
        // Whom a directory brings stands where that is named.
        ['erin', on(0, 10, 23), [on(2, 31, 35)]],
      ],
    );
    const [user] = users;
    const back = user === undefined ? [] : ((await incoming(session, user.to)) ?? []);
    assert.deepEqual(
      back.map(({ from, fromRanges }) => [from.name, fromRanges]),
      [
        ['Agents', [on(2, 23, 29)]],
        ['Internal Users', [on(1, 5, 11)]],
      ],
    );
  });

  it('goes on after edits and from items that make no sense', async () => {
    const session = await begin();
    const group = await prepare(session, people, 'Agents');
    assert.ok(group);
    await session.looked('/desk', () => session.edit(people, 'directory', '// above\r\n\r\ndirectory'));
    await session.looked('/desk', () => session.edit(people, ', erin', ''));
    assert.deepEqual(
      (await outgoing(session, group))?.map(({ fromRanges }) => fromRanges),
      [[on(4, 23, 29)]],
    );
    const far = on(9999, 9999, 99999);
    const odd = { ...group, selectionRange: far, range: far, data: '["group","Internal Users"]' };
    assert.equal((await outgoing(session, odd))?.length, 2);
    for (const data of [undefined, 7, '{', '["user","nobody"]'])
      assert.deepEqual((await outgoing(session, { ...group, data })) ?? [], []);
    assert.equal(await incoming(session, { ...group, uri: 'file:///desk/none.writ' }), null);
    assert.deepEqual(session.errors, []);
  });

  it('has nothing where nothing grants', async () => {
    const session = await begin();
    assert.equal(await prepare(session, desk, 'app'), undefined);
    const outside = { ...session.at(desk, 'app'), position: { line: 900, character: 3 } };
    assert.equal(await session.request('textDocument/prepareCallHierarchy', outside), null);
  });
});
