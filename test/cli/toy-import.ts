// A format of tests that `writ import` knows as any other: each line of a file is a user, or says what to do with it.
import type { ImportNote } from '../../server/src/exchange/importer.ts';
import type { ImportFormat } from '../../server/src/exchange/importers.ts';

/** `user alice` is one; `lost WORDS` and `changed WORDS` are notes; `file PATH` begins another file. */
export const toy: ImportFormat = {
  summary: 'lines',
  endings: ['.toy', '.toy.txt'],
  forms: [],
  read: async (files) => {
    const notes: ImportNote[] = [];
    const texts = new Map<string, string>();
    for (const { path, bytes } of files) {
      let at = 'users.writ';
      for (const [line, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
        const [word = '', rest = ''] = text.split(/ (.*)/s);
        if (word === 'user') texts.set(at, `${texts.get(at) ?? ''}user ${rest} "${rest}@acme.com"\n`);
        else if (word === 'file') at = rest;
        else if (word === 'lost' || word === 'changed') notes.push({ path, line, gravity: word, message: rest });
      }
    }
    const made = [...texts].map(([path, text]) => ({ path, text }));
    const count = made.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    return { files: made, counts: [{ what: 'users', count }], notes, unsaid: ['what users may do'] };
  },
};
