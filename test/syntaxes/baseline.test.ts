// The tokens of a whole file, kept beside it; UPDATE=1 makes them anew.
import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { describeLine, tokenize } from '../support/tokenize.ts';

const folder = new URL('baseline/', import.meta.url);

describe('grammar: a whole file', () => {
  it('has the tokens that were agreed', async () => {
    const text = await readFile(new URL('clinic.writ', folder), 'utf8');
    const found = `${tokenize(text).map(describeLine).join('\n')}\n`;
    const file = new URL('clinic.tokens', folder);
    if (process.env['UPDATE'] === '1') await writeFile(file, found);
    assert.equal(found, await readFile(file, 'utf8'));
  });
});
