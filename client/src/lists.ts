// Who can and what can: what is asked, and the lines of the answer to choose from. Knows no editor: it asks through `Ask`.
import type { FoundList, ListRequest, ListResult, WireLine } from '../../server/src/lsp/protocol-lists.ts';
import type { Ask, Option } from './ask.ts';
import { choosePermission, choosePlace, placeOption } from './evaluation-flow.ts';
import { l10n } from './l10n.ts';
import { type Choices, choosePrincipal } from './principals.ts';
import { withoutBackticks } from './shown-text.ts';

/** A permission, then a place; undefined where the user leaves. */
export async function chooseWho(ask: Ask, choices: Choices): Promise<ListRequest | undefined> {
  const permission = await choosePermission(ask, choices, l10n.t('Who can do what?'));
  if (permission === undefined) return undefined;
  const place = await choosePlace(ask, choices, permission);
  return place === undefined ? undefined : { who: { permission: permission.constant, place } };
}

/** A principal, then a place. */
export async function chooseWhat(ask: Ask, choices: Choices): Promise<ListRequest | undefined> {
  const principal = await choosePrincipal(ask, choices, { title: l10n.t('Whose permissions?') });
  if (principal === undefined) return undefined;
  const place = await ask.pick(l10n.t('What can {0} do where?', principal), choices.places.map(placeOption));
  return place === undefined ? undefined : { what: { principal, place } };
}

/** `find` gives the lines that fit what is typed. */
export interface Listed {
  readonly find: (text: string) => Promise<ListResult | null>;
  /** Shows where a line comes from: while the user looks through them, and when one is chosen. */
  readonly preview: (line: WireLine) => void;
  readonly open: (line: WireLine) => Promise<void>;
  /** Nothing was chosen. */
  readonly leave: () => Promise<void>;
  /** Shows where all of them come from. */
  readonly peek: (lines: readonly WireLine[]) => void;
}

/** The lines of an answer to look through. Gives the whole answer as soon as it is there; `shown` settles when it is left. */
export async function showLines(
  ask: Ask,
  listed: Listed,
): Promise<{ readonly result: ListResult | null; readonly shown: Promise<void> }> {
  const result = await listed.find('');
  if (result === null || 'problem' in result) return { result, shown: Promise.resolve() };
  return { result, shown: lookThrough(ask, result, listed) };
}

async function lookThrough(ask: Ask, all: FoundList, { find, preview, open, leave, peek }: Listed): Promise<void> {
  let isPeeked = false;
  const look = async (text: string) => {
    const found = text === '' ? all : await find(text);
    return found === null || 'problem' in found ? [] : lineOptions(found.lines, found.more);
  };
  const chosen = await ask.search(`${all.question}: ${withoutBackticks(all.headline)}`, look, {
    preview,
    all: {
      label: l10n.t('Peek at where all of them come from'),
      run(lines) {
        isPeeked = true;
        peek(lines);
      },
    },
  });
  if (chosen !== undefined) await open(chosen);
  else if (!isPeeked) await leave();
}

function lineOptions(lines: readonly WireLine[], more: number): Option<WireLine>[] {
  return lines.map((line, i) => {
    const { name, kind, when } = line;
    const origin = withoutBackticks(line.origin);
    const isLast = i === lines.length - 1 && more > 0;
    const said = when === null ? kind : l10n.t('{0}, when {1}', kind, when);
    return {
      label: name,
      description: said,
      detail: isLast ? l10n.t('{0}; and {1} more: type to find them', origin, more) : origin,
      value: line,
    };
  });
}
