// How much of a long test is run: all of it, or a share that the environment names where every change of the code is tried.
import process from 'node:process';

/** The environment variable with the share, above 0 and up to 1. */
export const shareVariable = 'WRIT_SHARE';

const part = Number(process.env[shareVariable] ?? 1);

/** That share of a number of cases, and at least so many. */
export function share(count: number, least = 1): number {
  return Math.max(least, Math.ceil(count * part));
}
