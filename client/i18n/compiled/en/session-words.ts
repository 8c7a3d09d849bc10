// Made from catalogs/en/session.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { SessionWords } from '../types/session-words.ts';

/** The words of `session` in the language `en`. */
export const sessionWords: SessionWords = {
  signInTitle: 'Welcome back',
  signInText: 'Sign in to see your tasks on this device.',
  signUpTitle: 'Create your account',
  signUpText: 'Your tasks on every device, with or without a network.',
  guestTasksMove: 'The tasks on this device move into your account.',
  name: 'Name',
  email: 'Email',
  password: 'Password',
  passwordHint: (of) => `At least ${number(of.min)} character${(form(of.min) === 'one' ? '' : 's')}`,
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  signIn: 'Sign in',
  signUp: 'Create account',
  signingIn: 'Signing in …',
  toSignUp: 'New here? Create an account',
  toSignIn: 'Already have an account? Sign in',
  withoutAccount: 'Go on without an account',
  signOut: 'Sign out',
  guest: 'No account yet',
  guestText: 'Your tasks are saved on this device only. With an account they are on all of them.',
  errors: {
    invalid_credentials: 'Email and password do not match.',
    email_taken: 'There is an account with this email. Sign in instead.',
    invalid: 'Please check what you entered.',
    too_many_requests: 'Too many attempts. Please wait a minute.',
    offline: 'You’re offline. Go on without an account; your tasks are kept and move in later.',
    unknown: 'The server did not answer as expected. Nothing was changed; please try again.',
  },
  signOutTitle: 'Some changes are only on this device',
  signOutText: (of) => `${number(of.count)} change${(form(of.count) === 'one' ? ' has' : 's have')} not reached the server yet.`,
  staySignedIn: 'Stay signed in',
  discard: 'Discard',
  discardLabel: (of) => `Or type ${number(of.count)} to discard ${(form(of.count) === 'one' ? 'it' : 'them')}`,
  addGuestData: 'Add the tasks made on this device to my account',
  keepLocked: 'Sign out and keep them locked on this device',
};
