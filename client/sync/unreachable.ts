/** Ends a switch over a union: a case that was forgotten does not compile, one that slips in at run time throws. */
export function unreachable(value: never): never {
  throw new Error(`a case was forgotten: ${JSON.stringify(value)}`);
}
