import { DatabaseBackup, HardDrive, ShieldCheck } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useStorageWords } from '#client/i18n/compiled/use-storage-words.ts';
import type { Loss } from '#client/store/device-book.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Button } from '#client/ui/button.tsx';
import { unreachable } from '#shared/unreachable';
import { describeLoss } from './describe-loss.ts';
import { NoticeCard } from '#client/ui/notice-card.tsx';
import { spaceTexts } from './size-text.ts';
import type { Space } from './space.ts';
import type { StorageNotice } from './watch-storage.ts';

/** What can be done about a notice. */
export interface NoticeActions {
  onClose: () => void;
  onSignIn: () => void;
  onImport: () => void;
  onExport: () => void;
  onSettings: () => void;
  /** Asks the browser to keep the data; undefined where it does already, or cannot. */
  onKeep: (() => void) | undefined;
}

/** Says what there is to say about the storage of this device. */
export function StorageNoticeCard(
  props: NoticeActions & { notice: StorageNotice; hasAccount: boolean },
) {
  const { notice } = props;
  switch (notice.name) {
    case 'loss':
      return <LossCard {...props} loss={notice.loss} />;
    case 'short':
      return <ShortCard {...props} space={notice.space} />;
    case 'ask':
      return <AskCard {...props} />;
    default:
      return unreachable(notice);
  }
}

/** Closed by the same word as everything. */
function StorageCard(props: Omit<ComponentProps<typeof NoticeCard>, 'closeLabel'>) {
  const { common } = useMessages();
  return <NoticeCard {...props} closeLabel={common.close} />;
}

function LossCard({ loss, ...act }: NoticeActions & { loss: Loss }) {
  const words = useStorageWords();
  const formats = useFormats();
  const { title, texts } = describeLoss(loss, { words, formats });
  const isOver = (run: () => void) => () => {
    act.onClose();
    run();
  };
  return (
    <StorageCard
      icon={<DatabaseBackup className="text-danger" />}
      testId="storage-loss"
      title={title}
      texts={loss.what === 'sign-in' ? texts : [...texts, words.lossPrevent]}
      onClose={act.onClose}
      actions={
        <>
          {loss.what === 'tasks' ? null : (
            <Button size="small" look="primary" onClick={isOver(act.onSignIn)}>
              {words.signIn}
            </Button>
          )}
          {loss.isGuest ? (
            <Button
              size="small"
              look="primary"
              data-testid="loss-import"
              onClick={isOver(act.onImport)}
            >
              {words.import}
            </Button>
          ) : null}
          {act.onKeep === undefined || loss.what === 'sign-in' ? null : (
            <Button size="small" data-testid="loss-keep" onClick={act.onKeep}>
              {words.keep}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={act.onClose}>
            {words.understood}
          </Button>
        </>
      }
    />
  );
}

function ShortCard({
  space,
  hasAccount,
  ...act
}: NoticeActions & { space: Space; hasAccount: boolean }) {
  const words = useStorageWords();
  return (
    <StorageCard
      icon={<HardDrive className="text-warn" />}
      testId="storage-short"
      title={words.shortTitle}
      texts={[
        words.shortUsed(spaceTexts(space, words)),
        hasAccount ? words.shortSafeAccount : words.shortSafe,
      ]}
      onClose={act.onClose}
      actions={
        <>
          <Button size="small" onClick={act.onExport} data-testid="short-export">
            {words.export}
          </Button>
          <Button size="small" look="quiet" onClick={act.onSettings}>
            {words.details}
          </Button>
        </>
      }
    />
  );
}

function AskCard(act: NoticeActions) {
  const words = useStorageWords();
  return (
    <StorageCard
      icon={<ShieldCheck className="text-accent" />}
      testId="storage-ask"
      title={words.askTitle}
      texts={[words.askText]}
      onClose={act.onClose}
      actions={
        <>
          <Button size="small" look="primary" data-testid="ask-now" onClick={act.onKeep}>
            {words.askNow}
          </Button>
          <Button size="small" look="quiet" onClick={act.onClose}>
            {words.notNow}
          </Button>
        </>
      }
    />
  );
}
