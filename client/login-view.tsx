import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { countGuestChanges } from '#client/store/guest-examples.ts';
import { LoginPage } from '#client/session/login-page.tsx';

/** The way in, with `?new` for who has no account yet; it leads to the list. */
export function LoginView({ workspace, onSignIn }: AppProps) {
  const [, navigate] = useLocation();
  const isNew = new URLSearchParams(useSearch()).has('new');
  const [guestChanges, setGuestChanges] = useState(0);
  const isGuest = workspace.account === undefined;
  useEffect(() => {
    if (isGuest) countGuestChanges().then(setGuestChanges, reportError);
  }, [isGuest]);
  return (
    <LoginPage
      startsWith={isNew ? 'sign-up' : 'sign-in'}
      guestChanges={guestChanges}
      onSubmit={onSignIn}
      onDone={() => navigate('/dashboard', { replace: true })}
    />
  );
}
