import { ApiError } from '#shared/api-error';
import type { ApiContext } from './api-context.ts';

/**
 * Refuses requests that another site made a browser send: the refresh cookie is the only thing a browser adds by itself.
 * Fetch metadata decides where the browser sends it, else Origin; a program that sends neither has no cookie to abuse.
 */
export function requireSameOrigin(ctx: ApiContext, publicUrl: string | undefined): void {
  ctx.vary('Origin, Sec-Fetch-Site');
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '') {
    if (site !== 'same-origin') throw new ApiError('csrf');
    return;
  }
  const origin = ctx.get('Origin');
  if (origin !== '' && !isOwnOrigin(ctx, origin, publicUrl)) throw new ApiError('csrf');
}

function isOwnOrigin(ctx: ApiContext, origin: string, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === ctx.host;
}
