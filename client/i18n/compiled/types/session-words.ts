// Made from catalogs/en/session.json by `npm run words`; edit that instead.

/** The words of `session` with what they take. */
export interface SessionWords {
  readonly signInTitle: string;
  readonly signInText: string;
  readonly signUpTitle: string;
  readonly signUpText: string;
  readonly guestTasksMove: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** {min, plural, one {At least # character} other {At least # characters}} */
  readonly passwordHint: (of: { min: number }) => string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly signingIn: string;
  readonly toSignUp: string;
  readonly toSignIn: string;
  readonly withoutAccount: string;
  readonly signOut: string;
  readonly guest: string;
  readonly guestText: string;
  readonly errors: {
    readonly invalid_credentials: string;
    readonly email_taken: string;
    readonly invalid: string;
    readonly too_many_requests: string;
    readonly offline: string;
    readonly unknown: string;
  };
  readonly signOutTitle: string;
  /** {count, plural, one {# change has not reached the server yet.} other {# changes have not reached the server yet.}} */
  readonly signOutText: (of: { count: number }) => string;
  readonly staySignedIn: string;
  readonly discard: string;
  /** {count, plural, one {Or type # to discard it} other {Or type # to discard them}} */
  readonly discardLabel: (of: { count: number }) => string;
  readonly addGuestData: string;
  readonly keepLocked: string;
}
