import type { ApiMiddleware } from './api-context.ts';

/**
 * Headers of every answer. Scripts and styles come from our own files only: nothing inline, no eval, no other origin.
 * `publicUrl` is where people reach the server; HSTS and the upgrade of requests are sent only when it is https.
 */
export function securityHeaders(publicUrl: string | undefined): ApiMiddleware {
  const isHttps = publicUrl?.startsWith('https:') === true;
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(publicUrl, isHttps),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'X-Frame-Options': 'DENY',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  return async (ctx, next) => {
    ctx.set(headers);
    if (ctx.path.startsWith('/api/')) ctx.set('Cache-Control', 'no-store');
    await next();
  };
}

function contentSecurityPolicy(publicUrl: string | undefined, isHttps: boolean): string {
  const socket = publicUrl === undefined ? '' : ` ${publicUrl.replace(/^http/, 'ws')}`;
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(isHttps ? ['upgrade-insecure-requests'] : [])].join('; ');
}
