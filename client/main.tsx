import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppRoot } from '#client/app-root.tsx';
import { createBrowser } from '#client/browser.ts';
import { createAccountMemory } from '#client/session/remembered-account.ts';
import { createSession } from '#client/session/session.ts';
import { applyPreferences, createPreferences } from '#client/settings/preferences.ts';
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

// Signing in or out in another tab is for all tabs of this browser.
window.addEventListener('storage', ({ key }) => {
  if (key === 'taskflow.account') location.reload();
});

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
      />
    </TimingContext>
  </StrictMode>,
);
