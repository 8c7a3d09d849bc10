import type { ManifestOptions } from 'vite-plugin-pwa';

/** What the browser needs to install TaskFlow. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'TaskFlow',
  short_name: 'TaskFlow',
  description: 'An offline-first task manager. Nothing is ever lost, and it can prove it.',
  start_url: '/dashboard',
  scope: '/',
  display: 'standalone',
  display_override: ['standalone', 'minimal-ui'],
  background_color: '#fafafc',
  theme_color: '#fafafc',
  categories: ['productivity', 'utilities'],
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Add task', url: '/dashboard?add=1', description: 'Write down a new task' },
    { name: 'Today', url: '/today', description: 'What is due today' },
  ],
};
