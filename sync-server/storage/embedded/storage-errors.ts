import { ApiError } from '#shared/api-error';

/** The error of a storage that does not answer, with what is known of why. */
export function storageUnavailable(cause: unknown): ApiError {
  const error = new ApiError('storage_unavailable', { retryAfterSeconds: 2 });
  return Object.assign(error, { cause });
}

/** The error of a disk without space, with what is known of why. */
export function storageFull(cause: unknown): ApiError {
  return Object.assign(new ApiError('storage_full'), { cause });
}
