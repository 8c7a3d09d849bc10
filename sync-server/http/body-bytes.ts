import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { ApiError } from '#shared/api-error';

const unpackGzip = promisify(gunzip);
const unpackBrotli = promisify(brotliDecompress);

/**
 * The bytes of a request's body, unpacked, at most `maxBytes` both before and after unpacking.
 * Throws ApiError `too_large`, `media_type_unsupported` (an encoding other than gzip and br), `encoding_invalid`,
 * or `json_invalid` when the sender went away in the middle.
 */
export async function readBodyBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const unpack = unpacker(request.headers['content-encoding']);
  return unpack(await readRaw(request, maxBytes), maxBytes);
}

/** What comes after the limit is read and dropped, so that the sender is still there to hear the answer. */
function readRaw(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const endedEarly = () =>
      reject(new ApiError('json_invalid', { detail: 'The body ended before its announced end.' }));
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      reject(new ApiError('too_large'));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', endedEarly);
    request.once('close', endedEarly);
    if (Number(request.headers['content-length'] ?? 0) > maxBytes)
      reject(new ApiError('too_large'));
  });
}

type Unpack = (packed: Buffer, maxBytes: number) => Promise<Buffer>;

function unpacker(encoding: string | undefined): Unpack {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return async (bytes) => bytes;
    case 'gzip':
    case 'x-gzip':
      return (packed, maxBytes) => bounded(unpackGzip(packed, { maxOutputLength: maxBytes }));
    case 'br':
      return (packed, maxBytes) => bounded(unpackBrotli(packed, { maxOutputLength: maxBytes }));
    default:
      throw new ApiError('media_type_unsupported', { detail: 'Pack the body as gzip or br.' });
  }
}

async function bounded(unpacked: Promise<Buffer>): Promise<Buffer> {
  try {
    return await unpacked;
  } catch (error) {
    const isBomb =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ApiError(isBomb ? 'too_large' : 'encoding_invalid');
  }
}
