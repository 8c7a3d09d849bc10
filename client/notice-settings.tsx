import type { AppProps } from '#client/app.tsx';
import { useNoticesWords } from '#client/i18n/compiled/use-notices-words.ts';
import { useFormats, useLanguage } from '#client/i18n/language.ts';
import { noticeSwitchOf } from '#client/notice-ports.ts';
import { NoticeRows } from '#client/notices/notice-rows.tsx';
import { shownWords } from '#client/notices/shown-words.ts';
import { Group, Row } from '#client/settings/settings-parts.tsx';

/** What this device is told while the app is closed; a guest is told by the open app only. */
export function NoticeSettings(props: AppProps) {
  const words = useNoticesWords();
  const { code: lang } = useLanguage();
  const { direction: dir } = useFormats();
  const notices = noticeSwitchOf(props, shownWords(words, { lang, dir }));
  return (
    <Group title={words.title}>
      {notices === undefined ? (
        <Row label={words.onDevice} text={words.signIn} />
      ) : (
        <NoticeRows notices={notices} Row={Row} />
      )}
    </Group>
  );
}
