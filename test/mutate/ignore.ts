// Which changes are left out: those of words that only a programmer who made a mistake would read.

/** The part of Babel's paths that is looked at. */
interface NodePath {
  readonly node: { readonly type: string };
  findParent(test: (path: NodePath) => boolean): NodePath | null;
}

/** Gives the reason for leaving a place out. */
function shouldIgnore(path: NodePath): string | undefined {
  const { type } = path.node;
  if (type !== 'StringLiteral' && type !== 'TemplateLiteral') return undefined;
  return path.findParent(({ node }) => node.type === 'ThrowStatement') === null
    ? undefined
    : 'words of an error that is thrown';
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
