/** Order of a list: by key, rows with equal keys by id; plain string comparison, the same on every device (R8). */
export function compareOrder(
  a: { orderKey: string; id: string },
  b: { orderKey: string; id: string },
): number {
  return compareText(a.orderKey, b.orderKey) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
