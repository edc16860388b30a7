// Notices that a directory file holds only some pages of a list, whose missing people could hold access.
import { draftAt, type ListPage, type ProblemDraft } from './scim-resources.ts';

interface Series {
  readonly first: ListPage;
  count: number;
  total: number;
}

/**
 * Takes the lists of a file in order; gives a problem for each of which the file holds fewer resources than it says there
 * are. A page belongs to the list before it where it starts past the first resource, or, in cursor paging (RFC 9865), which
 * numbers nothing, where that list is not full and has the same total.
 */
export function missingPages(pages: readonly ListPage[]): ProblemDraft[] {
  const all: Series[] = [];
  for (const page of pages) {
    const last = all.at(-1);
    const total = page.total ?? page.count;
    const unnumbered = page.start === undefined && last?.total === total && last.count < last.total;
    if (last !== undefined && ((page.start ?? 1) > 1 || unnumbered)) {
      last.count += page.count;
      last.total = total;
    } else all.push({ first: page, count: page.count, total });
  }
  return all
    .filter((series) => series.count < series.total)
    .map(({ first, count, total }) => {
      const message = `the file holds ${count} of the ${total} resources that this list has`;
      return { ...draftAt(first, ['totalResults'], message), kind: 'incomplete' };
    });
}
