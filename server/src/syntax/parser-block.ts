// Blocks in braces, read so that what cannot be an item costs only itself; and the items that several blocks share.
import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { AutoShare, BuiltBy, Description, Hole, RefList, RunsAs } from './ast.ts';
import type { Name } from './ast-value.ts';
import { type BlockKind, blockWords } from './blocks.ts';
import type { Word } from './keywords.ts';
import { shorten } from './parser-base.ts';
import { QuestionParser } from './parser-question.ts';
import * as t from './tokens.ts';

export interface Braces<I> {
  readonly items: I[];
  readonly holes: Hole[];
  readonly braces: Span | undefined;
  readonly closed: boolean;
}

export interface BlockOptions {
  /** A declaration without braces is whole too. */
  readonly optional?: boolean;
  /** What messages call it, where that is not its kind. */
  readonly label?: string;
}

/** How a block's items are read; `index` numbers the places of the rule where they are. */
interface BlockItem<I> {
  readonly kind: BlockKind;
  readonly label: string;
  readonly item: ParserMethod<[], I | undefined>;
  readonly index: number;
}

/** The block that a stretch stands in which cannot be read, and the item that it stands behind. */
interface Around {
  readonly kind: BlockKind;
  readonly label: string;
  readonly behind?: unknown;
}

const lists = ['refs', 'grants', 'words', 'domains'];

function isList(item: unknown): boolean {
  return typeof item === 'object' && item !== null && lists.some((name) => name in item);
}

interface BraceSpan {
  readonly braces: Span;
  readonly closed: boolean;
}

interface Items<I> {
  readonly items: I[];
  readonly holes: Hole[];
}

const itemsOfObjects: ReadonlySet<TokenType> = new Set(
  (['field', 'policy', 'default', 'auto-share', 'service', 'automation', 'agent', 'role', 'managed'] as const).map(
    t.wordType,
  ),
);

type Starts = (type: TokenType) => boolean;

const starters = new Map<BlockKind, Starts>();
for (const [kind, words] of Object.entries(blockWords) as [BlockKind, readonly Word[]][]) {
  const types = new Set(words.map(t.wordType));
  if (kind === 'user') starters.set(kind, (type) => types.has(type) || t.canBeName(type));
  else starters.set(kind, (type) => types.has(type));
}

export const startsItem = (kind: BlockKind): Starts => starters.get(kind) ?? (() => false);

export class BlockParser extends QuestionParser {
  /** The blocks that are open around the one being read, outermost first. */
  private open: BlockKind[] = [];

  protected override begin(tokens: IToken[], text: string, base: number): void {
    super.begin(tokens, text, base);
    this.open = [];
  }

  /** `{ item … }`; a rule calls it at most once. */
  protected block<I>(kind: BlockKind, item: ParserMethod<[], I | undefined>, options: BlockOptions = {}): Braces<I> {
    const { optional = false, label = kind } = options;
    const items: I[] = [];
    const holes: Hole[] = [];
    const into = { items, holes };
    this.ACTION(() => this.skipInsteadOfBrace(kind));
    const read = this.choose<BraceSpan | undefined>(50, [
      { ALT: () => this.opened({ kind, label, item, index: 50 }, into) },
      // Where the brace is missing, the items are read all the same.
      {
        GATE: () => !optional && this.itemFollows(kind),
        ALT: () => this.unopened({ kind, label, item, index: 54 }, into),
      },
      {
        ALT: () => {
          if (!optional) this.missing('`{`');
          return undefined;
        },
      },
    ]);
    return { items, holes, braces: read?.braces, closed: read?.closed ?? optional };
  }

  private opened<I>(block: BlockItem<I>, into: Items<I>): BraceSpan {
    const brace = this.consume(block.index, t.LCurly);
    this.ACTION(() => this.open.push(block.kind));
    this.skipHoles(block, into.holes);
    this.many(block.index, () => this.blockItem(block, into));
    const close = this.option(block.index, () => {
      const token = this.consume(block.index + 1, t.RCurly);
      if (block.kind === 'object') this.goOn({ ...block, index: block.index + 2 }, into);
      return token;
    });
    if (close === undefined) this.missing(`\`}\` to close the ${block.label}`, () => this.closing(brace));
    this.ACTION(() => this.open.pop());
    return { braces: this.from(brace), closed: close !== undefined };
  }

  /** One token that is no word where the brace should be: what follows it is read as if it were one. */
  private skipInsteadOfBrace(kind: BlockKind): void {
    const { tokenType } = this.LA(1);
    if (tokenType === t.LCurly || tokenType === t.RCurly || t.isBareWord(tokenType)) return;
    const after = this.LA(2).tokenType;
    if (after !== t.LCurly && !startsItem(kind)(after)) return;
    this.missing('`{`');
    this.consume(0, tokenType);
    this.markReported();
  }

  private itemFollows(kind: BlockKind): boolean {
    return startsItem(kind)(this.LA(1).tokenType) && this.LA(2).tokenType !== t.wordType('records');
  }

  private unopened<I>(block: BlockItem<I>, into: Items<I>): undefined {
    this.missing('`{`');
    this.ACTION(() => this.open.push(block.kind));
    this.many(block.index, () => this.blockItem(block, into));
    this.soft(block.index, t.RCurly);
    this.ACTION(() => this.open.pop());
    return undefined;
  }

