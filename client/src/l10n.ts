// Words of the client in the language of the editor. Dialogues and webviews are made where there is no `vscode`, so what
// translates is given to them.

type Translate = (message: string, ...values: readonly (string | number)[]) => string;

let translate: Translate = fillIn;

/** Under the name that tools which collect such texts look for. */
export const l10n = {
  /** Takes English text with `{0}`, `{1}` … for values; gives it translated and filled in. */
  t: ((message, ...values) => translate(message, ...values)) satisfies Translate as Translate,
};

/** From now on texts go through this; until then they are English. */
export function translateBy(next: Translate): void {
  translate = next;
}

/** Texts by their English; one that is not there is English. */
export type Bundle = Readonly<Record<string, string>>;

export function translateFrom(bundle: Bundle): void {
  const texts = new Map(Object.entries(bundle));
  translateBy((message, ...values) => fillIn(texts.get(message) ?? message, ...values));
}

function fillIn(message: string, ...values: readonly (string | number)[]): string {
  return message.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}

/** What a page was given; nothing where it is no such thing. */
export function readBundle(text: string | undefined): Bundle {
  const parsed: unknown = JSON.parse(text ?? '{}');
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}
