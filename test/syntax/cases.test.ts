// Every file of `cases/`: each text gives exactly the tree and the problems that stand beside it; UPDATE=1 writes them anew.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'mocha';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { printFile } from '../support/tree.ts';
import { readCases, writeBody, writeCases } from './case-file.ts';

const folder = new URL('./cases/', import.meta.url);

function bodyOf(text: string): string {
  const file = parseFile(text);
  return writeBody(file, printFile(file));
}

function update(url: URL): void {
  const { comment, cases } = readCases(readFileSync(url, 'utf8'));
  const made = cases.map(({ title, text }) => ({ title, body: bodyOf(text) }));
  writeFileSync(url, writeCases(comment, made));
}

for (const name of readdirSync(folder).sort()) {
  const url = new URL(name, folder);
  if (process.env['UPDATE'] === '1') update(url);
  const { cases } = readCases(readFileSync(url, 'utf8'));
  describe(`syntax: ${name.replace('.txt', '')}`, () => {
    for (const { title, text, body } of cases) it(title, () => assert.equal(bodyOf(text), body));
  });
}
