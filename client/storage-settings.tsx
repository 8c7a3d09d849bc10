import { useMemo, useState } from 'react';
import type { Browser } from '#client/browser.ts';
import { useStorageWords } from '#client/i18n/compiled/use-storage-words.ts';
import { Group, Row } from '#client/settings/settings-parts.tsx';
import { createStoragePorts } from '#client/storage-ports.ts';
import { createKeepAsking } from '#client/storage/keep-asking.ts';
import type { Platform } from '#client/storage/platform.ts';
import { spaceTexts } from '#client/storage/size-text.ts';
import type { Space } from '#client/storage/space.ts';
import { useStorageState } from '#client/storage/use-storage-state.ts';
import { Button } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';

/** Whether the browser keeps what is on this device, how much room there is, and what WebKit does to pages in its tabs. */
export function StorageSettings({
  browser,
  hasAccount,
}: {
  browser: Browser;
  hasAccount: boolean;
}) {
  const words = useStorageWords();
  const ports = useMemo(() => createStoragePorts(browser), [browser]);
  const { state, refresh } = useStorageState(ports);
  const [answer, setAnswer] = useState<'agreed' | 'refused'>();
  const ask = async () => {
    const isAgreed = await createKeepAsking(ports, { countOwnTasks: () => 0 }).ask();
    setAnswer(isAgreed ? 'agreed' : 'refused');
    refresh();
  };
  const { asksPerson, clearsAfterWeek } = ports.platform;
  const refused = asksPerson ? words.refusedByPerson : words.refused;
  const kept = state?.isKept === true;
  const why = [
    answer === 'refused' ? refused : words.notKeptText,
    ...(asksPerson && answer === undefined ? [words.asksYou] : []),
    ...(hasAccount ? [words.accountHelps] : []),
  ];
  return (
    <Group title={words.title}>
      <div data-testid="storage-kept" data-kept={state?.isKept} aria-live="polite">
        {state?.isKept === undefined ? (
          <Row label={words.unknown} />
        ) : (
          <Row
            label={kept ? words.kept : words.notKept}
            text={kept ? words.keptText : why.join(' ')}
          >
            {kept || ports.keeper.persist === undefined ? null : (
              <Button data-testid="storage-ask-button" onClick={() => void ask()}>
                {words.ask}
              </Button>
            )}
          </Row>
        )}
      </div>
      {state?.space === undefined ? null : <SpaceRow space={state.space} />}
      {clearsAfterWeek === undefined ? null : <WeekRow device={clearsAfterWeek} />}
    </Group>
  );
}

function SpaceRow({ space }: { space: Space }) {
  const words = useStorageWords();
  const texts = spaceTexts(space, words);
  const share = Math.min(1, space.usedBytes / space.quotaBytes);
  return (
    <div data-testid="storage-space" className="pb-3">
      <Row
        label={words.used(texts)}
        text={space.isShort ? words.shortText : words.usedText(texts)}
      />
      <div
        role="meter"
        aria-label={words.meter}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words.used(texts)}
        className="mx-4 h-1.5 overflow-hidden rounded-full bg-raised"
      >
        <div
          className={classNames('h-full rounded-full', space.isShort ? 'bg-danger' : 'bg-accent')}
          // What is there is seen, however little it is.
          style={{ inlineSize: `max(${share * 100}%, 0.375rem)` }}
        />
      </div>
    </div>
  );
}

function WeekRow({ device }: { device: NonNullable<Platform['clearsAfterWeek']> }) {
  const words = useStorageWords();
  const { steps } = words;
  return (
    <div data-testid="storage-week" className="flex flex-col gap-1 px-4 py-3">
      <p className="font-medium">{words.week[device]}</p>
      <p className="text-[0.8125rem] text-pretty text-muted">{words.weekText}</p>
      <ol className="list-decimal ps-5 text-[0.8125rem] text-muted marker:text-muted">
        <li>{steps.share}</li>
        <li>{device === 'mac' ? steps.dock : steps.home}</li>
        <li>{steps.open}</li>
      </ol>
      <p className="text-[0.8125rem] text-pretty text-muted">{words.bringAlong}</p>
    </div>
  );
}
