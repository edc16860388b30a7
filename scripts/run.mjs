// The one door to every script: installs what the lock file names, then runs a TypeScript file with the Node the project brings.
// It is plain JavaScript of Node 20, as it has to work right after `git clone`, with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The oldest Node that runs TypeScript as it stands, its types stripped without a flag. */
const oldestTypeScriptNode = /** @type {const} */ ([22, 18]);
const LOCK_POLL_MS = 250;

/** @typedef {{ version: string, optional?: boolean, optionalDependencies?: Record<string, string> }} Locked */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The packages that a lock file (package-lock.json, or npm's own record of what is installed) lists, by path.
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * The packages with binaries for this platform that a lock file does not list, as `name@version`. A lock file has only what the
 * registry held when it was made, and npm then overlooks the rest without a word.
 * @param {string} folder absolute
 */
function unlockedBinaries(folder) {
  const wanted = lockedPackages(path.join(folder, 'package-lock.json')) ?? {};
  const platform = `${process.platform}-${process.arch}`;
  return Object.values(wanted)
    .flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
    .filter(([name]) => name.includes(platform) && !name.endsWith('musl') && !wanted[`node_modules/${name}`])
    .map(([name, version]) => `${name}@${version}`);
}

/**
 * Whether `node_modules` of a folder holds exactly the versions that its package-lock.json names. An optional package may be
 * missing (it is for another platform), but not be of another version.
 * @param {string} folder absolute
 */
function isInstalled(folder) {
  const wanted = lockedPackages(path.join(folder, 'package-lock.json')) ?? {};
  const present = lockedPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!present) return false;
  const hasLocked = Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const there = present[name];
    // The record may be of another folder that shares its files with this one.
    return there ? there.version === entry.version && existsSync(path.join(folder, name)) : entry.optional === true;
  });
  return hasLocked && unlockedBinaries(folder).every((each) => present[`node_modules/${each.replace(/@[^@]*$/, '')}`]);
}

/** npm's settings of the run that started this one would steer the nested run: only those of the user's own files count. */
function cleanEnvironment() {
  const steering = /^npm_(?:package|lifecycle|command)|^npm_config_(?:local_prefix|ignore_scripts)$|^INIT_CWD$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}

/**
 * Runs npm in a folder and throws with its output when it fails.
 * @param {string} folder absolute
 * @param {readonly string[]} args
 */
export function npm(folder, args) {
  const script = process.env['npm_execpath'];
  const isScript = script?.endsWith('npm-cli.js') === true;
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(isScript ? process.execPath : 'npm', isScript ? [script, ...all] : all, {
    cwd: folder,
    env: cleanEnvironment(),
    shell: !isScript && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  throw new Error(`npm ${args.join(' ')} failed in ${folder}\n${result.stdout ?? ''}${result.stderr ?? result.error}`);
}

/**
 * Takes a lock, which is a file that names the process that made it. One whose process is gone was left behind.
 * @param {string} lock absolute
 */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Not `npm ci`, which refuses a lock file that does not list every platform; `--no-save` leaves that file alone as well.
 * @param {string} folder absolute
 */
function install(folder) {
  npm(folder, ['install', '--no-save', '--ignore-scripts']);
  const binaries = unlockedBinaries(folder);
  if (binaries.length > 0) npm(folder, ['install', '--no-save', '--ignore-scripts', ...binaries]);
}

/**
 * Makes `node_modules` of a folder what its lock file says; `after` completes an install. Several processes may ask at once.
 * @param {string} folder absolute
 * @param {() => boolean} isComplete whether `after` has done its part
 * @param {() => void} after
 */
export async function ensureInstalled(folder, isComplete = () => true, after = () => {}) {
  const isDone = () => isInstalled(folder) && isComplete();
  if (isDone()) return;
  const name = path.relative(root, folder).replaceAll(path.sep, '/');
  const lock = path.join(root, '.cache', `installing-${name.replaceAll('/', '-')}`);
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  try {
    if (isDone()) return;
    const started = Date.now();
    console.error(`installing the packages of ${name || 'the project'}`);
    if (!isInstalled(folder)) install(folder);
    after();
    console.error(`installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The Node that runs the project's TypeScript: the one among its packages, or this one where none is for the platform. */
export function projectNode() {
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = path.join('bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const found = [`node-${platform}`, `node-bin-${platform}`].map((name) => path.join(root, 'node_modules', name, file));
  const bundled = found.find((each) => existsSync(each));
  if (bundled) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestTypeScriptNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  throw new Error(`no Node for ${platform} among the packages: use Node ${oldestTypeScriptNode.join('.')} or newer`);
}

/**
 * Runs a file of the project and ends as it ends. Ctrl-C reaches it through the terminal; other signals are passed on.
 * @param {string} file relative to the root
 * @param {readonly string[]} args
 */
function runFile(file, args) {
  const node = projectNode();
  const PATH = `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(node, [path.resolve(root, file), ...args], { stdio: 'inherit', env: { ...process.env, PATH } });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Error('usage: node scripts/run.mjs FILE.ts [ARGUMENT…]');
  await ensureInstalled(root);
  runFile(file, args);
}
