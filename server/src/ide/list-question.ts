// Who can and what can, as a list to look through: each line with its condition, where it comes from, and where that stands.
import type { Answer, ListEntry } from '../access/answer.ts';
import { type Asked, askQuestion } from '../project/ask.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { notesOn } from '../text/notes.ts';
import { countText } from './answer-list.ts';
import { spellOut } from './markdown.ts';

/** What was chosen, every text as a question writes it, or the question itself. */
export type ListRequest =
  | { readonly who: { readonly permission: string; readonly place: string } }
  | { readonly what: { readonly principal: string; readonly place: string } }
  | { readonly question: string };

export interface ListLine {
  /** As a question writes it. */
  readonly name: string;
  readonly kind: string;
  /** Undefined where always. */
  readonly when: string | undefined;
  /** By what: the shortest way. */
  readonly origin: string;
  readonly place: Place | undefined;
}

export interface FoundLines {
  readonly question: string;
  /** How many there are in all, in words. */
  readonly headline: string;
  readonly lines: readonly ListLine[];
  /** How many lines fit besides. */
  readonly more: number;
}

/** As many as anybody looks through. */
const most = 200;

export function listQuestion(request: ListRequest): string {
  if ('question' in request) return request.question;
  if ('who' in request) return `who can ${request.who.permission} in ${request.who.place}`;
  return `what can ${request.what.principal} do in ${request.what.place}`;
}

/** The lines that have all words of the text; the reason where the question has no list. */
export function findLines(
  snapshot: Snapshot,
  request: ListRequest,
  text: string,
): FoundLines | { readonly problem: string } {
  const { text: question, answer } = answered(snapshot, listQuestion(request));
  if (answer.kind !== 'list') return { problem: reasonOf(answer) };
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting = answer.entries.filter((entry) => fits(entry, words));
  const lines = fitting.slice(0, most).map((entry) => lineOf(snapshot, entry));
  const headline = answer.entries.length === 0 ? answer.reason : countText(answer.entries);
  return { question, headline: spellOut(headline), lines, more: fitting.length - lines.length };
}

function reasonOf(answer: Answer): string {
  return answer.kind === 'error' ? answer.reason : 'this question has no list';
}

/** Each key that is typed asks again. */
const known = notesOn<Snapshot, Asked>();

function answered(snapshot: Snapshot, question: string): Asked {
  const before = known.get(snapshot);
  if (before?.text === question) return before;
  const asked = askQuestion(snapshot, question);
  known.set(snapshot, asked);
  return asked;
}

function fits({ name, whenText = '', origin, permission }: ListEntry, words: readonly string[]): boolean {
  const all = `${name} ${permission?.name ?? ''} ${whenText} ${origin}`.toLowerCase();
  return words.every((word) => all.includes(word));
}

function lineOf(snapshot: Snapshot, entry: ListEntry): ListLine {
  const { name, principal, permission, whenText, origin, place } = entry;
  return {
    name,
    kind: principal?.kind ?? permission?.name ?? '',
    when: whenText,
    origin,
    place: place === undefined ? undefined : snapshot.place(place),
  };
}
