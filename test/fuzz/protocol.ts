// The language server over its protocol: random sessions of a client, in which it says at any time what one says that has just
// been started, points at nothing outside of a document, fails in no request and logs no error.
import { playSession } from './protocol/session.ts';
import type { Target } from './target.ts';

export const protocol: Target = { name: 'protocol', weight: 8, round: playSession };
