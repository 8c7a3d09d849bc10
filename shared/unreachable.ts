/** Ends a switch over a union: a case that was forgotten is a type error here. Throws if one is met all the same. */
export function unreachable(value: never): never {
  throw new Error(`not a case: ${JSON.stringify(value)}`);
}
