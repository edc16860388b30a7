// What figures of starts are called.

/** With compiled code that was kept from a start before. */
export const keptName = ', code kept';
