/** Words of the settings. */
export const settingsWords = {
  settings: {
    title: 'Settings',
    appearance: 'Appearance',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    density: 'Row height',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    keyboard: 'Keyboard',
    singleKeys: 'Single-key shortcuts',
    singleKeysText: 'Keys such as E or J act on the list. Switch them off if you use voice input.',
    showKeys: 'Show all keys',
    account: 'Account',
    data: 'Your data',
    importText: 'Bring your tasks from Todoist or from a TaskFlow export.',
    exportText: 'Everything on this device in one JSON file.',
    export: 'Export my data',
    about: 'About',
    version: (version: string) => `Version ${version}`,
    checkForUpdate: 'Check for updates',
    isNewest: 'This is the newest version.',
  },
} as const;
