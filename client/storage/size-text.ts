import type { StorageWords } from '#client/i18n/compiled/types/storage-words.ts';
import { sizeOf, type Space } from './space.ts';

/** A size in words, e.g. `1.2 GB`. */
export function sizeText(bytes: number, { sizes }: Pick<StorageWords, 'sizes'>): string {
  const { amount, unit } = sizeOf(bytes);
  return sizes[unit]({ amount });
}

/** The sizes of a space in words. */
export function spaceTexts(space: Space, words: Pick<StorageWords, 'sizes'>) {
  return {
    used: sizeText(space.usedBytes, words),
    quota: sizeText(space.quotaBytes, words),
    left: sizeText(space.leftBytes, words),
  };
}
