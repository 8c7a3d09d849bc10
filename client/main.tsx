import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppRoot } from '#client/app-root.tsx';
import { createBrowser } from '#client/browser.ts';
import { createAccountMemory } from '#client/session/remembered-account.ts';
import { createSession } from '#client/session/session.ts';
import { english, type Language } from '#client/i18n/language.ts';
import { findLanguage } from '#client/i18n/languages.ts';
import {
  applyPreferences,
  createPreferences,
  preferencesKey,
} from '#client/settings/preferences.ts';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import { createUpdates } from '#client/updates.ts';
import './styles/app.css';

// The composition root of the client: the only place that makes clocks, chance, timers and connections.
const browser = createBrowser();
const session = createSession({
  loadRequests: async () => {
    const { createAuthRequests } = await import('#client/session/auth-requests.ts');
    return createAuthRequests((...args) => fetch(...args));
  },
  memory: createAccountMemory(browser.storage),
  locks: { request: async (name, run) => await navigator.locks.request(name, run) },
  scheduler: browser.scheduler,
});
const preferences = createPreferences({
  storage: browser.storage,
  apply: (wanted) => applyPreferences(document.documentElement, wanted),
});
const { scheduler } = browser;
const timing: Timing = {
  nowMs: () => scheduler.now(),
  after: (delayMs, callback) => scheduler.after(delayMs, callback),
};

// Signing in or out in another tab is for all tabs of this browser, and so is the look of the app.
window.addEventListener('storage', ({ key }) => {
  if (key === 'taskflow.account') location.reload();
  if (key === preferencesKey) preferences.reread();
});

const firstCode = findLanguage(preferences.current().language, navigator.languages);
if (firstCode === 'en') show(english);
else
  void import('#client/i18n/load-language.ts').then(async (i18n) =>
    show(await i18n.loadLanguage(firstCode)),
  );

function show(language: Language): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html lacks #root');
  createRoot(root).render(
    <StrictMode>
      <TimingContext value={timing}>
        <AppRoot
          session={session}
          browser={browser}
          preferences={preferences}
          updates={createUpdates()}
          language={language}
        />
      </TimingContext>
    </StrictMode>,
  );
}
