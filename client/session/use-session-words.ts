import { sessionWords } from '#client/i18n/en-session.ts';

/** The words of signing in and out: they come with these pages, since the list has no use for them. */
export function useSessionWords(): (typeof sessionWords)['session'] {
  return sessionWords.session;
}
