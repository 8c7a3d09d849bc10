import { formatNumber, plural } from './plural.ts';

const changes = (count: number) => plural(count, { one: 'change', other: 'changes' });

const changesWaiting = (count: number) => `${changes(count)} waiting`;

/** Words of sync, conflicts and updates; the pill's are fixed by the user guide. */
export const connectionWords = {
  sync: {
    label: 'Sync',
    local: 'Saved on this device',
    offline: (waiting: number) =>
      waiting === 0 ? 'Offline' : `Offline — ${changesWaiting(waiting)}`,
    changesWaiting,
    syncing: (waiting: number) => (waiting === 0 ? 'Syncing' : `Syncing ${changes(waiting)}`),
    getting: ({ received, total }: { received: number; total: number | undefined }) =>
      total === undefined
        ? `Getting your tasks ${formatNumber(received)}`
        : `Getting your tasks ${formatNumber(received)} / ${formatNumber(total)}`,
    synced: 'Synced',
    retrying: (seconds: number) => `Can’t reach server — retrying in ${formatNumber(seconds)} s`,
    needsSignIn: (waiting: number) =>
      waiting === 0 ? 'Sign in to sync' : `Sign in to sync ${changes(waiting)}`,
    attention: (refused: number) =>
      plural(refused, { one: 'change needs attention', other: 'changes need attention' }),
    updateRequired: 'Update to sync',
    explain: {
      local: 'Your tasks are on this device. Create an account to have them everywhere.',
      offline: 'Everything works. Changes are on this device and go out when the network is back.',
      syncing: 'Changes are on this device and on their way to the server.',
      getting: 'You can start working; the rest is coming.',
      synced: 'The server has everything that is on this device.',
      retrying: 'Everything works. Changes are on this device until the server answers.',
      'needs-sign-in': 'Your session has ended. Everything is on this device; sign in to send it.',
      attention: 'The server refused a change. It is kept on this device.',
      'update-required': 'This version is too old for the server. Your changes are kept.',
    },
  },
  update: { ready: 'Update ready', apply: 'Update now', later: 'Later' },
  conflicts: {
    title: 'Conflicts',
    emptyTitle: 'No conflicts',
    emptyText: 'Changes by two people to one field appear here.',
    useMine: 'Use mine',
    keepTheirs: 'Keep theirs',
    details: 'Details',
    yours: 'Yours',
    kept: 'Kept',
    gone: 'The task is no longer there.',
    goneText: 'Your change cannot be put back, so it is kept here.',
    goneToast: ({ field }: { field: string }) =>
      `The task is no longer there. Your change is kept: ${field}`,
    copyMine: 'Copy mine',
    copied: 'Copied',
    copyFailed: 'This browser does not allow copying. Your text can be selected in Conflicts.',
    putAway: 'Put away',
    toast: ({ title, field }: { title: string; field: string }) =>
      `‘${title}’ — ${field}: another change was kept.`,
    several: (count: number) =>
      `${plural(count, { one: 'of your changes', other: 'of your changes' })} met another one.`,
    trashed: ({ title }: { title: string }) => `‘${title}’ was put in the trash meanwhile.`,
    restore: 'Restore',
    rowMark: 'Has a conflict',
    fields: {
      title: 'title',
      notes: 'notes',
      status: 'state',
      priority: 'priority',
      schedule: 'date',
      place: 'place',
      estimate: 'estimate',
      reminders: 'reminders',
      trash: 'trash',
      name: 'name',
      look: 'colour',
      label: 'label',
      assignee: 'assignee',
      other: 'value',
    },
    empty: 'nothing',
  },
} as const;
