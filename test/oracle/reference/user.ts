// A user, declared or of a directory, and the domain of an address.
export interface User {
  readonly name: string;
  readonly address: string;
  readonly external: boolean;
  readonly inactive: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
