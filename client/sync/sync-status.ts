/**
 * What the sync pill says (words: docs/user-guide). `waiting` counts unsettled batches of this device over all open
 * workspaces; it is shown as `data-waiting`, the name as `data-sync`.
 */
export type SyncStatus =
  /** Nothing to send to: a guest without an account. */
  | { name: 'local'; waiting: number }
  | { name: 'offline'; waiting: number }
  | { name: 'syncing'; waiting: number }
  | { name: 'getting'; received: number; total: number | undefined; waiting: number }
  | { name: 'synced'; seq: number; waiting: 0 }
  | { name: 'retrying'; waiting: number; retryAtMs: number }
  | { name: 'needs-sign-in'; waiting: number }
  | { name: 'attention'; refused: number; waiting: number }
  | { name: 'update-required'; waiting: number };
