// Writ: Who Can… lists who may do something somewhere, with what each has it by.
import { projectOf, textsIn } from '../arguments.ts';
import { chooseWho } from '../lists.ts';
import { choicesOf } from '../principals.ts';
import { showList } from '../views/show-list.ts';
import type { Command } from '../writ.ts';

/** Called with `{ permission, place }` and perhaps a `project`, it asks nothing. Gives what it shows. */
export const whoCan: Command = {
  id: 'writ.whoCan',
  async run(writ, argument) {
    const project = await projectOf(writ, argument);
    if (project === undefined) return undefined;
    const { permission, place } = textsIn(argument);
    if (permission !== undefined && place !== undefined) return showList(writ, project, { who: { permission, place } });
    const choices = await choicesOf(writ, project);
    const request = choices && (await chooseWho(writ.ask, choices));
    return request && showList(writ, project, request);
  },
};
