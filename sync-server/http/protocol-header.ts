import { ApiError } from '#shared/api-error';
import { oldestProtocolVersion } from '#shared/protocol-version';
import type { ApiMiddleware } from './api-context.ts';

/**
 * Refuses clients older than the oldest protocol version still spoken; they keep their outbox (R13).
 * A request without the header is plain REST, which has no versions behind it.
 */
export function protocolHeader(): ApiMiddleware {
  return async (ctx, next) => {
    const version = ctx.get('X-TaskFlow-Protocol');
    if (version !== '' && ctx.path.startsWith('/api/') && !isSpoken(version)) {
      throw new ApiError('upgrade_required', { members: { oldest: oldestProtocolVersion } });
    }
    await next();
  };
}

function isSpoken(version: string): boolean {
  return /^\d{1,9}$/.test(version) && Number(version) >= oldestProtocolVersion;
}
