// The language server as a process of its own.
import { useCodeCache } from './code-cache.ts';

useCodeCache();

/** Settles when it listens to its client. */
export const started: Promise<void> = import('./start.ts').then(({ startServer }) => startServer());
