// The functions of Mocha's interface, which its bundle for browsers makes global once it is set up.

type Declare = (title: string, body: () => unknown) => void;

export const describe: Declare = (title, body) => globalThis.describe(title, () => body());
export const it: Declare = (title, body) => globalThis.it(title, async () => body());
