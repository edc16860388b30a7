// Neovim on `writ lsp --stdio`.
import { at } from '../../scripts/places.ts';
import { describeClient } from './driven.ts';

describeClient({
  name: 'Neovim',
  program: 'nvim',
  args: ['--headless', '--clean', '-n', '-i', 'NONE', '-c', `luafile ${at('test', 'clients', 'neovim.lua')}`],
  present: ['--version'],
});
