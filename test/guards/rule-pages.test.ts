// The generated module of rule pages says what the Markdown files say.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { renderRulePages, rulePagesFile } from '../../scripts/rule-pages.ts';

describe('rule pages', () => {
  it('are current: `npm run pages` brings them up to date', async () => {
    const present = existsSync(rulePagesFile) ? readFileSync(rulePagesFile, 'utf8') : undefined;
    assert.equal(present, await renderRulePages());
  });
});
