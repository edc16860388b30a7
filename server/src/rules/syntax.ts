// Text that does not parse.
import { syntaxProblems } from '../syntax/parse.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';

export const syntax: Rule = {
  id: 'syntax',
  severity: 'error',
  category: 'Broken policy',
  title: 'text that does not parse',
  locked: true,
  check: ({ sources }) =>
    [...sources].flatMap(([file, source]) =>
      syntaxProblems(source).map(({ span, message, fix }) => {
        const fixes: Fix[] =
          fix === undefined
            ? []
            : [
                {
                  title: fix.title,
                  edits: [{ place: { file, span: fix.span }, text: fix.text }],
                  safe: false,
                  preferred: true,
                },
              ];
        return { place: { file, span }, message, fixes };
      }),
    ),
};
