import { limits } from '#shared/limits';
import type { ApiContext } from './api-context.ts';

const name = 'taskflow_refresh';

/** The refresh cookie: out of reach of scripts, sent to the account endpoints only, never across sites. */
export interface RefreshCookie {
  read(ctx: ApiContext): string | undefined;
  write(ctx: ApiContext, token: string): void;
  clear(ctx: ApiContext): void;
}

/** `isSecure`: people reach the server by https, so that the cookie must never travel without. */
export function createRefreshCookie({ isSecure }: { isSecure: boolean }): RefreshCookie {
  const attributes = `Path=/api/auth; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  const maxAgeSeconds = Math.floor(limits.refreshTokenMs / 1000);
  return {
    read: (ctx) => ctx.cookies.get(name),
    write: (ctx, token) =>
      ctx.set('Set-Cookie', `${name}=${token}; ${attributes}; Max-Age=${maxAgeSeconds}`),
    clear: (ctx) => ctx.set('Set-Cookie', `${name}=; ${attributes}; Max-Age=0`),
  };
}
