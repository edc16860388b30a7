// Principals to choose from: the server looks for what is typed, as an organization has tens of thousands of them.
import {
  type EvaluationChoices,
  evaluationChoicesRequest,
  type FoundPrincipals,
  type PrincipalSearch,
  type ProjectParams,
  principalsRequest,
} from '../../server/src/lsp/protocol.ts';
import type { Ask, Option } from './ask.ts';
import { l10n } from './l10n.ts';

/** What can be asked about: everything but principals in lists, and those by looking for them. */
export interface Choices extends EvaluationChoices {
  readonly find: (search: PrincipalSearch) => Promise<FoundPrincipals>;
}

/** What requests go by. */
interface Asking {
  readonly client: { sendRequest<R>(method: string, params: object): Promise<R> };
}

/** Undefined where there is no such project. */
export async function choicesOf({ client }: Asking, project: ProjectParams): Promise<Choices | undefined> {
  const choices = await client.sendRequest<EvaluationChoices | null>(evaluationChoicesRequest, project);
  if (choices === null) return undefined;
  const none: FoundPrincipals = { principals: [], more: 0 };
  const find = async (search: PrincipalSearch) =>
    (await client.sendRequest<FoundPrincipals | null>(principalsRequest, { ...project, ...search })) ?? none;
  return { ...choices, find };
}

export interface PrincipalQuestion extends Omit<PrincipalSearch, 'text'> {
  readonly title: string;
  /** What may be chosen instead, behind what was found. */
  readonly others?: readonly Option<string>[];
}

/** Gives the name as a question writes it; undefined where the user leaves. */
export function choosePrincipal(
  ask: Ask,
  choices: Pick<Choices, 'find'>,
  { title, others = [], ...search }: PrincipalQuestion,
): Promise<string | undefined> {
  return ask.search(title, async (text) => [...(await searchPrincipals(choices, { ...search, text })), ...others]);
}

/** The principals that fit, to choose from. */
export async function searchPrincipals(
  { find }: Pick<Choices, 'find'>,
  search: PrincipalSearch,
): Promise<Option<string>[]> {
  const { principals, more } = await find(search);
  const options = principals.map(({ name, kind, detail }): Option<string> => {
    return { label: name, description: `${kind}, ${detail}`, value: name };
  });
  const last = options.at(-1);
  // That there are others is said where the list ends: to type more finds them.
  return last === undefined || more === 0 ? options : [...options.slice(0, -1), { ...last, detail: moreText(more) }];
}

function moreText(more: number): string {
  return l10n.t('and {0} more: type some letters of a name, an address or a group', more);
}
