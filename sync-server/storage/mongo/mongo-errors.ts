import { MongoError, MongoInvalidArgumentError, MongoServerError } from 'mongodb';
import { ApiError } from '#shared/api-error';

const duplicateKey = 11_000;

/** OutOfDiskSpace, and what hosted clusters answer above their quota. */
const fullCodes: readonly unknown[] = [14_031, 8_000];

/** BadValue, FailedToParse, TypeMismatch, DollarPrefixedFieldName, ImmutableField, BSONObjectTooLarge: ours to fix. */
const ownFaultCodes: readonly unknown[] = [2, 9, 14, 52, 66, 10_334];

/** Whether a write failed because its key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === duplicateKey;
}

/** Whether one failed write of a bulk failed because its key is there already. */
export function isDuplicateWrite(error: { code: number }): boolean {
  return error.code === duplicateKey;
}

/** Whether nothing was written because there is no space. */
export function isFull(error: { code?: unknown }): boolean {
  return fullCodes.includes(error.code);
}

/**
 * Gives what `work` gives. Errors of a database that is gone, slow or without majority become ApiError
 * `storage_unavailable`, one without space `storage_full`; errors of our own stay what they are.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asApiError(error);
  }
}

function asApiError(error: unknown): unknown {
  if (!(error instanceof MongoError) || isOwnFault(error)) return error;
  const apiError = isFull(error)
    ? new ApiError('storage_full')
    : new ApiError('storage_unavailable', { retryAfterSeconds: 2 });
  return Object.assign(apiError, { cause: error });
}

function isOwnFault(error: MongoError): boolean {
  return error instanceof MongoInvalidArgumentError || ownFaultCodes.includes(error.code);
}
