/** A cache of a browser that keeps in memory what is put there; `kept` by the paths of the addresses. */
export function memoryCache() {
  const kept = new Map<string, Response>();
  const addressOf = (request: RequestInfo | URL) =>
    new URL(request instanceof Request ? request.url : request, 'https://app.example').pathname;
  const cache: Partial<Cache> = {
    put: async (request, response) => void kept.set(addressOf(request), response),
    match: async (request) => kept.get(addressOf(request))?.clone(),
    delete: async (request) => kept.delete(addressOf(request)),
    keys: async () => [...kept.keys()].map((path) => new Request(`https://app.example${path}`)),
  };
  return { kept, caches: { open: async () => cache as Cache } };
}
