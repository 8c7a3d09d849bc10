import { BellRing } from 'lucide-react';
import { useNoticesWords } from '#client/i18n/compiled/use-notices-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { NoticeCard } from '#client/ui/notice-card.tsx';

/** Asks whether reminders should come when the app is closed, before the browser asks: a no there is for good. */
export function AskCard({ onAllow, onClose }: { onAllow: () => void; onClose: () => void }) {
  const words = useNoticesWords();
  const { common } = useMessages();
  return (
    <NoticeCard
      icon={<BellRing className="text-accent" />}
      testId="notices-ask"
      place="middle"
      title={words.askTitle}
      texts={[words.askText]}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        <>
          <Button size="small" look="primary" data-testid="notices-allow" onClick={onAllow}>
            {words.askNow}
          </Button>
          <Button size="small" look="quiet" onClick={onClose}>
            {words.notNow}
          </Button>
        </>
      }
    />
  );
}
