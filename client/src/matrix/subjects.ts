// The dialogues of a matrix: what it is about, and what it is compared with. Knows no editor: it asks through `Ask`.
import type { MatrixSubject } from '../../../server/src/lsp/protocol-lists.ts';
import type { Ask, Option } from '../ask.ts';
import { placeOption } from '../evaluation-flow.ts';
import { l10n } from '../l10n.ts';
import { type Choices, searchPrincipals } from '../principals.ts';
import type { Against } from './session.ts';

/** Places first, then principals; undefined where the user leaves. */
export function chooseSubject(ask: Ask, choices: Choices): Promise<MatrixSubject | undefined> {
  return ask.search(l10n.t('Effective permissions: in which place, or of whom?'), async (text) => {
    const places = placeOptions(choices, text).map((option): Option<MatrixSubject> => {
      return { ...option, value: { in: option.value } };
    });
    const principals = await searchPrincipals(choices, { text });
    return [
      ...places,
      ...principals.map((option): Option<MatrixSubject> => ({ ...option, value: { of: option.value } })),
    ];
  });
}

function placeOptions({ places }: Choices, text: string): Option<string>[] {
  const words = text.toLowerCase().split(/\s+/);
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word));
  return places.flatMap(({ name, kind }) => (fits(`${name} ${kind}`) ? [placeOption({ name, kind })] : []));
}

/** Another state of the texts that a matrix can be compared with. */
export interface BaseSource {
  readonly label: string;
  readonly detail: string;
  /** Undefined where the user leaves. */
  readonly choose: () => Promise<Against | undefined>;
}

export interface Compared {
  readonly subject: MatrixSubject;
  readonly against: Against | undefined;
  /** Those that the editor has. */
  readonly sources: readonly BaseSource[];
}

/** `none`: with nothing any more; undefined where the user leaves. */
export async function chooseAgainst(
  ask: Ask,
  choices: Choices,
  { subject, against, sources }: Compared,
): Promise<Against | 'none' | undefined> {
  const end: Option<'none'>[] =
    against === undefined
      ? []
      : [{ label: l10n.t('Nothing'), detail: l10n.t('no longer with {0}', against.label), value: 'none' }];
  const place: Option<'place'> = {
    label: l10n.t('A place…'),
    detail: l10n.t('who may do there what they may not do here'),
    value: 'place',
  };
  const principal: Option<'principal'> = {
    label: l10n.t('A principal…'),
    detail: l10n.t('what others may do and that one may not'),
    value: 'principal',
  };
  const states = sources.map(
    (source): Option<BaseSource> => ({ label: source.label, detail: source.detail, value: source }),
  );
  const kinds = 'in' in subject ? [place, principal] : [principal, place];
  const kind = await ask.pick<BaseSource | 'none' | 'place' | 'principal'>(l10n.t('Compare with what?'), [
    ...end,
    ...kinds,
    ...states,
  ]);
  if (kind === undefined || kind === 'none') return kind;
  if (kind === 'place') {
    const name = await ask.pick(l10n.t('Compare with which place?'), placeOptions(choices, ''));
    return name === undefined ? undefined : { label: name, base: { place: name } };
  }
  if (kind === 'principal') {
    const name = await ask.search(l10n.t('Compare with whom?'), (text) => searchPrincipals(choices, { text }));
    return name === undefined ? undefined : { label: name, base: { principal: name } };
  }
  return kind.choose();
}
