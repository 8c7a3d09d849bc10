import type * as z from 'zod/mini';
import { parse } from '#shared/parse';
import {
  failureOfForeignAnswer,
  failureOfProblem,
  readProblem,
  type SyncFailure,
} from './sync-failure.ts';

/** An HTTP answer read to its end. */
export interface ReadAnswer {
  status: number;
  contentType: string;
  retryAfter: string | null;
  text: string;
}

/**
 * What an HTTP answer says, by the schema it must keep. Only JSON is ever read as data: the sign-in page of a hotel,
 * served with 200 under our address, is no answer at all.
 */
export function readHttpAnswer<S extends z.core.$ZodType>(
  schema: S,
  answer: ReadAnswer,
): { name: 'answered'; answer: z.output<S> } | SyncFailure {
  const retryAfterMs = readRetryAfter(answer.retryAfter);
  const body = readJson(answer);
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = parse(schema, body);
    return parsed.ok ? { name: 'answered', answer: parsed.value } : { name: 'unreachable' };
  }
  const problem = readProblem(body);
  return problem === undefined
    ? failureOfForeignAnswer(answer.status, retryAfterMs)
    : failureOfProblem(problem, retryAfterMs);
}

/** JSON by its declared type and its form; undefined for anything else. */
function readJson({ contentType, text }: ReadAnswer): unknown {
  if (!/^application\/(problem\+)?json\b/.test(contentType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole seconds, as TaskFlow sends them; the form with a date is for others. */
function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) * 1000 : undefined;
}
