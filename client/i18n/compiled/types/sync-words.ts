// Made from catalogs/en/sync.json by `npm run words`; edit that instead.

/** The words of `sync` with what they take. */
export interface SyncWords {
  readonly label: string;
  readonly local: string;
  /** {waiting, plural, =0 {Offline} one {Offline — # change waiting} other {Offline — # changes waiting}} */
  readonly offline: (of: { waiting: number }) => string;
  /** {waiting, plural, one {# change waiting} other {# changes waiting}} */
  readonly changesWaiting: (of: { waiting: number }) => string;
  /** {waiting, plural, =0 {Syncing} one {Syncing # change} other {Syncing # changes}} */
  readonly syncing: (of: { waiting: number }) => string;
  /** Getting your tasks {received, number} */
  readonly getting: (of: { received: number }) => string;
  /** Getting your tasks {received, number} / {total, number} */
  readonly gettingOf: (of: { received: number; total: number }) => string;
  readonly synced: string;
  /** Can’t reach server — retrying in {seconds, number} s */
  readonly retrying: (of: { seconds: number }) => string;
  /** {waiting, plural, =0 {Sign in to sync} one {Sign in to sync # change} other {Sign in to sync # changes}} */
  readonly needsSignIn: (of: { waiting: number }) => string;
  /** {refused, plural, one {# change needs attention} other {# changes need attention}} */
  readonly attention: (of: { refused: number }) => string;
  readonly updateRequired: string;
  readonly explain: {
    readonly local: string;
    readonly offline: string;
    readonly syncing: string;
    readonly getting: string;
    readonly synced: string;
    readonly retrying: string;
    readonly 'needs-sign-in': string;
    readonly attention: string;
    readonly 'update-required': string;
  };
}
