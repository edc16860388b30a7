// Where colour is wanted: on a terminal that can show it, unless its user says otherwise (https://no-color.org).
import type { Host, Output } from './host.ts';

export function useColor({ env }: Host, output: Output): boolean {
  return output.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
