// Pages of rules in an editor: the link of a diagnostic, what is offered beside its fixes, and the page itself.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver';
import { rulePages } from '../../server/src/rules/pages.generated.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { fullCapabilities, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const files = {
  '/desk/writ.json': '{ "rules": { "unused-rol": "off" } }',
  [file]: 'user alice "alice@acme.com"\ngroup G { description "x"  members alcie, nobody-there }\n',
};

const { publishDiagnostics } = fullCapabilities.textDocument ?? {};
const withLinks = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    publishDiagnostics: { ...publishDiagnostics, codeDescriptionSupport: true },
  },
};
const withPages = { ...withLinks, experimental: { writRulePages: true } };

const hrefs = (session: Session, path: string) =>
  session.published(path)?.diagnostics.map(({ codeDescription }) => codeDescription?.href);

async function actionsOn(session: Session): Promise<readonly CodeAction[]> {
  await session.open(file);
  const { textDocument, position: start } = session.at(file, 'alcie');
  const { position: end } = session.at(file, 'there');
  return session.request('textDocument/codeAction', {
    textDocument,
    range: { start, end },
    context: { diagnostics: [] },
  });
}

describe('pages of rules', () => {
  it('are what the codes of diagnostics lead to, in settings as well', async () => {
    const session = await startSession({ files, capabilities: withPages });
    assert.deepEqual(hrefs(session, file), Array(2).fill('writ-rule:/unknown-principal.md'));
    assert.deepEqual(hrefs(session, '/desk/writ.json'), ['writ-rule:/settings.md']);
  });

  it('are offered once for each rule, behind its fixes', async () => {
    const actions = await actionsOn(await startSession({ files, capabilities: withPages }));
    const isIgnoring = ({ title }: CodeAction) => title.startsWith('Ignore');
    const [last, ...others] = actions.filter((action) => !isIgnoring(action)).toReversed();
    // Behind it there is only how not to be told again.
    assert.deepEqual(actions.slice(-2).map(isIgnoring), [true, true]);
    assert.deepEqual(last?.command, {
      title: 'Show rule `unknown-principal`',
      command: 'writ.showRule',
      arguments: ['unknown-principal'],
    });
    assert.equal(last?.diagnostics?.length, 2);
    assert.ok(others.length > 0 && others.every(({ edit }) => edit !== undefined));
  });

  it('are offered in settings, behind the word that was meant', async () => {
    const session = await startSession({ files, capabilities: withPages });
    await session.open('/desk/writ.json');
    const { textDocument, position } = session.at('/desk/writ.json', 'unused-rol');
    const params = { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } };
    const actions = await session.request<readonly CodeAction[]>('textDocument/codeAction', params);
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/ \(.*\)$/, '')),
      ['Change to `"unused-role"`', 'Show rule `settings`'],
    );
  });

  it('are neither linked nor offered where the client does not show them', async () => {
    for (const capabilities of [
      fullCapabilities,
      withLinks,
      { ...fullCapabilities, experimental: { writRulePages: true } },
    ]) {
      const session = await startSession({ files, capabilities });
      assert.deepEqual(hrefs(session, file), [undefined, undefined]);
      const actions = await actionsOn(session);
      assert.ok(actions.length > 0 && actions.every(({ command }) => command === undefined));
    }
  });

  it('are told by the server, as are the rules', async () => {
    const session = await startSession({ files, capabilities: withPages });
    const told = await session.request('writ/rules', {});
    assert.deepEqual(
      told,
      rules.map(({ id, severity, category, title }) => ({ id, severity, category, title })),
    );
    for (const { id } of rules) {
      assert.deepEqual(await session.request('writ/rulePage', { rule: id }), { markdown: rulePages[id] });
    }
    for (const rule of ['unused', '__proto__', 'toString', '', '../package', 7, null]) {
      assert.equal(await session.request('writ/rulePage', { rule }), null, String(rule));
    }
    assert.deepEqual(session.errors, []);
  });
});
