import { type Logger, pino } from 'pino';

/** What code below the composition root may do with the log: a fixed sentence and ids, never content or tokens. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** How much the log says. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Fields that must never be written, wherever a careless line puts them. */
const redacted = [
  'password',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'email',
  'title',
  'notes',
].flatMap((field) => [field, `*.${field}`]);

/** A log of JSON lines on stdout, without the fields that are nobody's business. */
export function createLog(level: LogLevel): Log {
  return pino({ level, base: null, redact: { paths: redacted, censor: '[redacted]' } });
}
