// Made from catalogs/en/storage.json by `npm run words`; edit that instead.

/** The words of `storage` with what they take. */
export interface StorageWords {
  readonly title: string;
  readonly kept: string;
  readonly keptText: string;
  readonly notKept: string;
  readonly notKeptText: string;
  readonly unknown: string;
  readonly ask: string;
  readonly asksYou: string;
  readonly refused: string;
  readonly refusedByPerson: string;
  readonly accountHelps: string;
  readonly agreed: string;
  /** {used} of {quota} used */
  readonly used: (of: { quota: string; used: string }) => string;
  /** By the browser’s estimate {left} are left. */
  readonly usedText: (of: { left: string }) => string;
  readonly shortText: string;
  readonly meter: string;
  readonly sizes: {
    /** {amount, number} kB */
    readonly kb: (of: { amount: number }) => string;
    /** {amount, number} MB */
    readonly mb: (of: { amount: number }) => string;
    /** {amount, number} GB */
    readonly gb: (of: { amount: number }) => string;
  };
  readonly week: {
    readonly iphone: string;
    readonly ipad: string;
    readonly mac: string;
  };
  readonly weekText: string;
  readonly steps: {
    readonly share: string;
    readonly home: string;
    readonly dock: string;
    readonly open: string;
  };
  readonly bringAlong: string;
  readonly lossTitle: string;
  /** TaskFlow was last seen here with its data on {when}. */
  readonly lossSeen: (of: { when: string }) => string;
  readonly lossGuest: string;
  readonly lossAccount: string;
  readonly lossSignIn: string;
  /** {count, plural, =0 {Nothing was waiting to be sent.} one {# change that had not been sent is gone.} other {# changes that had not been sent are gone.}} */
  readonly lossWaiting: (of: { count: number }) => string;
  readonly lossPrevent: string;
  readonly forgottenTitle: string;
  readonly forgottenText: string;
  /** {count, plural, =0 {All your changes had been sent.} one {# change waits to be sent; nothing of it is lost.} other {# changes wait to be sent; nothing of them is lost.}} */
  readonly forgottenWaiting: (of: { count: number }) => string;
  readonly signIn: string;
  readonly import: string;
  readonly keep: string;
  readonly understood: string;
  readonly shortTitle: string;
  /** {used} of {quota} are used, {left} are left. */
  readonly shortUsed: (of: { left: string; quota: string; used: string }) => string;
  readonly shortSafe: string;
  readonly shortSafeAccount: string;
  readonly export: string;
  readonly details: string;
  readonly askTitle: string;
  readonly askText: string;
  readonly askNow: string;
  readonly notNow: string;
  readonly unsaved: {
    /** {count, plural, one {This could not be saved on this device; its disk may be full. Free some space and keep this page open: it is saved by itself then.} other {# changes could not be saved on this device; its disk may be full. Free some space and keep this page open: they are saved by themselves then.}} */
    readonly notSaved: (of: { count: number }) => string;
    readonly neverSaved: string;
    readonly discard: string;
    readonly tryAgain: string;
    readonly export: string;
  };
}
