// Who can and what can as lists to look through, with the real server behind them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Ask } from '../../client/src/ask.ts';
import { chooseWhat, chooseWho, showLines } from '../../client/src/lists.ts';
import { choicesOf } from '../../client/src/principals.ts';
import { shownText } from '../../client/src/shown-text.ts';
import type { ListRequest, ListResult, WireLine } from '../../server/src/lsp/protocol-lists.ts';
import { type Session, startSession } from '../lsp/session.ts';
import { nasty } from '../support/nasty.ts';
import { play, type Script } from './played.ts';

const file = '/desk/a.writ';
const text = `user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "All" members bob }
managed role Admin { members alice }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "Works" members Agents grants READ_RECORDS, CREATE_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
}
`;

async function begin(content = text): Promise<Session> {
  const session = await startSession({ files: { [file]: content } });
  await session.looked('/desk', () => session.open(file));
  return session;
}

function list(session: Session, request: ListRequest, typed = ''): Promise<ListResult | null> {
  return session.request('writ/list', { project: 'file:///desk', request, text: typed });
}

/** What a list says, a line for each. */
function said(result: ListResult | null): string[] {
  assert.ok(result !== null && 'lines' in result, JSON.stringify(result));
  return result.lines.map(({ name, kind, when, origin, location }) => {
    const line = location === null ? 'nowhere' : `${location.uri.split('/').at(-1)}:${location.range.start.line + 1}`;
    return `${name} (${kind}) ${when ?? 'always'} - ${origin} - ${line}`;
  });
}

const who = { who: { permission: 'READ_RECORDS', place: '"Service Desk"' } };

describe('lists', () => {
  it('say who can, when, by what, and where that is written', async () => {
    const session = await begin();
    const all = await list(session, who);
    assert.ok(all !== null && 'lines' in all);
    assert.deepEqual(
      [all.question, all.headline, all.more],
      ['who can READ_RECORDS in "Service Desk"', '2 principals', 0],
    );
    assert.deepEqual(said(all), [
      'Agents (group) Status is "Open" - role `Agent`; policy `Open ones` - a.writ:7',
      'alice (user) always - role `Admin` (`ADMIN`) - a.writ:4',
    ]);
    assert.deepEqual(said(await list(session, who, 'ADMIN')).length, 1);
    assert.deepEqual(said(await list(session, who, 'open agent')).length, 1);
    assert.deepEqual(said(await list(session, who, 'zed')), []);
  });

  it('show names without the backticks of sentences', async () => {
    const session = await begin();
    const details: (string | undefined)[] = [];
    const played = play([undefined]);
    const ask: Ask = {
      ...played.ask,
      search(title, look, more) {
        const noted: typeof look = async (typed) => {
          const options = await look(typed);
          details.push(...options.map(({ detail }) => detail));
          return options;
        };
        return played.ask.search(title, noted, more);
      },
    };
    const nothing = async () => {};
    const find = (typed: string) => list(session, who, typed);
    const { shown } = await showLines(ask, { find, preview: nothing, open: nothing, leave: nothing, peek: nothing });
    await shown;
    assert.deepEqual(details, ['role Agent; policy Open ones', 'role Admin (ADMIN)']);
  });

  it('say what somebody can, and of no list why there is none', async () => {
    const session = await begin();
    assert.deepEqual(said(await list(session, { what: { principal: 'bob', place: '"Service Desk"' } })), [
      'CREATE_RECORDS (Create Records) always - role `Agent` through `Agents` - a.writ:7',
      'READ_RECORDS (View Records) Status is "Open" - role `Agent` through `Agents`; policy `Open ones` through `Agents` - a.writ:7',
    ]);
    assert.deepEqual(said(await list(session, { question: 'who can SCIM in organization' })).length, 1);
    const wrong = await list(session, { question: 'alice can READ_RECORDS in organization' });
    assert.deepEqual(wrong, { problem: 'this question has no list' });
    assert.match(JSON.stringify(await list(session, { question: 'who can' })), /problem/);
  });

  it('have no more lines than anybody reads, and find the others', async () => {
    const users = Array.from({ length: 500 }, (_, i) => `user u${i} "u${i}@acme.com"`).join('\n');
    const members = Array.from({ length: 500 }, (_, i) => `u${i}`).join(', ');
    const session = await begin(`${users}\nrole R { description "x" members ${members} grants READ_ROLES }\n`);
    const request = { who: { permission: 'READ_ROLES', place: 'organization' } };
    const all = await list(session, request);
    assert.ok(all !== null && 'lines' in all);
    assert.deepEqual([all.lines.length, all.more, all.headline], [200, 300, '500 people']);
    assert.deepEqual(said(await list(session, request, 'u499')).length, 1);
  });

  it('are looked through: one line leads to where it comes from, or all of them do, or none', async () => {
    const session = await begin();
    const look = async (script: Script, isPeeked = false) => {
      const done: string[] = [];
      const { ask, offered } = play(script, isPeeked);
      const { shown } = await showLines(ask, {
        find: (typed) => list(session, who, typed),
        preview: ({ name }) => done.push(`preview ${name}`),
        open: async ({ name }: WireLine) => {
          done.push(`open ${name}`);
        },
        leave: async () => {
          done.push('leave');
        },
        peek: (lines) => done.push(`peek ${lines.length}`),
      });
      await shown;
      return { done, offered };
    };
    assert.deepEqual(await look(['alice']), { done: ['preview alice', 'open alice'], offered: [['alice']] });
    assert.deepEqual((await look([undefined])).done, ['leave']);
    assert.deepEqual((await look(['alice'], true)).done, ['peek 1']);
  });

  it('are asked for in few steps', async () => {
    const session = await begin();
    const choices = await choicesOf({ client: { sendRequest: session.request } }, { project: 'file:///desk' });
    assert.ok(choices);
    assert.deepEqual(await chooseWho(play(['READ_RECORDS', '"Service Desk"']).ask, choices), who);
    assert.deepEqual(await chooseWhat(play(['bob', 'organization']).ask, choices), {
      what: { principal: 'bob', place: 'organization' },
    });
    for (const script of [[undefined], ['READ_RECORDS', undefined]])
      assert.equal(await chooseWho(play(script).ask, choices), undefined);
    for (const script of [[undefined], ['bob', undefined]])
      assert.equal(await chooseWhat(play(script).ask, choices), undefined);
  });
});

describe('words of anyone’s in lists of the editor', () => {
  for (const [what, name] of Object.entries({ ...nasty, 'an icon': '$(alert) $(sync~spin)' }))
    it(`are one line without marks and icons: ${what}`, () => {
      const shown = shownText(name);
      assert.doesNotMatch(shown, /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]|\p{Cs}|(?<!\\)\$\(/u);
    });
});
