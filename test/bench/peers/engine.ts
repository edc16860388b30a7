// What the comparison asks of every engine.
import type { BenchQuestion } from '../questions.ts';
import type { Reference } from '../reference.ts';

export interface Engine {
  readonly name: string;
  /** Its form: of several the fastest. */
  readonly form: string;
  /** Makes ready everything that does not depend on a question, in the engine's own terms. */
  build(reference: Reference, questions: readonly BenchQuestion[]): Promise<Ready>;
  /** How many people are held ready at once, by size, in a quick run and else; all where left out. */
  readonly people?: Readonly<Record<string, { readonly quick: number; readonly full: number }>>;
}

/** A question that can be asked again and again; true where it is allowed. */
export type Ask = () => boolean;

export interface Ready {
  /** One for each question of `build`, in order; undefined where the engine does not hold who asks. */
  readonly asks: readonly (Ask | undefined)[];
  /** What is ready: how many of what. */
  readonly note: string;
  /** How many people what was built is for. */
  readonly people: number;
}

/** A package of this folder's own `node_modules`, which the rest of the project does not see, nor its types. */
export async function importPeer(specifier: string): Promise<unknown> {
  return import(specifier);
}
