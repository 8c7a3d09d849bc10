import type { NoticesWords } from '#client/i18n/compiled/types/notices-words.ts';
import type { NoticeWords } from '#shared/push-notice';

/**
 * The words around notices for the worker, which has no catalogs: what it fills in by itself stands as `{by}`, `{device}` and
 * `{count}` in them.
 */
export function shownWords(
  { shown }: Pick<NoticesWords, 'shown'>,
  { lang, dir }: Pick<NoticeWords, 'lang' | 'dir'>,
): Omit<NoticeWords, 'userId'> {
  const by = { by: '{by}' };
  return {
    reminder: shown.reminder,
    assigned: shown.assigned(by),
    mentioned: shown.mentioned(by),
    unsent: shown.unsent({ device: '{device}', count: '{count}' }),
    test: shown.test,
    done: shown.done,
    snooze: shown.snooze,
    lang,
    dir,
  };
}
