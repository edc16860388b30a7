// What if: what somebody assumes of a question that was asked. Knows no editor: it asks through `Ask`.
import type { EvaluationRequest } from '../../server/src/lsp/protocol.ts';
import type { FoundAssumptions } from '../../server/src/lsp/protocol-answers.ts';
import type { Ask, Option } from './ask.ts';
import { chooseField } from './evaluation-flow.ts';
import { l10n } from './l10n.ts';
import type { Choices } from './principals.ts';

/** A question with what is assumed of it. */
export interface Supposed {
  readonly request: EvaluationRequest;
  readonly assume: readonly string[];
}

type Step = { readonly assume: string } | 'field' | 'nothing';

/** `find`: what may be assumed. Gives the question with one more assumption, or with none; undefined where the user leaves. */
export async function chooseAssumption(
  ask: Ask,
  choices: Choices,
  { request, assume }: Supposed,
  find: (text: string) => Promise<FoundAssumptions>,
): Promise<Supposed | undefined> {
  const hasFields = choices.places.some(({ name, fields }) => name === request.place && fields.length > 0);
  const step = await ask.search<Step>(l10n.t('What if…'), async (text) => {
    const { assumptions, more } = await find(text);
    const own: Option<Step>[] = [
      ...(hasFields ? [{ label: l10n.t('Set a field of the record…'), value: 'field' as const }] : []),
      ...(assume.length > 0
        ? [{ label: l10n.t('Assume nothing'), description: assume.join(', '), value: 'nothing' as const }]
        : []),
    ];
    const options = assumptions.map((label, i): Option<Step> => {
      const isLast = i === assumptions.length - 1 && more > 0;
      return {
        label,
        ...(isLast ? { detail: l10n.t('and {0} more: type to find them', more) } : {}),
        value: { assume: label },
      };
    });
    return text === '' ? [...own, ...options] : options;
  });
  if (step === undefined) return undefined;
  if (step === 'nothing') return { request, assume: [] };
  if (step !== 'field') return { request, assume: [...assume, step.assume] };
  const next = await chooseField(ask, choices, request);
  return next && { request: next, assume };
}
