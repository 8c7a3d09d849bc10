import type { Cancel } from './scheduler.ts';

/** A token to send, or why there is none now. */
export type AccessToken =
  | { name: 'token'; token: string }
  | { name: 'needs-sign-in' }
  | { name: 'offline' };

/** What sync needs of the session; `client/session` keeps it. */
export interface AccessTokens {
  /** A token that still has life in it, refreshed first if need be. Never rejects. */
  accessToken(): Promise<AccessToken>;
  /** The server would not take this token: it is not handed out again. */
  reject(token: string): void;
  /** Tells of every new token, also the one after a sign-in. */
  onRenewed(listener: (token: string) => void): Cancel;
}
