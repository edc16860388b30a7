// Notices that a directory holds only some pages of a list, whose missing people could hold access.
import { draftAt, type ListPage, type ProblemDraft } from './scim-resources.ts';

interface Series {
  readonly first: ListPage;
  hasStart: boolean;
  count: number;
  total: number;
}

/**
 * Takes the lists of a directory in order; gives a problem for each of which the directory holds fewer resources than it says
 * there are. A page belongs to the list before it where it starts past the first resource, or, in cursor paging (RFC 9865),
 * which numbers nothing, where that list is not full and has the same total. Files may name the pages of a list in another
 * order (`page10` before `page2`): then it belongs to a list of the same total that lacks as many.
 */
export function missingPages(pages: readonly ListPage[]): ProblemDraft[] {
  const all: Series[] = [];
  const open = new Map<number, Series>();
  for (const page of pages) {
    const total = page.total ?? page.count;
    const series = seriesOf(page, total, all.at(-1), open.get(total));
    if (series === undefined) {
      const begun = { first: page, hasStart: (page.start ?? 1) <= 1, count: page.count, total };
      all.push(begun);
      open.set(total, begun);
    } else {
      series.count += page.count;
      series.total = total;
      series.hasStart ||= (page.start ?? 1) <= 1;
    }
  }
  return all
    .filter((series) => series.count < series.total)
    .map(({ first, count, total }) => {
      const message = `the directory holds ${count} of the ${total} resources that this list has`;
      return { ...draftAt(first, ['totalResults'], message), kind: 'incomplete' };
    });
}

/** The list that a page goes on with: the one before it, or an unfinished one of the same total. */
function seriesOf(
  { start, count, kind }: ListPage,
  total: number,
  last: Series | undefined,
  open: Series | undefined,
): Series | undefined {
  const lacks = (series: Series | undefined) =>
    series !== undefined && series.total === total && series.count + count <= total ? series : undefined;
  if (start === undefined) return last?.total === total && last.count < last.total ? last : undefined;
  // The total may have changed between two requests.
  const isNext = (before: Series) => before.count < before.total || start === before.count + 1;
  const goesOn = last !== undefined && last.first.kind === kind && isNext(last);
  if (start > 1) return lacks(last) ?? lacks(open) ?? (goesOn ? last : undefined);
  return open?.hasStart === false ? lacks(open) : undefined;
}
