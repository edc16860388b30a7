// What the client and package.json show is translated: every text goes through `l10n.t` or package.nls.json, and German has all of it.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { files, type Node, read, type Source, sources, walk } from './sources.ts';

type Texts = Readonly<Record<string, string>>;
const textsIn = (file: string): Texts => JSON.parse(read(file));

/** What it says is read by language models, not by people. */
const forModels = 'client/src/assistant.ts';
const client = sources.filter(({ path }) => path.startsWith('client/src/') && path !== forModels);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function nameOf(callee: unknown): string {
  if (!isNode(callee)) return '';
  return isNode(callee['property']) ? String(callee['property']['name']) : String(callee['name']);
}

/** Whether a node is `l10n.t(…)`. */
function isTranslation({ type, callee }: Node): boolean {
  const object = isNode(callee) ? callee['object'] : undefined;
  return type === 'CallExpression' && nameOf(callee) === 't' && isNode(object) && object['name'] === 'l10n';
}

/** The text of a literal, and of a template without its values. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateElement' || typeof value !== 'object' || value === null) return undefined;
  return 'cooked' in value ? String(value.cooked) : undefined;
}

/** Names, and words of the language Writ, which are the same in every language. */
const untranslated: ReadonlySet<string> = new Set([
  ...['CSV', 'Markdown', 'HTML', 'Writ', 'HEAD'],
  ...['empty', 'expect', 'query', 'record', 'service account'],
]);

/** Properties that the editor shows. */
const shownProperties: ReadonlySet<string> = new Set(
  'label description detail title tooltip placeholder placeHolder message openLabel saveLabel prompt'.split(' '),
);

/** Messages for those who look into the log, and of errors that are bugs. */
const unshownCalls: ReadonlySet<string> = new Set(['debug', 'Error']);

/** What these hold is said to programs. */
const unshownNames: ReadonlySet<string> = new Set(['className', 'failure']);

/** `error` of the client, told to show nothing, or one of the others. */
function isUnshownCall({ type, callee, arguments: given }: Node): boolean {
  if (!/^(?:Call|New)Expression$/.test(type)) return false;
  const third = listOf(given)[2];
  const isQuiet = nameOf(callee) === 'error' && isNode(third) && third['value'] === false;
  return isQuiet || unshownCalls.has(nameOf(callee));
}

/** A property or variable of such a name. */
function isUnshownValue({ key, id }: Node): boolean {
  const name = isNode(key) ? key : id;
  return isNode(name) && unshownNames.has(String(name['name']));
}

const words = /[A-Za-z]{2,} [A-Za-z]/;
const sentence = /^\s*[A-Z][a-z]+(?:[ ….,:?!]|$)/;

/** In markup only what stands between tags, and in attributes that are read out. */
function shownIn(text: string): readonly string[] {
  if (!/<\/?[a-z]/.test(text)) return [text];
  const between = text.replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, '\n').replace(/[^>]*>|<[^<]*$/g, '\n');
  const attributes = [...text.matchAll(/ (?:aria-label|placeholder|title|alt)="([^"$]+)"/g)].map(
    ([, value = '']) => value,
  );
  return [...between.split('\n'), ...attributes].map((each) => each.trim()).filter((each) => /[A-Za-z]{2,}/.test(each));
}

interface Place {
  readonly node: Node;
  readonly parent: Node;
  readonly key: string;
}

/** Places of `Key` that are compared with, not shown. */
function isCompared({ type, operator }: Node): boolean {
  return type === 'SwitchCase' || (type === 'BinaryExpression' && /^[!=]==$/.test(String(operator)));
}

function isShown({ node, parent, key }: Place): boolean {
  if (/^(?:Import|Export|TS)/.test(parent.type) || isCompared(parent)) return false;
  const text = textOf(node);
  if (text === undefined || untranslated.has(text)) return false;
  const property = parent.type === 'Property' && key === 'value' && isNode(parent['key']) ? parent['key']['name'] : '';
  if (shownProperties.has(String(property))) return /[A-Za-z]{2,}/.test(text);
  return shownIn(text).some((each) => !untranslated.has(each) && (words.test(each) || sentence.test(each)));
}

/** Each text with the nodes above it, outermost first. */
function* textsWithPath(node: Node, path: readonly Place[] = []): Generator<{ place: Place; path: readonly Place[] }> {
  for (const [key, value] of Object.entries(node)) {
    for (const child of listOf(Array.isArray(value) ? value : [value])) {
      if (!isNode(child)) continue;
      const place = { node: child, parent: node, key };
      if (textOf(child) !== undefined) yield { place, path };
      yield* textsWithPath(child, [...path, place]);
    }
  }
}

