// How questions and expectations are put.
import type { QuestionCall, QuestionForm } from '../../syntax/context-call.ts';
import { code } from '../markdown.ts';
import { type Form, type Part, parameter } from './form.ts';

const who = parameter('principal', 0, 'A user, a group or a service account.');
const whom = parameter('principals', 0, 'Users, groups and service accounts, with commas between them.');
const what = parameter(
  'permission',
  1,
  `A permission by its constant; several with ${code('and')} between them, of one and the same record.`,
);
const where = parameter(
  'in object',
  2,
  `Where: ${code('in')} an object, ${code('in organization')}, or ${code('on')} a declared record.`,
);
const which = parameter(
  'with { … }',
  3,
  `Of which record: ${code('with { … }')} for one like this, ${code('when')} and a condition for every one that meets it.`,
);
const day = parameter('as of date', 4, 'On which day, such as `2026-11-21`; today when left out.');

const somewhere: readonly Part[] = [what, ' ', where, ' [', which, '] [', day, ']'];

const forms: Readonly<Record<QuestionForm, { readonly parts: readonly Part[]; readonly about: string }>> = {
  can: { parts: [who, ' can ', ...somewhere], about: 'Whether somebody may do something.' },
  who: { parts: ['who can ', ...somewhere], about: 'Everyone who may do something.' },
  what: {
    parts: ['what can ', who, ' do ', where, ' [', which, '] [', day, ']'],
    about: 'Everything that somebody may do there.',
  },
  only: { parts: ['only ', whom, ' can ', ...somewhere], about: 'Nobody else may, whatever the record.' },
  nobody: { parts: ['nobody [but ', whom, '] can ', ...somewhere], about: 'No principal may, but for those.' },
  invite: {
    parts: [who, ' can invite ', parameter('"address"', 1, 'The address of whom they invite.'), ' [', day, ']'],
    about: 'Whether somebody may invite an address.',
  },
  use: {
    parts: [who, ' can use ', parameter('account', 1, 'A service account, with its object.'), ' [', day, ']'],
    about: 'Whether somebody may pick a service account.',
  },
};

/** In the order in which they are likely. */
export function questionForms({ asks, forms: open }: QuestionCall): readonly Form[] {
  return open.map((form) => ({ parts: [`${asks} `, ...forms[form].parts], documentation: forms[form].about }));
}
