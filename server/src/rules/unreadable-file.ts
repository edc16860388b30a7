// A `.writ` file that cannot be read or is not UTF-8.
import type { Rule } from './rule.ts';

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  category: 'Broken policy',
  title: 'a `.writ` file that cannot be read or is not UTF-8',
  locked: true,
  check: ({ unreadable }) =>
    [...unreadable].map(([file, why]) => ({
      place: { file, span: { start: 0, end: 0 } },
      message: `\`${file}\` cannot be read: ${why}`,
    })),
};
