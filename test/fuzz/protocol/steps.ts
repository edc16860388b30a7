// What a client may do, one step after the other: plain data, so that a session can be printed, shortened and played again.
import type { Aim } from './questions.ts';
import type { Change } from './text.ts';
import type { DiskFile } from './world.ts';

export type Step =
  /** Without a text: what the disk holds. */
  | { readonly do: 'open'; readonly path: string; readonly text?: string; readonly languageId?: string }
  | { readonly do: 'close'; readonly path: string }
  | { readonly do: 'save'; readonly path: string }
  | { readonly do: 'edit'; readonly path: string; readonly changes: readonly Change[]; readonly version?: number }
  /** Null deletes. Where events are named they are told, else one for each file. */
  | {
      readonly do: 'disk';
      readonly changes: Readonly<Record<string, DiskFile | null>>;
      readonly events?: readonly { readonly path: string; readonly kind: 'created' | 'changed' | 'deleted' }[];
    }
  /** A file or folder: asks for the edits, makes them where wanted, moves it and says so. */
  | { readonly do: 'rename'; readonly from: string; readonly to: string; readonly edits: boolean }
  | { readonly do: 'settings'; readonly settings: object }
  | { readonly do: 'folders'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly do: 'time'; readonly passes: number }
  /** So much time passes whenever the server looks at the clock, until it is waited for. */
  | { readonly do: 'slow'; readonly tick: number }
  /** Cancelled after so many turns of the event loop; one that is not waited for is overtaken by the next steps. */
  | { readonly do: 'ask'; readonly method: string; readonly aim: Aim; readonly cancel?: number; readonly wait: boolean }
  /** Makes the edits that a request gives. */
  | { readonly do: 'apply'; readonly method: string; readonly aim: Aim }
  /** Everything is asked here and of a server that has just been started, and has to be the same. */
  | { readonly do: 'check'; readonly aim: Aim };

export function stepText(step: Step): string {
  return JSON.stringify(step);
}
