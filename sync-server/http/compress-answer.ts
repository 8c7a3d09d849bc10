import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ApiContext, ApiMiddleware } from './api-context.ts';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);

/**
 * The quickest levels: 2,000 tasks (1.3 MB) become 0.14–0.15 MB in 6 ms of another thread; the next better ones save a
 * twentieth of that and take up to three times as long.
 */
const gzipLevel = 1;
const brotliQuality = 1;

/** Below this an answer fits into one packet anyway. */
const worthPackingBytes = 1024;

/**
 * Packs answers over 1 KiB off the main thread where the client accepts it. A handler that gives its answer already
 * packed sets `Content-Encoding`; one that wants it sent as it is sets `ctx.state.compress = false`.
 */
export function compressAnswer(): ApiMiddleware {
  return async (ctx, next) => {
    await next();
    const bytes = packableBytes(ctx);
    if (bytes === undefined) return;
    ctx.vary('Accept-Encoding');
    const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity');
    if (encoding !== 'br' && encoding !== 'gzip') return;
    const type = ctx.response.get('Content-Type');
    ctx.body =
      encoding === 'br' ? await toBrotli(bytes) : await packGzip(bytes, { level: gzipLevel });
    ctx.set('Content-Type', type);
    ctx.set('Content-Encoding', encoding);
  };
}

function packableBytes(ctx: ApiContext): Buffer | undefined {
  const { body } = ctx;
  if (ctx.respond === false || ctx.state.compress === false || ctx.method === 'HEAD')
    return undefined;
  if (ctx.res.hasHeader('Content-Encoding')) return undefined;
  const bytes = answerBytes(body);
  return bytes === undefined || bytes.length <= worthPackingBytes ? undefined : bytes;
}

function answerBytes(body: unknown): Buffer | undefined {
  if (typeof body === 'string') return Buffer.from(body);
  if (Buffer.isBuffer(body)) return body;
  const isPlain = typeof body === 'object' && body !== null && !('pipe' in body);
  return isPlain ? Buffer.from(JSON.stringify(body)) : undefined;
}

function toBrotli(bytes: Buffer): Promise<Buffer> {
  return packBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } });
}
