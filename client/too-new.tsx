import { useEffect, useState } from 'react';
import { useUpdateWords } from '#client/i18n/compiled/use-update-words.ts';
import { useLive } from '#client/store/use-live.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { MergeDrawing } from '#client/ui/merge-drawing.tsx';
import type { Updates } from '#client/updates.ts';

/**
 * Instead of the app, where a newer build has written the database (R13): after a step back of the server, or in a tab that
 * was open for long. Nothing in it is touched or hidden; the newer version is looked for at once.
 */
export function TooNew({ updates }: { updates: Updates }) {
  const words = useUpdateWords();
  const waiting = useLive(updates.waiting$, undefined);
  const [isNotThere, setIsNotThere] = useState(false);
  useEffect(() => {
    void updates.check();
  }, [updates]);
  useEffect(() => waiting?.apply(), [waiting]);
  const update = async () => {
    const found = await updates.check();
    // The page may be the only old thing here.
    if (found === 'newest') location.reload();
    setIsNotThere(found !== 'waiting');
  };
  return (
    <main data-testid="too-new">
      <EmptyState
        drawing={<MergeDrawing />}
        title={words.tooNewTitle}
        titleTag="h1"
        text={isNotThere ? words.tooNewYet : words.tooNewText}
        action={
          <Button look="primary" onClick={() => void update()}>
            {words.tooNewAction}
          </Button>
        }
      />
    </main>
  );
}
