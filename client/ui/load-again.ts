/**
 * Asks again for code that did not come. The browser gives up when the service worker that serves it is stopped meanwhile, which
 * happens when the tab in whose process it runs is killed; the next request starts it anew. Three failures are an answer.
 */
export async function loadAgain<T>(load: () => Promise<T>): Promise<T> {
  for (let left = 2; left > 0; left -= 1) {
    try {
      return await load();
    } catch {
      // What is missing for good fails below.
    }
  }
  return load();
}
