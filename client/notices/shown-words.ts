import type { NoticesWords } from '#client/i18n/compiled/types/notices-words.ts';
import type { ShownWords } from './notice-switch.ts';

/**
 * The words around notices for the worker, which has no catalogs: what it fills in by itself stands as `{by}`, `{device}` and
 * `{count}` in them.
 */
export function shownWords(
  { shown }: Pick<NoticesWords, 'shown'>,
  { lang, dir }: Pick<ShownWords, 'lang' | 'dir'>,
): ShownWords {
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
