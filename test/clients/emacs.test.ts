// Emacs with Eglot on `writ lsp --stdio`.
import { at } from '../../scripts/places.ts';
import { describeClient } from './driven.ts';

describeClient({
  name: 'Emacs',
  program: 'emacs',
  args: ['--batch', '-l', at('test', 'clients', 'emacs.el')],
  present: ['--batch', '--eval', '(progn (package-initialize) (require (quote eglot)) (princ "eglot"))'],
});
