/** One file of a pack. */
export interface PackedFile {
  /** Its path on the server. */
  path: string;
  bytes: Uint8Array;
}

/** Where a build has all its hashed files in one. */
export const packPath = '/app.pack';

/**
 * Many files as one: the length of an index in four bytes, the index as JSON of paths and lengths, and the contents in its
 * order. One request for all of them, and one compression over all of them.
 */
export function packFiles(files: readonly PackedFile[]): Uint8Array {
  const index = new TextEncoder().encode(
    JSON.stringify(files.map(({ path, bytes }) => [path, bytes.byteLength])),
  );
  const whole = new Uint8Array(
    files.reduce((sum, { bytes }) => sum + bytes.byteLength, 4 + index.byteLength),
  );
  new DataView(whole.buffer).setUint32(0, index.byteLength);
  whole.set(index, 4);
  let at = 4 + index.byteLength;
  for (const { bytes } of files) {
    whole.set(bytes, at);
    at += bytes.byteLength;
  }
  return whole;
}

/** The files of a pack. Throws Error for what is no whole pack. */
export function unpackFiles(pack: Uint8Array): PackedFile[] {
  if (pack.byteLength < 4) throw new Error('a pack is cut off');
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  let at = 4 + view.getUint32(0);
  const index: unknown = JSON.parse(new TextDecoder().decode(pack.subarray(4, at)));
  if (!isIndex(index)) throw new Error('a pack has no index');
  const files = index.map(([path, length]) => {
    const bytes = pack.subarray(at, at + length);
    at += length;
    return { path, bytes };
  });
  if (at !== pack.byteLength) throw new Error('a pack is cut off');
  return files;
}

function isIndex(index: unknown): index is [string, number][] {
  return (
    Array.isArray(index) &&
    index.every(
      (entry) =>
        Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]),
    )
  );
}
