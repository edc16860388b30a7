// What `npm run oracle` is told, and what each of its parts comes to.

export interface Options {
  /** A bounded share: all parts together in under a minute. */
  readonly quick: boolean;
  /** The same seed asks the same. */
  readonly seed: number;
  /** How many disagreements of a part are shown whole, each as small as it still shows. */
  readonly show: number;
  /** The random organization, round or pair of this number alone; undefined for all of them. */
  readonly only: number | undefined;
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
}
