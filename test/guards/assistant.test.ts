// The tools of assistants: what VS Code is told of each is what the core says, and every one is offered and described.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import packageJson from '../../package.json' with { type: 'json' };
import packageTexts from '../../package.nls.json' with { type: 'json' };
import { at } from '../../scripts/places.ts';
import { assistantTools } from '../../server/src/ide/assistant/tools.ts';

/** English, by their keys. */
const texts = new Map(Object.entries(packageTexts));
const project = { type: 'string', description: 'The name of the project, where several are open.' };

describe('guard: the tools of assistants', () => {
  it('are contributed as the core has them, with the project beside', () => {
    const contributed = packageJson.contributes.languageModelTools.map(
      ({ name, displayName, modelDescription, inputSchema }) => ({
        name,
        displayName: texts.get(displayName.slice(1, -1)),
        modelDescription,
        inputSchema,
      }),
    );
    const own = assistantTools.map(({ name, title, description, input }) => ({
      name: `writ_${name}`,
      displayName: title,
      modelDescription: description,
      inputSchema: { ...input, properties: { ...input.properties, project } },
    }));
    assert.deepEqual(contributed, own);
  });

  it('are all offered by the client', () => {
    const text = readFileSync(at('client', 'src', 'assistant.ts'), 'utf8');
    const [, listed = ''] = /const tools = \[([^\]]*)\]/.exec(text) ?? [];
    assert.deepEqual(
      [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name),
      assistantTools.map(({ name }) => name),
    );
  });

  it('are in the documentation of the command line', () => {
    const text = readFileSync(at('docs', 'command-line.md'), 'utf8');
    for (const { name } of assistantTools) assert.ok(text.includes(`\`${name}\``), name);
  });
});
