// Writ: What Can… lists what somebody may do somewhere, with what each permission comes from.
import { projectOf, textsIn } from '../arguments.ts';
import { chooseWhat } from '../lists.ts';
import { choicesOf } from '../principals.ts';
import { showList } from '../views/show-list.ts';
import type { Command } from '../writ.ts';

/** Called with `{ principal, place }` and perhaps a `project`, it asks nothing. Gives what it shows. */
export const whatCan: Command = {
  id: 'writ.whatCan',
  async run(writ, argument) {
    const project = await projectOf(writ, argument);
    if (project === undefined) return undefined;
    const { principal, place } = textsIn(argument);
    if (principal !== undefined && place !== undefined) return showList(writ, project, { what: { principal, place } });
    const choices = await choicesOf(writ, project);
    const request = choices && (await chooseWhat(writ.ask, choices));
    return request && showList(writ, project, request);
  },
};
