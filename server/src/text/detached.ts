// Parts of a text that do not keep the whole of it.

/**
 * The same characters as `text.slice(start, end)`, in memory of their own: an engine may keep a slice as a place in the text that it
 * was cut from, and with it, for as long as a name in one declaration is known, all of a text of long ago.
 */
export function detached(text: string, start: number, end: number): string {
  // What is put together is written down anew once it is cut.
  return ` ${text.slice(start, end)}`.slice(1);
}
