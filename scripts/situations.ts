// Hostile situations that the language server is tested in, for docs/support.md: what each is, and what shows it.

export interface Situation {
  readonly is: string;
  /** Of the test. */
  readonly file: string;
  /** What the test, or the group of tests, is called: words that stand in the file. */
  readonly test: string;
}

const from = (file: string, rows: readonly (readonly [is: string, test: string])[]): Situation[] =>
  rows.map(([is, test]) => ({ is, file: `test/lsp/${file}.test.ts`, test }));

export const situations: readonly Situation[] = [
  ...from('hostile-text', [
    ['characters beyond the BMP, in names, texts and comments', 'characters beyond the BMP before a name and in it'],
    ['lines that end in CRLF or a lone CR: everything that is inserted ends its lines so', 'a lone CR'],
    ['tabs', 'tabs: columns count one each'],
    ['a byte order mark, on the disk and in an open document', 'a byte order mark on the disk'],
  ]),
  ...from('hostile-places', [
    ['Windows drives in either case, percent-encoded or not', 'a Windows drive, written as'],
    ['spaces, `#`, `%`, umlauts and the like in names of folders and files', 'one document, not two'],
    ['names in other case, on a disk that ignores case and on one that does not', 'hostile names of files: other case'],
    [
      'symbolic links, to files, folders and the workspace, also made meanwhile',
      'hostile names of files: symbolic links',
    ],
    [
      'documents of git, of notebooks, of an output and of a history: coloured and silent',
      'and no file of the project',
    ],
    ['untitled and virtual documents', 'a document of its own, with what is found in it'],
  ]),
  ...from('virtual', [['virtual workspaces', 'a workspace that the client reads']]),
  ...from('hostile-disk', [
    ['a file or a folder that is deleted while it is open', 'a file that is deleted while it is open'],
    ['a file that changes on the disk while it is open with unsaved edits', 'with unsaved edits'],
    ['files and folders that vanish between listing and reading', 'vanishes between listing and reading'],
    ['folders and files without rights', 'a folder and a file without rights'],
    ['a directory file that changes, breaks and goes', 'a directory file that changes on the disk'],
    ['1,000 files', '1,000 files'],
    ['a file of 5 MB: of declarations, of one text, comment or line, of `(` or `{`', 'a file of 5 MB'],
  ]),
  ...from('workspace', [
    ['several workspace folders, which come and go', "describe('workspace folders'"],
    ['projects inside of projects', 'do not mix with projects inside of them'],
  ]),
  ...from('discover', [['files that are not UTF-8', 'refuses other encodings as a whole']]),
  ...from('documents', [
    ['changes outside of a document, backwards and in any columns', 'changes outside of a document'],
  ]),
  ...from('process', [['links in a circle, on a real disk', 'makes no endless way of links in a circle']]),
];
