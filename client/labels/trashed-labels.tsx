import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { TrashedList } from '#client/ui/trashed-list.tsx';
import { useTrashedLabels } from './label-queries.ts';

/** The labels in the trash; one that is restored stands on its tasks again. */
export function TrashedLabels({ onRestore }: { onRestore: (labelId: string) => void }) {
  const words = useLabelsWords();
  const { tasks } = useMessages();
  const labels = useTrashedLabels();
  return (
    <TrashedList
      heading={words.trashed}
      restoreWord={tasks.restore}
      items={labels}
      renderMark={({ color }) => <ColorDot color={color} />}
      onRestore={onRestore}
      testId="trashed-label"
    />
  );
}
