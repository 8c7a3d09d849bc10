// Made from catalogs/en/notices.json by `npm run words`; edit that instead.

/** The words of `notices` with what they take. */
export interface NoticesWords {
  readonly title: string;
  readonly onDevice: string;
  readonly states: {
    readonly unsupported: string;
    readonly 'install-first': string;
    readonly blocked: string;
    readonly off: string;
    readonly on: string;
    readonly unreachable: string;
  };
  readonly signIn: string;
  readonly kinds: {
    readonly reminder: string;
    readonly assigned: string;
    readonly mentioned: string;
    readonly unsent: string;
  };
  readonly kindTexts: {
    readonly reminder: string;
    readonly assigned: string;
    readonly mentioned: string;
    readonly unsent: string;
  };
  readonly test: string;
  readonly sendTest: string;
  readonly testSent: string;
  readonly testFailed: string;
  readonly askTitle: string;
  readonly askText: string;
  readonly askNow: string;
  readonly notNow: string;
  readonly blocked: string;
  readonly failed: string;
  readonly turnedOn: string;
  readonly shown: {
    readonly reminder: string;
    /** {by} assigned this to you */
    readonly assigned: (of: { by: string }) => string;
    /** {by} mentioned you */
    readonly mentioned: (of: { by: string }) => string;
    /** {device} has not sent {count} of your changes. Open TaskFlow there before its browser may clear them. */
    readonly unsent: (of: { count: string; device: string }) => string;
    readonly test: string;
    readonly done: string;
    readonly snooze: string;
  };
  /** Completed ‘{title}’ from its notification */
  readonly didDone: (of: { title: string }) => string;
  /** ‘{title}’ comes again later, as its notification was answered */
  readonly didSnooze: (of: { title: string }) => string;
}
