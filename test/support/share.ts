// How much of a long test is run: all of it, or a share that the environment names where every change of the code is tried.
import process from 'node:process';

/** The environment variable with the share, above 0 and up to 1. */
export const shareVariable = 'WRIT_SHARE';

const part = Number(process.env[shareVariable] ?? 1);

/** That share of a number of cases, at least one. */
export function share(count: number): number {
  return Math.max(1, Math.ceil(count * part));
}
