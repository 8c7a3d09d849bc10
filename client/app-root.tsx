import { useCallback, useEffect, useRef, useState } from 'react';
import { App } from '#client/app.tsx';
import { BrokenPart } from '#client/broken-part.tsx';
import type { Browser } from '#client/browser.ts';
import { exportData } from '#client/export-data.ts';
import { LanguageProvider } from '#client/i18n/language-provider.tsx';
import type { Language } from '#client/i18n/language.ts';
import { findLanguage } from '#client/i18n/languages.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { hintsOf, OwnKeysContext } from '#client/keys/own-keys.ts';
import { type GuestShare, type OpenWorkspace, openWorkspace } from '#client/open-workspace.ts';
import type { SignInForm } from '#client/session/login-page.tsx';
import type { RememberedAccount } from '#client/session/remembered-account.ts';
import type { Session, SignInOutcome } from '#client/session/session.ts';
import type { PreferenceStore } from '#client/settings/preferences.ts';
import { StoreContext } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { Button } from '#client/ui/button.tsx';
import { MergeDrawing } from '#client/ui/merge-drawing.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { KeyHintsContext } from '#client/ui/key-hints.ts';
import { type Broken, BrokenContext, Guard } from '#client/ui/guard.tsx';
import type { Updates } from '#client/updates.ts';

/** What the composition root hands to the screens. */
export interface AppRootProps {
  session: Session;
  browser: Browser;
  preferences: PreferenceStore;
  updates: Updates;
}

type Opening =
  | { name: 'opening' }
  | { name: 'open'; workspace: OpenWorkspace }
  | { name: 'failed' };

/** The app in the language of the person. */
export function AppRoot(props: AppRootProps & { language: Language }) {
  const { preferences, language } = props;
  const wanted = useLive(preferences.preferences$, preferences.current());
  return (
    <LanguageProvider wanted={findLanguage(wanted.language, navigator.languages)} first={language}>
      <OwnKeysContext value={wanted.keys}>
        <KeyHintsContext value={hintsOf(wanted.keys)}>
          <OpenedApp {...props} />
        </KeyHintsContext>
      </OwnKeysContext>
    </LanguageProvider>
  );
}

/** Opens what the remembered person, or the guest, has on this device, and changes it at sign-in and sign-out. */
function OpenedApp(props: AppRootProps) {
  const { session, browser } = props;
  const [opening, setOpening] = useState<Opening>({ name: 'opening' });
  const current = useRef<Promise<OpenWorkspace | undefined>>(Promise.resolve(undefined));

  const open = useCallback(
    (account: RememberedAccount | undefined, adds: GuestShare): Promise<void> => {
      // One after another: databases must be closed before they are moved or deleted.
      const next = current.current.then(async (before) => {
        await before?.close();
        return openWorkspace({ account, adds, session, browser });
      });
      current.current = next.catch(() => undefined);
      return next.then(
        (workspace) => {
          setOpening({ name: 'open', workspace });
          // Its first rows may be there already: what could not be read after them must not look like all there is.
          workspace.ready.catch((error: unknown) => {
            setOpening((now) =>
              now.name === 'open' && now.workspace === workspace ? { name: 'failed' } : now,
            );
            reportError(error);
          });
        },
        (error: unknown) => {
          setOpening({ name: 'failed' });
          throw error;
        },
      );
    },
    [session, browser],
  );
  useEffect(() => {
    const state = session.state();
    open(state.name === 'signed-out' ? undefined : state.account, 'nothing')
      .then(async () => {
        const { loadAhead } = await import('#client/load-ahead.ts');
        await loadAhead(browser.page.whenIdle);
      })
      .catch(reportError);
  }, [open, session, browser]);

  const signIn = async (form: SignInForm): Promise<SignInOutcome> => {
    const { email, password, name } = form;
    const outcome = await (form.mode === 'sign-up'
      ? session.register({ email, password, name })
      : session.login({ email, password }));
    if (outcome.outcome === 'signed-in') await open(outcome.account, form.adds);
    return outcome;
  };
  const leave = async (how: 'clear' | 'keep') => {
    const { signOut } = await import('#client/sign-out.ts');
    const state = session.state();
    const forget = () => {
      if (how !== 'clear' || state.name === 'signed-out') return;
      for (const row of ['drafts', 'reminders', 'first']) {
        browser.storage.removeItem(`taskflow.${row}.${state.account.userId}`);
      }
    };
    forget();
    const { storage } = browser;
    const openGuest = () => open(undefined, 'nothing');
    await signOut({ session, how, databases: {}, storage, openGuest });
    // What was noted until the account was closed goes too.
    forget();
  };

  if (opening.name === 'failed') return <StartFailed />;
  // A blank page for the few milliseconds that opening takes: anything else would only flash.
  if (opening.name === 'opening') return null;
  const { workspace } = opening;
  const renderBroken = (broken: Broken) => (
    <BrokenPart {...broken} onExport={() => exportData(workspace.store)} />
  );
  return (
    <StoreContext value={workspace.store}>
      <BrokenContext value={renderBroken}>
        <Guard place="view" key={workspace.store.workspaceId}>
          <App {...props} workspace={workspace} onSignIn={signIn} onSignOut={leave} />
        </Guard>
      </BrokenContext>
    </StoreContext>
  );
}

function StartFailed() {
  const { errors } = useMessages();
  return (
    <main>
      <EmptyState
        drawing={<MergeDrawing />}
        title={errors.startTitle}
        titleTag="h1"
        text={errors.startText}
        action={<Button onClick={() => location.reload()}>{errors.tryAgain}</Button>}
      />
    </main>
  );
}
