// Writ: Show Server Log shows what the language server wrote down.
import type { Command } from '../writ.ts';

export const showServerLog: Command = {
  id: 'writ.showServerLog',
  async run({ client }) {
    client.outputChannel.show();
  },
};
