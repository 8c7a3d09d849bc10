import Koa from 'koa';
import type { RandomBytes } from '#shared/ids';
import type { Log } from '../log.ts';
import type { ApiRouter, ApiState } from './api-context.ts';
import { compressAnswer } from './compress-answer.ts';
import { errorResponse } from './error-response.ts';
import { missedShare } from './missed-share.ts';
import { protocolHeader } from './protocol-header.ts';
import { limitAddress, type RateBuckets, type RateRule } from './rate-limit.ts';
import { requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { staticApp } from './static-app.ts';
import { nothingHere, refuseOtherMethods } from './unmatched-route.ts';

/** What every request passes on its way to a route. */
export interface KoaAppParts {
  router: ApiRouter;
  log: Log;
  random: RandomBytes;
  buckets: RateBuckets;
  addressRule: RateRule;
  publicUrl: string | undefined;
  trustedProxyHops: number;
  clientDirectory: string;
}

/**
 * The steps of every request in their order; session, limit per person, body and membership follow inside the routes,
 * and what no route takes is a file or a page of the app.
 */
export function createKoaApp(of: KoaAppParts): Koa<ApiState> {
  const app = new Koa<ApiState>({
    proxy: of.trustedProxyHops > 0,
    maxIpsCount: of.trustedProxyHops,
  });
  app.use(requestId(of.random));
  app.use(securityHeaders(of.publicUrl));
  app.use(compressAnswer());
  app.use(errorResponse(of.log));
  app.use(limitAddress(of.buckets, of.addressRule));
  app.use(protocolHeader());
  app.use(of.router.routes());
  app.use(refuseOtherMethods(of.router));
  app.use(missedShare());
  app.use(staticApp(of.clientDirectory));
  app.use(nothingHere());
  app.on('error', (err) => of.log.warn({ err }, 'an answer could not be sent'));
  return app;
}
