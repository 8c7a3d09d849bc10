/**
 * Loads code when it is first asked for, and has it at hand from then on: an import that is asked for again answers in a
 * turn of the page of its own, behind the next frame. One that failed is tried again.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
