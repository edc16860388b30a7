// A directory group inside another: the platform's groups hold users only, so its members count as the outer one's.
import { grouped } from '../text/grouped.ts';
import { fromModel, type Report, type Rule } from './rule.ts';

/** As many of one directory as a person reads; the rest is counted. */
const most = 5;

const found = fromModel({
  id: 'nested-directory-group',
  severity: 'info',
  category: 'Upkeep',
  title: 'a directory group inside another, flattened',
});

export const nestedDirectoryGroup: Rule = {
  ...found,
  check: (context) => {
    const byDirectory = grouped(found.check(context), ({ place: { file, span } }) => `${span.start} ${file}`);
    return [...byDirectory.values()].flatMap(shorten);
  },
};

function shorten(reports: readonly Report[]): Report[] {
  const [first] = reports;
  const left = reports.length - most;
  if (first === undefined || left <= 1) return [...reports];
  return [...reports.slice(0, most), { place: first.place, message: `${left} more groups of it are inside of others` }];
}
