// Kleene's logic of three values: what is unknown may still turn out either way.

export type Truth = 'true' | 'false' | 'unknown';

export function truthOf(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return truth;
  return truth === 'true' ? 'false' : 'true';
}

/** False as soon as one is, true where all are; of none, true. Later ones are not asked once one is false. */
export function every<T>(items: Iterable<T>, ask: (item: T) => Truth): Truth {
  let all: Truth = 'true';
  for (const item of items) {
    const truth = ask(item);
    if (truth === 'false') return truth;
    if (truth === 'unknown') all = truth;
  }
  return all;
}

/** True as soon as one is, false where all are; of none, false. Later ones are not asked once one is true. */
export function some<T>(items: Iterable<T>, ask: (item: T) => Truth): Truth {
  return opposite(every(items, (item) => opposite(ask(item))));
}
