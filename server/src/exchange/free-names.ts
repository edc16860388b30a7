// Names that are told apart where the language needs it and what is imported does not.

/** The groups of the platform, which always exist and are never declared. */
export const systemGroups: ReadonlySet<string> = new Set(['Internal Users', 'External Users']);

/** Names of one scope, with the number that the next one of a name that is taken gets. */
export interface Names {
  readonly taken: Set<string>;
  readonly next: Map<string, number>;
}

export function namesOf(taken: Iterable<string> = []): Names {
  return { taken: new Set(taken), next: new Map() };
}

/** The name if nothing has it yet, else with a number behind it; it is taken from then on. */
export function freeName(
  { taken, next }: Names,
  wanted: string,
  spell: (i: number) => string = (i) => `${wanted} (${i})`,
): string {
  let name = wanted;
  for (let i = next.get(wanted) ?? 2; taken.has(name); i++) {
    name = spell(i);
    next.set(wanted, i + 1);
  }
  taken.add(name);
  return name;
}
