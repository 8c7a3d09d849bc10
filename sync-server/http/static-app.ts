import { posix } from 'node:path';
import sirv from 'sirv';
import { isAppPage } from '#shared/app-paths';
import type { ApiContext, ApiMiddleware } from './api-context.ts';

/** Files whose name holds a hash of their content never change; everything else is asked for anew each time. */
const hashedFile = /^\/assets\//;
const immutable = 'public, max-age=31536000, immutable';

/**
 * Serves the built app from `directory`: precompressed neighbours (.br, .gz) where accepted, and `index.html` for every
 * navigation, since the app has its own routes. Source maps and dotfiles are not served. Files are looked up on each
 * request, so that a build under a running server neither breaks it nor needs a restart.
 */
export function staticApp(directory: string): ApiMiddleware {
  const serve = sirv(directory, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (answer, path) =>
      answer.setHeader('Cache-Control', hashedFile.test(path) ? immutable : 'no-cache'),
  });

  /** Whether a file of that name was there and has been sent. */
  async function sendFile(ctx: ApiContext, path: string): Promise<boolean> {
    ctx.req.url = path;
    const isSent = await new Promise<boolean>((resolve) => {
      ctx.res.once('close', () => resolve(true));
      serve(ctx.req, ctx.res, () => resolve(false));
    });
    if (isSent) ctx.respond = false;
    return isSent;
  }

  return async (ctx, next) => {
    const { path } = ctx;
    if (isAppPath(ctx)) {
      if (path !== '/' && isPublicFile(path) && (await sendFile(ctx, path))) return;
      if (isNavigation(ctx) && (await sendFile(ctx, '/index.html'))) return;
    }
    await next();
  };
}

function isAppPath(ctx: ApiContext): boolean {
  const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
  return isRead && !/^\/(api|socket\.io)(\/|$)/.test(ctx.path);
}

function isPublicFile(path: string): boolean {
  return !/\/\.|%|\\|\.map(\.br|\.gz)?$/i.test(path);
}

/** A page of the app, whoever asks; any other address without a file name is left to the app if a browser asks. */
function isNavigation(ctx: ApiContext): boolean {
  if (ctx.path.includes('/.') || posix.extname(ctx.path) !== '') return false;
  return isAppPage(ctx.path) || ctx.get('Accept').includes('text/html');
}
