// Keeps what the client says behind its greeting, in order, until there is who answers it.
import { Message, type MessageStrategy } from 'vscode-languageserver';

export interface Gate {
  /** For the connection. */
  readonly strategy: MessageStrategy;
  /** Has all that was kept answered, and from then on everything at once. */
  open(): void;
}

/** `heard` is told of each message that is kept. */
export function createGate(heard: (message: Message) => void): Gate {
  let kept: (() => void)[] | undefined = [];
  return {
    strategy: {
      handleMessage(message, next) {
        if (kept === undefined || isGreeting(message)) return next(message);
        kept.push(() => next(message));
        heard(message);
      },
    },
    open() {
      const all = kept ?? [];
      kept = undefined;
      for (const each of all) each();
    },
  };
}

function isGreeting(message: Message): boolean {
  return Message.isRequest(message) && message.method === 'initialize';
}