function untranslatedIn({ path: file, program }: Source): string[] {
  return [...textsWithPath(program)].flatMap(({ place, path }) => {
    const around = path.map(({ node }) => node);
    if (around.some(isTranslation) || around.some(({ type }) => type.startsWith('TS'))) return [];
    const isUnshown = around.some((node) => isUnshownCall(node) || isUnshownValue(node));
    const isKeyed = around.some(({ type }) => type === 'MemberExpression') && place.key === 'property';
    return isUnshown || isKeyed || !isShown(place) ? [] : [`${file}: ${textOf(place.node)}`];
  });
}

interface Asked {
  readonly file: string;
  readonly text: string;
}

function asked(): Asked[] {
  return client.flatMap(({ path: file, program }) =>
    [...walk(program)].flatMap(({ node }) => {
      if (!isTranslation(node)) return [];
      const [first] = listOf(node['arguments']);
      const text = isNode(first) ? textOf(first) : undefined;
      assert.ok(text !== undefined, `${file}: a text that is not written there cannot be translated`);
      return [{ file, text }];
    }),
  );
}

const placesIn = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
const commandsIn = (text: string): string[] => (text.match(/\((?:command|https?):[^)]*\)/g) ?? []).sort();

function checkPair(english: string, german: string | undefined): void {
  assert.ok(german !== undefined && german !== '', `not translated: ${english}`);
  assert.deepEqual(placesIn(german), placesIn(english), english);
  assert.deepEqual(commandsIn(german), commandsIn(english), english);
  assert.deepEqual(german.match(/`[^`]*`/g)?.sort(), english.match(/`[^`]*`/g)?.sort(), english);
}

describe('guard: translations of the client', () => {
  it('every text that is shown goes through l10n.t', () => {
    assert.deepEqual(client.flatMap(untranslatedIn), []);
  });

  it('none is translated before the language is known', () => {
    const early = client.flatMap(({ path: file, program }) =>
      [...textsWithPath(program)].flatMap(({ place, path }) => {
        const isInside = path.some(({ node }) => /Function/.test(node.type));
        return path.some(({ node }) => isTranslation(node)) && !isInside ? [`${file}: ${textOf(place.node)}`] : [];
      }),
    );
    assert.deepEqual(early, []);
  });

  for (const bundle of files('l10n/*.json')) {
    it(`${bundle} has every text, and no other`, () => {
      const german = textsIn(bundle);
      const english = new Set(asked().map(({ text }) => text));
      assert.ok(english.size > 50);
      assert.deepEqual(
        [...english].filter((text) => german[text] === undefined),
        [],
      );
      assert.deepEqual(
        Object.keys(german).filter((text) => !english.has(text)),
        [],
      );
      for (const text of english) checkPair(text, german[text]);
    });
  }

  it('there is one besides English', () => {
    assert.deepEqual(files('l10n/*.json'), ['l10n/bundle.l10n.de.json']);
  });
});

describe('guard: translations of package.json', () => {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(read('package.json'));
  const english = textsIn('package.nls.json');
  const german = textsIn('package.nls.de.json');

  const titles = new Set(
    'title description userDescription markdownDescription enumDescriptions contents name contextualTitle altText displayName category'.split(
      ' ',
    ),
  );

  /** What the editor shows, with where it stands. */
  function* shown(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // Of a tool of language models, which read it.
      if (key === 'inputSchema') continue;
      const at = `${path}.${key}`;
      const isShownHere = titles.has(key) || titles.has(path.slice(path.lastIndexOf('.') + 1));
      if (typeof inner === 'string' && isShownHere) yield [at, inner];
      else yield* shown(inner, at);
    }
  }

  it('every text that is shown has a key', () => {
    const all = [...shown(manifest['contributes'], 'contributes'), ...shown(manifest['capabilities'], 'capabilities')];
    assert.ok(all.length > 40);
    const plain = all.filter(([, text]) => !/^(?:%[\w.-]+%|writ_\w+)$/.test(text) && !untranslated.has(text));
    assert.deepEqual(plain, []);
  });

  it('every key is used, and is there in both languages', () => {
    const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key));
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    assert.deepEqual(Object.keys(german).sort(), [...used].sort());
    for (const [key, text] of Object.entries(english)) checkPair(text, german[key]);
  });
});
