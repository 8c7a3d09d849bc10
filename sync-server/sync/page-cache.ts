/** Encoded full pages of a pull, so that many fresh devices cost one scan (design §5). */
export interface PageCache {
  get(key: string): string | undefined;
  set(key: string, page: string): void;
}

/** Keeps the pages used last, up to `maxLength` characters in all. */
export function createPageCache({ maxLength }: { maxLength: number }): PageCache {
  const pages = new Map<string, string>();
  let length = 0;

  function remove(key: string): void {
    length -= pages.get(key)?.length ?? 0;
    pages.delete(key);
  }

  return {
    get: (key) => {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      // A map remembers the order of insertion: what was used last goes to the end.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    set: (key, page) => {
      remove(key);
      pages.set(key, page);
      length += page.length;
      for (const oldest of pages.keys()) {
        if (length <= maxLength) return;
        remove(oldest);
      }
    },
  };
}
