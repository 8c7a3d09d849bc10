import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { uuid } from '#shared/fields';
import { parse } from '#shared/parse';
import { verifySignature } from '../session/verify-signature.ts';

/** What the bearer of a notice may do: complete or put off one task, as this person, while the subscription lives. */
export interface ActionGrant {
  userId: string;
  workspaceId: string;
  taskId: string;
  subscriptionId: string;
}

/** Signs and reads what allows the buttons of a notice to work without a page. */
export interface ActionTokens {
  issue(grant: ActionGrant): string;
  /** Throws ApiError `token_invalid` or `token_expired`. */
  verify(token: string): ActionGrant & { id: string };
}

const issuer = 'taskflow';
/** An access token is none of these, nor the other way round. */
const audience = 'taskflow-notice';
const countsForSeconds = 3 * 24 * 60 * 60;
const claimsSchema = z.object({
  sub: uuid,
  wsp: uuid,
  tsk: uuid,
  psh: z.string(),
  jti: z.string(),
});

/** JWTs signed with HS256; they travel only within an encrypted push message. */
export function createActionTokens(of: {
  secret: string;
  clock: () => number;
  newId: () => string;
}): ActionTokens {
  return {
    issue: ({ userId, workspaceId, taskId, subscriptionId }) => {
      const iat = Math.floor(of.clock() / 1000);
      const claims = {
        iat,
        exp: iat + countsForSeconds,
        wsp: workspaceId,
        tsk: taskId,
        psh: subscriptionId,
      };
      return jwt.sign(claims, of.secret, {
        algorithm: 'HS256',
        issuer,
        audience,
        subject: userId,
        jwtid: of.newId(),
      });
    },
    verify: (token) => {
      const claims = parse(claimsSchema, verifySignature(token, { ...of, issuer, audience }));
      if (!claims.ok) throw new ApiError('token_invalid');
      const { sub, wsp, tsk, psh, jti } = claims.value;
      return { userId: sub, workspaceId: wsp, taskId: tsk, subscriptionId: psh, id: jti };
    },
  };
}
