import { LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '#client/ui/button.tsx';
import type { RememberedAccount } from './remembered-account.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { useSessionWords } from '#client/i18n/compiled/use-session-words.ts';

/** How a person leaves: `clear` takes the account's data off this device, `keep` leaves it there, locked. */
export type SignOut = (how: 'clear' | 'keep') => Promise<void>;

/** Who is signed in, and the way out; for a guest the way in. */
export function AccountCard({
  account,
  readUnsettled,
  onSignOut,
  onExport,
}: {
  account: RememberedAccount | undefined;
  /** How many changes the server does not have, refused ones included. */
  readUnsettled: () => Promise<number>;
  onSignOut: SignOut;
  onExport: () => void;
}) {
  const words = useSessionWords();
  const [unsettled, setUnsettled] = useState<number>();
  const signOut = async () => {
    const count = await readUnsettled();
    if (count === 0) await onSignOut('clear');
    else setUnsettled(count);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-3 px-4 py-3">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent">
        {account === undefined ? <UserRound className="size-[18px]" /> : initialOf(account.name)}
      </span>
      <div className="min-w-0 grow basis-28">
        <p className="truncate font-medium">{account?.name ?? words.guest}</p>
        <p className="text-[0.8125rem] wrap-anywhere text-muted">
          {account?.email ?? words.guestText}
        </p>
      </div>
      {account === undefined ? (
        <div className="flex flex-wrap gap-2">
          <Link
            href="/login"
            data-testid="login-link"
            className="press inline-flex h-9 items-center rounded-control border border-edge px-3.5 font-medium hover:bg-raised pointer-coarse:h-11"
          >
            {words.signIn}
          </Link>
          <Link
            href="/login?new"
            data-testid="sign-up-link"
            className="press inline-flex h-9 items-center rounded-control bg-accent px-3.5 font-medium text-on-accent hover:opacity-90 pointer-coarse:h-11"
          >
            {words.signUp}
          </Link>
        </div>
      ) : (
        <Button data-testid="logout-button" onClick={() => void signOut()}>
          <LogOut />
          {words.signOut}
        </Button>
      )}
      {unsettled === undefined ? null : (
        <SignOutDialog
          unsettled={unsettled}
          onClose={() => setUnsettled(undefined)}
          onSignOut={onSignOut}
          onExport={onExport}
        />
      )}
    </div>
  );
}

function initialOf(name: string): string {
  const letter = Array.from(name.trim())[0];
  return letter?.toUpperCase() ?? '·';
}
