// Writ: Restart Server starts the language server anew, which reads every file again.
import { restart } from '../language-client.ts';
import type { Command } from '../writ.ts';

export const restartServer: Command = {
  id: 'writ.restartServer',
  run: ({ client }) => restart(client),
};
