import { ConflictToasts } from '#client/conflicts/conflict-toasts.tsx';
import { UpdatePrompt } from '#client/update-prompt.tsx';
import type { Updates } from '#client/updates.ts';

/** What only speaks when something happens: nobody needs it to see the list, so it is loaded after it. */
export function Attendants({ updates }: { updates: Updates }) {
  return (
    <>
      <ConflictToasts />
      <UpdatePrompt updates={updates} />
    </>
  );
}
