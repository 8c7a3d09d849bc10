import type { StorageWords } from '#client/i18n/compiled/types/storage-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Loss } from '#client/store/device-book.ts';

/** A loss in words: what the browser took, when it was last seen, what comes back, and what does not. */
export function describeLoss(
  loss: Loss,
  { words, formats }: { words: StorageWords; formats: Pick<Formats, 'instant'> },
): { title: string; texts: readonly string[] } {
  const count = loss.waiting;
  if (loss.what === 'sign-in') {
    const texts = [words.forgottenText, words.forgottenWaiting({ count })];
    return { title: words.forgottenTitle, texts };
  }
  const at = new Date(loss.seenMs).toISOString();
  const when = formats.instant(at, { dateStyle: 'long', timeStyle: 'short' });
  const seen = words.lossSeen({ when });
  if (loss.isGuest) return { title: words.lossTitle, texts: [seen, words.lossGuest] };
  const back = loss.what === 'both' ? words.lossSignIn : words.lossAccount;
  return { title: words.lossTitle, texts: [seen, back, words.lossWaiting({ count })] };
}
