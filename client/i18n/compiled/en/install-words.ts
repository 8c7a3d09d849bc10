// Made from catalogs/en/install.json by `npm run words`; edit that instead.
import type { InstallWords } from '../types/install-words.ts';

/** The words of `install` in the language `en`. */
export const installWords: InstallWords = {
  title: 'Install TaskFlow',
  text: 'In a window of its own, one tap away, and kept safe from clean-ups of the browser.',
  installed: 'TaskFlow is installed',
  installedText: 'It runs in a window of its own.',
  cardTitle: 'Keep TaskFlow at hand',
  cardText: 'Installed, it opens from your home screen or taskbar, also without a network.',
  install: 'Install',
  how: 'How to install',
  later: 'Not now',
  notInstalled: 'Not installed. You can do it here at any time.',
  steps: {
    ios: {
      '0': 'Tap Share in the bar of Safari.',
      '1': 'Choose “Add to Home Screen”.',
      '2': 'Tap “Add”, and open TaskFlow from there.',
    },
    mac: {
      '0': 'Open the menu File of Safari.',
      '1': 'Choose “Add to Dock…”.',
      '2': 'Click “Add”, and open TaskFlow from there.',
    },
    android: {
      '0': 'Open the menu of the browser.',
      '1': 'Choose “Install” or “Add to home screen”.',
    },
    menu: {
      '0': 'Open the menu of the browser.',
      '1': 'Choose “Install TaskFlow” or “Apps”. A browser that has neither cannot install apps.',
    },
  },
};