  private blockItem<I>({ kind, label, item, index }: BlockItem<I>, { items, holes }: Items<I>): void {
    const found = this.subrule(index, item);
    if (found !== undefined) items.push(found);
    this.skipHoles({ kind, label, behind: found }, holes);
  }

  /** An object that a brace too many closes goes on where only its items can stand. */
  private goOn<I>(block: BlockItem<I>, into: Items<I>): void {
    const early = this.at(this.LA(0));
    this.option(block.index, {
      GATE: () => itemsOfObjects.has(this.LA(1).tokenType),
      DEF: () => {
        this.report({ span: early, message: `this \`}\` closes the ${block.label} before its last item` });
        this.many(block.index, () => this.blockItem(block, into));
        this.soft(block.index + 1, t.RCurly);
        return undefined;
      },
    });
  }

  /** Passes over what begins no item of this block, unless it begins one of a block around it: then this one has ended. */
  private skipHoles(block: Around, holes: Hole[]): void {
    this.ACTION(() => {
      const own = startsItem(block.kind);
      const next = this.LA(1).tokenType;
      // As it mostly is.
      if (next === t.RCurly || own(next)) return;
      const outer = this.open.slice(0, -1).map(startsItem);
      const first = this.LA(1);
      const sameLine = !this.onNewLine();
      let near: string | undefined;
      const { words, hasDate } = this.passOver(
        (type) => own(type) || outer.some((starts) => starts(type)),
        () => {
          near = this.reportHole(block);
        },
      );
      if (this.LA(1) !== first) holes.push({ span: this.from(first), nearest: near, words, sameLine, hasDate });
    });
  }

  private reportHole({ kind, label, behind }: Around): string | undefined {
    const token = this.LA(1);
    const bare = t.isBareWord(token.tokenType);
    const [near] = bare ? nearest(token.image, blockWords[kind], 1) : [];
    if (this.wasReportedHere()) return near;
    this.markReported();
    const span = this.at(token);
    const found = `found \`${shorten(token.image)}\``;
    if (near === undefined) {
      const message = `expected a property of the ${label} or \`}\`, ${found}`;
      // A name behind a list is most likely one of it.
      const isElement = isList(behind) && (bare || token.tokenType === t.StringToken);
      const fix = isElement ? this.insertion(',', ',') : undefined;
      this.report(fix === undefined ? { span, message } : { span, message, fix });
      return undefined;
    }
    this.report({
      span,
      message: `expected a property of the ${label}, ${found}; did you mean \`${near}\`?`,
      fix: { title: `Change to \`${near}\``, span, text: near },
    });
    return near;
  }

  protected readonly description: ParserMethod<[], Description> = this.RULE('description', (): Description => {
    const token = this.word(1, 'description');
    const text = this.need(this.SUBRULE(this.quoted), 'a quoted text');
    return { kind: 'description', span: this.from(token), text };
  });

  protected refList<K extends RefList<'members' | 'to' | 'roles' | 'usable by'>['kind']>(
    kind: K,
    token: IToken,
    what: string,
  ): RefList<K> {
    const refs = this.subrule(55, this.refs, { ARGS: [what] });
    return { kind, span: this.from(token), refs, complete: true };
  }

  /** The words after `auto-share [records] on`. */
  protected autoShareWords(token: IToken, records: boolean): AutoShare {
    const on = this.softWord(56, 'on');
    const words = this.subrule(57, this.words);
    return { kind: 'auto-share', span: this.from(token), records, words, complete: on !== undefined };
  }

  private readonly oneWord: ParserMethod<[], Name | undefined> = this.RULE('oneWord', (): Name | undefined =>
    this.catalogueWord(1, (type) => this.startsOpenItem(type)),
  );
  private readonly words: ParserMethod<[], Name[]> = this.RULE('words', (): Name[] =>
    this.commaList(this.oneWord, 'a trigger such as `watch`'),
  );

  /** True for a word that begins an item of any open block. */
  protected startsOpenItem(type: TokenType): boolean {
    return this.open.some((kind) => startsItem(kind)(type));
  }

  protected readonly runsAs: ParserMethod<[], RunsAs> = this.RULE('runsAs', (): RunsAs => {
    const token = this.word(1, 'runs');
    const complete = this.softWord(2, 'as') !== undefined;
    return this.choose<RunsAs>(0, [
      {
        ALT: () => {
          const current = this.word(3, 'current');
          this.softWord(4, 'user');
          return { kind: 'runs as', span: this.from(token), as: 'current user', value: this.from(current), complete };
        },
      },
      {
        ALT: () => {
          const publisher = this.word(5, 'publisher');
          return { kind: 'runs as', span: this.from(token), as: 'publisher', value: this.at(publisher), complete };
        },
      },
      {
        ALT: () => {
          const ref = this.need(this.SUBRULE(this.maybeRef), 'a service account, `current user` or `publisher`');
          return { kind: 'runs as', span: this.from(token), as: ref, value: ref?.span, complete };
        },
      },
    ]);
  });

  protected readonly builtBy: ParserMethod<[], BuiltBy> = this.RULE('builtBy', (): BuiltBy => {
    const token = this.word(1, 'built');
    const complete = this.softWord(2, 'by') !== undefined;
    const by = this.need(this.SUBRULE(this.maybeRef), 'a user');
    return { kind: 'built by', span: this.from(token), by, complete };
  });
}
