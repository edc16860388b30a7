// The page of a rule. All of them together are longer than the server is at its start: they are read when one is asked for.

/** Takes the id of a rule; undefined for what is none. */
export async function pageOfRule(id: string): Promise<string | undefined> {
  const { rulePages } = await import('./pages.generated.ts');
  return Object.hasOwn(rulePages, id) ? rulePages[id] : undefined;
}
