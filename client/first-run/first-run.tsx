import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useExamplesWords } from '#client/i18n/compiled/use-examples-words.ts';
import { isNewDevice } from '#client/store/guest-examples.ts';
import { useStore } from '#client/store/store-context.ts';
import { printKeys } from '#client/ui/print-keys.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { examplesId, seedExamples } from './seed-examples.ts';

/** What this device remembers of the examples. */
export interface ExamplesMemory {
  examples: 'made' | 'removed';
  examplesId?: string;
}

/**
 * Gives somebody who never had anything on this device a project to try things in, and shows it to whoever would else
 * see an empty inbox. Everybody else is marked as not wanting one, so that this happens once.
 */
export function FirstRun({ onExamples }: { onExamples: (memory: ExamplesMemory) => void }) {
  const store = useStore();
  const words = useExamplesWords();
  const isTouch = useMediaQuery('(pointer: coarse)');
  const [, navigate] = useLocation();
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    const run = async () => {
      const projectId = examplesId(store.workspaceId);
      // Another tab was quicker, or this one was closed before it could note it.
      const isMade = store.current(projectId) !== undefined;
      if (!isMade && !(await isNewDevice({}, store))) return onExamples({ examples: 'removed' });
      if (!isMade) await seedExamples(store, { words, isTouch, print: printKeys });
      onExamples({ examples: 'made', examplesId: projectId });
      if (!isMade && isAtStart()) navigate(`/project/${projectId}`);
    };
    run().catch(reportError);
  }, [store, words, isTouch, onExamples, navigate]);
  return null;
}

/** Whoever came for something else, or has begun to write, stays there. */
function isAtStart(): boolean {
  const { pathname, search } = window.location;
  const isWriting = document.activeElement?.matches('input, textarea') === true;
  return pathname === '/dashboard' && search === '' && !isWriting;
}
