// Mail addresses and domains, as far as membership and invitations look at them.

const domainPattern =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

/** `acme.com`: labels of letters, digits and inner hyphens, at least two. */
export function isDomain(text: string): boolean {
  return text.length <= 253 && domainPattern.test(text);
}

/** One `@`, something before it and a domain after it. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && text.length <= 320 && !/[\s@<>,;]/.test(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

/** Lower-cased: addresses and domains compare ignoring case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
