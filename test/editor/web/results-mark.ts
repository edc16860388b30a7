// How the suite in a browser, which has no disk, tells its results: as a line of the console.

/** Begins the line. */
export const resultsMark = 'WRIT_RESULTS ';
