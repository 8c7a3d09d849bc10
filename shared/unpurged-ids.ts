/** Tells which of these ids hold a tombstone. */
export type FindPurged = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * By each id, the first that holds no tombstone: itself, `next` of it, `next` of that, and so on. A create of a purged
 * id changes nothing (R8), so what is wanted once more needs another one; `next` must be the same on every device.
 */
export async function unpurgedIds(
  ids: Iterable<string>,
  of: { next: (id: string) => string; findPurged: FindPurged },
): Promise<Map<string, string>> {
  const unpurged = new Map([...ids].map((id) => [id, id]));
  let asked = [...unpurged.keys()];
  while (asked.length > 0) {
    const purged = await of.findPurged(asked);
    asked = [];
    for (const [id, last] of unpurged) {
      if (!purged.has(last)) continue;
      const next = of.next(last);
      unpurged.set(id, next);
      asked.push(next);
    }
  }
  return unpurged;
}
