// Completion scripts in their own shells: what is offered where the command line ends, for every shell that is at hand.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, before, describe, it } from 'mocha';
import { completions } from '../../server/src/cli/completion/registry.ts';
import { reporters } from '../../server/src/cli/reporters/registry.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { writ } from './memory-host.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-completion-')));
const work = path.join(folder, 'work');

/** Where names of files or folders are the shell's own to offer: all of the working folder, or the folders. */
const files: readonly string[] = ['a b.writ', 'desk.writ', 'policies'];
const folders: readonly string[] = ['policies'];
const nothing: readonly string[] = [];

/** What is typed up to the cursor, and what is offered there. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['writ ch', ['check']],
  ['writ help ex', ['export']],
  ['writ check --fo', ['--format']],
  ['writ check --format ', [...reporters.keys()]],
  ['writ check --format s', ['sarif']],
  ['writ check desk.writ --format s', ['sarif']],
  ['writ test --format=j', ['json', 'junit']],
  ['writ test --format q', nothing],
  ['writ check ', files],
  ['writ check desk.writ ', files],
  ['writ check --format json ', files],
  ['writ check --format=json ', files],
  ['writ check --project ', folders],
  ['writ check --as-of ', nothing],
  ['writ import ', ['scim', 'terraform']],
  ['writ import terraform ', files],
  ['writ import --out policies terraform ', files],
  ['writ export cedar q', nothing],
  ['writ completion ', [...completions.keys()]],
  ['writ rules syn', rules.map(({ id }) => id).filter((id) => id.startsWith('syn'))],
  ['writ fix --rule unknown-r', rules.map(({ id }) => id).filter((id) => id.startsWith('unknown-r'))],
  ['writ fix --rule syntax --rule unknown-r', rules.map(({ id }) => id).filter((id) => id.startsWith('unknown-r'))],
  ['writ nothing --fo', nothing],
];

function run(program: string, args: readonly string[], input = ''): string {
  const { PATH = '', SYSTEMROOT = '' } = process.env;
  const env = { PATH, SYSTEMROOT, HOME: folder, TERM: 'dumb', LC_ALL: 'C' };
  const result = spawnSync(program, args, { cwd: work, env, input, encoding: 'utf8', timeout: 60_000 });
  assert.equal(result.status, 0, `${program} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0;
}

/** Bash splits words at `=`, and asks a function with the words; what readline then does of itself is named by `compopt`. */
function inBash(script: string, typed: string): string[] {
  const words = typed.split(' ').flatMap((word) => word.split(/(=)/).filter((each) => each !== '' || word === ''));
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const asked = `source '${script}'
    compopt() { printf '%s\\n' "$*"; }
    COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}
    _writ
    if ((\${#COMPREPLY[@]})); then printf '%s\\n' "\${COMPREPLY[@]}"; fi`;
  const offered = run('bash', ['--norc', '--noprofile', '-c', asked]).split('\n').filter(Boolean);
  if (offered[0] === '-o default') return [...files];
  return offered[0] === '-o dirnames' ? [...folders] : offered;
}

/** A terminal of its own, in which `compadd`, through which everything is offered, writes down what that is. */
function inZsh(script: string, typed: string): string[] {
  const inner = path.join(folder, 'inner.zsh');
  const offers = path.join(folder, 'offers');
  writeFileSync(offers, '');
  writeFileSync(
    inner,
    `autoload -Uz compinit; compinit -u -d '${path.join(folder, 'dump')}'
source '${script}'
compadd() {
  if [[ " $* " == *' '-(O|A|D)' '* ]]; then builtin compadd "$@"; return; fi
  local -a hits; builtin compadd -O hits "$@"
  (( $#hits )) && print -rl -- $hits >> '${offers}'
  builtin compadd "$@"
}
capture() { _main_complete; exit }
zle -C capture complete-word capture
bindkey '^I' capture
PROMPT='' ; print ready
`,
  );
  const outer = `zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell ${JSON.stringify(`source '${inner}'`)}
    while zpty -r shell line; do [[ $line == ready* ]] && break; done
    zpty -n -w shell ${JSON.stringify(typed)}$'\\t'
    while zpty -r shell line; do :; done
    cat '${offers}'`;
  return run('zsh', ['-f', '-c', outer]).split('\n').filter(Boolean);
}

