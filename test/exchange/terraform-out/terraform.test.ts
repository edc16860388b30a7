// What Terraform itself makes of an export, where it is installed: it loads the files, and reads every text as it was written.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { element, literal } from '../../../server/src/exchange/terraform-out/names.ts';
import { conformanceProject } from '../../conformance/outcomes.ts';
import { exportOf } from './exported.ts';

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

/** In a folder of its own, with these files; without any settings of the machine. Undefined where there is no Terraform. */
function terraform(files: readonly { path: string; text: string }[], args: string[], input = ''): Ran | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'writ-terraform-'));
  try {
    writeFileSync(path.join(folder, 'none.tfrc'), '');
    for (const { path: name, text } of files) writeFileSync(path.join(folder, name), text);
    const env = { ...process.env, TF_CLI_CONFIG_FILE: path.join(folder, 'none.tfrc'), CHECKPOINT_DISABLE: '1' };
    const ran = spawnSync('terraform', args, { cwd: folder, env, input, encoding: 'utf8' });
    return ran.error === undefined ? { status: ran.status, out: ran.stdout + ran.stderr } : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('an export to Terraform, as Terraform reads it', function () {
  this.timeout(120_000);

  it('is a configuration of one provider', function () {
    const { files } = exportOf(conformanceProject('desk'));
    const ran = terraform(files, ['providers']);
    if (ran === undefined) return this.skip();
    assert.match(ran.out, /provider\[registry\.terraform\.io\/elementumltd\/elementum\]/);
    assert.equal(ran.status, 0, ran.out);
    const [first] = files.filter(({ path: name }) => name.startsWith('writ_'));
    const twice = terraform([...files, { path: 'again.tf.json', text: first?.text ?? '' }], ['providers']);
    assert.match(twice?.out ?? '', /Duplicate/);
  });

  it('has every text as it was, and finds it as a key', function () {
    const texts = [
      '$\u007bx}',
      '$$\u007bx}',
      '$$$\u007bx}',
      '%{ if }',
      '%%{x}',
      '"q"',
      'a\\b',
      '\b\f\n\r\t\u0000\u001f',
      '\\b',
      '代理 é 😀',
      '$%{$\u007b',
    ];
    const locals = {
      all: texts.map(literal),
      keys: Object.fromEntries(texts.map((text, i) => [literal(text), i])),
      found: texts.map((text) => element('local.keys', text)),
    };
    const file = { path: 'a.tf.json', text: JSON.stringify({ locals }) };
    const ran = terraform([file], ['console'], 'base64encode(jsonencode([local.all, local.found]))\n');
    if (ran === undefined) return this.skip();
    const printed = Buffer.from(ran.out.replaceAll('"', '').trim(), 'base64').toString('utf8');
    assert.equal(ran.status, 0, ran.out);
    assert.deepEqual(JSON.parse(printed), [texts, texts.map((_, i) => i)]);
  });
});
