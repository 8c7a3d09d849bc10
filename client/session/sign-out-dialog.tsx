import { useState } from 'react';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import type { SignOut } from './account-card.tsx';
import { useSessionWords } from '#client/i18n/compiled/use-session-words.ts';

/** Asks what becomes of changes that the server does not have yet; nothing goes without being typed (R12). */
export function SignOutDialog({
  unsettled,
  onClose,
  onSignOut,
  onExport,
}: {
  unsettled: number;
  onClose: () => void;
  onSignOut: SignOut;
  onExport: () => void;
}) {
  const words = useSessionWords();
  const { common, errors } = useMessages();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  // As it is shown, or with the digits of a keyboard that has no others.
  const isConfirmed = [String(unsettled), formats.number(unsettled)].includes(typed.trim());
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.signOutTitle}
      description={words.signOutText({ count: unsettled })}
      closeLabel={common.close}
    >
      <div className="flex flex-col gap-2 pt-4" data-testid="logout-dialog">
        <Button look="primary" data-autofocus="" onClick={onClose}>
          {words.staySignedIn}
        </Button>
        <Button
          className="h-auto! min-h-9 py-1.5 pointer-coarse:min-h-11"
          onClick={() => void onSignOut('keep')}
        >
          {words.keepLocked}
        </Button>
        <Button onClick={onExport}>{errors.export}</Button>
        <form
          className="mt-3 flex items-end gap-2 border-t border-line pt-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (isConfirmed) void onSignOut('clear');
          }}
        >
          <div className="grow">
            <Field label={words.discardLabel({ count: unsettled })}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </Field>
          </div>
          <Button type="submit" look="danger" disabled={!isConfirmed}>
            {words.discard}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