function inFish(script: string, typed: string): string[] {
  const asked = `source '${script}'; complete -C '${typed}'`;
  return run('fish', ['--no-config', '-c', asked])
    .split('\n')
    .map((line) => line.replace(/\t.*$/, ''))
    .filter(Boolean);
}

function inPowerShell(script: string, typed: string): string[] {
  const asked = `. '${script}'
    [System.Management.Automation.CommandCompletion]::CompleteInput('${typed}', ${typed.length}, $null).CompletionMatches |
      ForEach-Object { $_.CompletionText }`;
  return run('pwsh', ['-NoProfile', '-NonInteractive', '-Command', asked]).split(/\r?\n/).filter(Boolean);
}

/** Some shells write the option again, or the slash of a folder, or escape a blank. */
function plain(offers: readonly string[]): string[] {
  return [...new Set(offers.map((each) => each.replace(/^(?:--[a-z-]+=)(?=.)|\/$|\\(?= )|^["']|["']$/g, '')))].sort();
}

interface Shell {
  readonly program: string;
  readonly ending: string;
  readonly offers: (script: string, typed: string) => string[];
  /** It offers names of files wherever a script offers nothing, in its own way. */
  readonly hasOwnFiles?: true;
}

const shells: Readonly<Record<string, Shell>> = {
  bash: { program: 'bash', ending: 'bash', offers: inBash },
  zsh: { program: 'zsh', ending: 'zsh', offers: inZsh },
  fish: { program: 'fish', ending: 'fish', offers: inFish },
  powershell: { program: 'pwsh', ending: 'ps1', offers: inPowerShell, hasOwnFiles: true },
};

describe('completion scripts', () => {
  before(() => {
    mkdirSync(path.join(work, 'policies'), { recursive: true });
    for (const name of files.slice(0, 2)) writeFileSync(path.join(work, name), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const shell of completions.keys()) {
    const { program = '', ending = '', offers = () => [], hasOwnFiles = false } = shells[shell] ?? {};
    const tried = cases.filter(([, expected]) => !hasOwnFiles || ![files, folders, nothing].includes(expected));
    it(`${shell} completes commands, options, values and files`, async function () {
      if (!isThere(program)) {
        console.log(`${program} is not installed: its completion is not tested`);
        this.skip();
      }
      this.timeout(120_000);
      const script = path.join(folder, `script.${ending}`);
      const { status, out, err } = await writ(['completion', shell]);
      assert.deepEqual([status, err], [0, '']);
      writeFileSync(script, out);
      const wrong = tried.flatMap(([typed, expected]) => {
        const got = plain(offers(script, typed)).join(', ');
        const wanted = plain(expected).join(', ');
        return got === wanted ? [] : [`${typed}|: ${got} instead of ${wanted}`];
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('have every command and option of the help', async () => {
    const { out: help } = await writ(['help']);
    const commands = [...help.matchAll(/^ {2}([a-z]+) {1,}/gm)].map(([, name = '']) => name);
    assert.ok(commands.length > 10, help);
    for (const shell of completions.keys()) {
      const { out: script } = await writ(['completion', shell]);
      for (const command of commands) {
        assert.ok(new RegExp(`\\b${command}\\b`).test(script), `${shell}: ${command}`);
        const { out } = await writ(['help', command]);
        for (const [, option = ''] of out.matchAll(/^ {2}--([a-z-]+)/gim))
          assert.ok(
            script.includes(shell === 'fish' ? `-l ${option}` : `--${option}`),
            `${shell}: ${command} --${option}`,
          );
      }
    }
  });
});
