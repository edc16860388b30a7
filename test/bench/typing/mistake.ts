// What makes a sound text unsound, so that a server can be asked whether it notices.
import { type Keystroke, typing } from './keystrokes.ts';
import type { Server } from './servers.ts';

/** A keystroke that breaks a word, or the syntax where a server looks at nothing else; nothing where there is no such word. */
export function mistakeIn({ finds, kind }: Server, text: string): Keystroke | undefined {
  if (finds === 'nothing') return undefined;
  if (finds === 'syntax') {
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('"description"'));
    return { line, character: lines[line]?.lastIndexOf('"') ?? 0, removed: 1, inserted: '' };
  }
  const wanted = kind === 'writ' ? 'role of an object: members' : 'role of an object: grants';
  for (const step of typing(text, kind, 1)) if (step.kind === wanted) return step.keystrokes[0];
  return undefined;
}

/** What takes back a keystroke that took something away. */
export function undone(text: string, { line, character }: Keystroke): Keystroke {
  return { line, character, removed: 0, inserted: text.split('\n')[line]?.[character] ?? '' };
}
