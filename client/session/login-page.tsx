import { Check, Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { limits } from '#shared/limits';
import { useMessages } from '#client/i18n/messages.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import type { SignInOutcome } from './session.ts';
import { useSessionWords } from '#client/i18n/compiled/use-session-words.ts';

/**
 * What a person enters to come in, and what of that made here without an account goes along (R12): all of it into a new
 * one, into one that has data at most what the person made or touched.
 */
export interface SignInForm {
  mode: 'sign-in' | 'sign-up';
  name: string;
  email: string;
  password: string;
  adds: 'nothing' | 'own' | 'all';
}

/** Sign in or sign up. Plain fields with the names that password managers know, and nothing to solve (WCAG 3.3.8). */
export function LoginPage({
  startsWith = 'sign-in',
  guestChanges,
  onSubmit,
  onDone,
}: {
  startsWith?: SignInForm['mode'];
  /** Changes made on this device without an account. */
  guestChanges: number;
  onSubmit: (form: SignInForm) => Promise<SignInOutcome>;
  onDone: () => void;
}) {
  const words = useSessionWords();
  const { app } = useMessages();
  const [mode, setMode] = useState<SignInForm['mode']>(startsWith);
  const [addsGuestData, setAddsGuestData] = useState(true);
  const [isWaiting, setIsWaiting] = useState(false);
  const [error, setError] = useState<string>();
  const errorId = useId();
  const isSignUp = mode === 'sign-up';
  const submit = async (fields: FormData) => {
    const read = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    };
    const form = {
      mode,
      name: read('name').trim(),
      email: read('email').trim(),
      password: read('password'),
    };
    const ofGuest = addsGuestData ? 'own' : 'nothing';
    setIsWaiting(true);
    setError(undefined);
    const outcome = await onSubmit({ ...form, adds: isSignUp ? 'all' : ofGuest });
    setIsWaiting(false);
    if (outcome.outcome === 'signed-in') onDone();
    else setError(errorWords(words.errors, outcome));
  };
  return (
    <main className="flex min-h-full flex-col items-center justify-center overflow-y-auto px-4 py-10">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <div className="flex flex-col items-center gap-4 text-center">
          <img src="/icons/icon.svg" alt={app.name} width="48" height="48" />
          <div>
            <h1 className="text-xl font-semibold tracking-[-0.012em]">
              {isSignUp ? words.signUpTitle : words.signInTitle}
            </h1>
            <p className="pt-1 text-balance text-muted">
              {isSignUp ? words.signUpText : words.signInText}
            </p>
          </div>
        </div>
        <form
          className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          {isSignUp ? (
            <Field label={words.name}>
              <Input
                name="name"
                dir="auto"
                autoComplete="name"
                required
                maxLength={limits.nameMaxLength}
                data-testid="login-name-input"
              />
            </Field>
          ) : null}
          <Field label={words.email}>
            <Input
              name="email"
              dir="auto"
              type="email"
              autoComplete="username"
              inputMode="email"
              required
              maxLength={limits.emailMaxLength}
              aria-describedby={error === undefined ? undefined : errorId}
              data-testid="login-email-input"
            />
          </Field>
          <PasswordField isNew={isSignUp} />
          {guestChanges > 0 ? (
            <GuestDataChoice
              isSignUp={isSignUp}
              isChosen={addsGuestData}
              onChoose={setAddsGuestData}
            />
          ) : null}
          {error === undefined ? null : (
            <p
              id={errorId}
              role="alert"
              data-testid="login-error"
              className="text-[0.8125rem] text-danger"
            >
              {error}
            </p>
          )}
          <Button
            type="submit"
            look="primary"
            disabled={isWaiting}
            data-testid="login-submit-button"
          >
            {submitWord(words, isWaiting, isSignUp)}
          </Button>
        </form>
        <div className="flex flex-col items-center gap-1">
          <Button
            look="quiet"
            size="small"
            data-testid="login-mode-toggle"
            onClick={() => {
              setMode(isSignUp ? 'sign-in' : 'sign-up');
              setError(undefined);
            }}
          >
            {isSignUp ? words.toSignIn : words.toSignUp}
          </Button>
          <Link
            href="/dashboard"
            className="press inline-flex h-8 items-center rounded-control px-2.5 text-[0.8125rem] font-medium text-muted hover:bg-raised hover:text-text pointer-coarse:h-11"
          >
            {words.withoutAccount}
          </Link>
        </div>
      </div>
    </main>
  );
}

function PasswordField({ isNew }: { isNew: boolean }) {
  const words = useSessionWords();
  const [isShown, setIsShown] = useState(false);
  const fieldId = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={fieldId} className="text-[0.8125rem] font-medium">
        {words.password}
      </label>
      <div className="relative">
        <Input
          id={fieldId}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          required
          // Only for a new one: whoever has a password of an older rule must get in with it.
          minLength={isNew ? limits.passwordMinLength : undefined}
          maxLength={limits.passwordMaxLength}
          className="pe-10!"
          data-testid="login-password-input"
        />
        <IconButton
          label={isShown ? words.hidePassword : words.showPassword}
          onClick={() => setIsShown(!isShown)}
          className="absolute! top-0.5 end-0.5 pointer-coarse:top-0"
        >
          {isShown ? <EyeOff /> : <Eye />}
        </IconButton>
      </div>
      {isNew ? (
        <p className="text-xs text-muted">
          {words.passwordHint({ min: limits.passwordMinLength })}
        </p>
      ) : null}
    </div>
  );
}

/** A new account takes the guest's tasks along; an account that is there asks first (R12). */
function GuestDataChoice({
  isSignUp,
  isChosen,
  onChoose,
}: {
  isSignUp: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  const words = useSessionWords();
  if (isSignUp) {
    return (
      <p className="flex items-start gap-2 text-[0.8125rem] text-muted">
        <Check className="mt-0.5 size-4 shrink-0 text-ok" aria-hidden="true" />
        {words.guestTasksMove}
      </p>
    );
  }
  return (
    <label className="flex cursor-pointer items-start gap-2.5 text-[0.8125rem]">
      <input
        type="checkbox"
        className="mt-0.5 size-4 accent-accent"
        data-testid="login-add-guest-data"
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
      {words.addGuestData}
    </label>
  );
}

function submitWord(
  words: { signIn: string; signUp: string; signingIn: string },
  isWaiting: boolean,
  isSignUp: boolean,
): string {
  if (isWaiting) return words.signingIn;
  return isSignUp ? words.signUp : words.signIn;
}

function errorWords(words: Record<string, string>, outcome: SignInOutcome): string {
  if (outcome.outcome === 'unreachable') return words['offline'] ?? '';
  const code = outcome.outcome === 'refused' ? outcome.problem.code : 'unknown';
  return words[code] ?? words['unknown'] ?? '';
}
