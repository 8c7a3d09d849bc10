import * as z from 'zod/mini';
import { limits } from '#shared/limits';

/** One `@`, a dot behind it, and nothing that could start a new line or hide in a header. */
const emailPattern = /^[^\s@\p{C}]+@[^\s@\p{C}.]+(?:\.[^\s@\p{C}.]+)+$/u;

/**
 * The canonical form under which an address has one account: NFKC, lower case, trimmed. So a full-width or Kelvin-sign
 * look-alike of somebody's address is that address, not a second account.
 */
export function canonicalEmail(address: string): string {
  return address.normalize('NFKC').toLowerCase().trim();
}

/** An e-mail address as typed; the output is its canonical form. */
export const emailAddress = z.pipe(
  z.pipe(z.string().check(z.maxLength(limits.emailMaxLength)), z.transform(canonicalEmail)),
  z.string().check(z.maxLength(limits.emailMaxLength), z.regex(emailPattern)),
);
