// What lenses of questions lead to: the lines of the answer, with what they come from.

import { projectOf, textsIn } from '../arguments.ts';
import { showList as show } from '../views/show-list.ts';
import type { Command } from '../writ.ts';

/** Not in the palette. Called with `{ question }` and perhaps a `project`; gives what it shows. */
export const showList: Command = {
  id: 'writ.showList',
  async run(writ, argument) {
    const { question } = textsIn(argument);
    const project = question === undefined ? undefined : await projectOf(writ, argument);
    return project === undefined || question === undefined ? undefined : show(writ, project, { question });
  },
};
