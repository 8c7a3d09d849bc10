import { RotateCcw } from 'lucide-react';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { useTrashedLabels } from './label-queries.ts';

/** The labels in the trash; one that is restored stands on its tasks again. */
export function TrashedLabels({ onRestore }: { onRestore: (labelId: string) => void }) {
  const words = useLabelsWords();
  const { tasks } = useMessages();
  const labels = useTrashedLabels();
  if (labels.length === 0) return null;
  return (
    <section aria-label={words.trashed} className="pt-6 pb-4">
      <h2 className="px-2.5 pb-1 text-xs font-medium text-muted">{words.trashed}</h2>
      <ul>
        {labels.map(({ id, name, color }) => (
          <li
            key={id}
            data-testid="trashed-label"
            className="flex h-12 items-center gap-3 rounded-control px-2.5 hover:bg-raised/70"
          >
            <ColorDot color={color} />
            <span dir="auto" className="min-w-0 grow truncate text-muted">
              {name}
            </span>
            <Button size="small" look="quiet" onClick={() => onRestore(id)}>
              <RotateCcw />
              {tasks.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
