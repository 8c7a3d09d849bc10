import { packPath, unpackFiles } from '#shared/file-pack';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** What a file has of its own, and not of the answer it came in. */
const ofTheFile =
  /^(content-(type|length|encoding)|etag|last-modified|cache-control|vary|date|age)$/;

/**
 * Puts the files of a build into an empty cache with one request instead of one for each: on a first visit the way to the
 * server and back is most of what these cost. `cacheKeys`: under which key each address is wanted; only of hashed names, whose
 * content can be no other. Gives the addresses that are in now; what a pack lacks is fetched as ever.
 */
export async function fillFromPack(
  cache: Cache,
  { cacheKeys, origin }: { cacheKeys: ReadonlyMap<string, string>; origin: string },
): Promise<ReadonlySet<string>> {
  const filled = new Set<string>();
  try {
    if ((await cache.keys()).length > 0) return filled;
    const answer = await fetch(packPath, { credentials: 'same-origin' });
    if (!answer.ok) return filled;
    const files = unpackFiles(new Uint8Array(await answer.arrayBuffer()));
    // The same security headers as each file would have had by itself.
    const headers = [...answer.headers].filter(([name]) => !ofTheFile.test(name));
    const put = async ({ path, bytes }: (typeof files)[number]) => {
      const url = new URL(path, origin).href;
      const type = types[path.slice(path.lastIndexOf('.') + 1)];
      if (cacheKeys.get(url) !== url || type === undefined) return;
      const own = new Headers([...headers, ['Content-Type', type]]);
      await cache.put(url, new Response(bytes.slice(), { headers: own }));
      filled.add(url);
    };
    await Promise.all(files.map(put));
  } catch {
    // A pack that cannot be had, or is of another build: each file is still there by itself.
  }
  return filled;
}
