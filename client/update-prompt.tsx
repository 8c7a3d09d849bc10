import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useUpdateWords } from '#client/i18n/compiled/use-update-words.ts';
import { useLive } from '#client/store/use-live.ts';
import { Button } from '#client/ui/button.tsx';
import type { Updates } from '#client/updates.ts';

/** Says that a new version waits. Without an answer it takes over when the person leaves the page. */
export function UpdatePrompt({ updates }: { updates: Updates }) {
  const words = useUpdateWords();
  const waiting = useLive(updates.waiting$, undefined);
  const [isLater, setIsLater] = useState(false);
  if (waiting === undefined || isLater) return null;
  return (
    <div
      role="status"
      data-testid="update-prompt"
      className="fixed top-4 end-4 start-4 z-40 mx-auto flex max-w-sm animate-rise-in items-center gap-2 rounded-card bg-surface py-1.5 pe-2 ps-4 shadow-float sm:start-auto"
    >
      <Sparkles className="size-4 text-accent" aria-hidden="true" />
      <p className="grow font-medium">{words.ready}</p>
      <Button size="small" look="quiet" onClick={() => setIsLater(true)}>
        {words.later}
      </Button>
      <Button size="small" look="primary" onClick={() => waiting.apply()}>
        {words.apply}
      </Button>
    </div>
  );
}
