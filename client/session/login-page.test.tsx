import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LoginPage, type SignInForm } from './login-page.tsx';
import type { SignInOutcome } from './session.ts';

afterEach(cleanup);

const alice = {
  userId: '0a11ce00-0000-4000-8000-000000000000',
  name: 'Alice',
  email: 'alice@example.com',
  personalWorkspaceId: '0a11ce00-0000-4000-8000-000000000001',
};

function show({ outcome, guestChanges = 0 }: { outcome: SignInOutcome; guestChanges?: number }) {
  const onSubmit = vi.fn<(form: SignInForm) => Promise<SignInOutcome>>().mockResolvedValue(outcome);
  const onDone = vi.fn();
  render(<LoginPage guestChanges={guestChanges} onSubmit={onSubmit} onDone={onDone} />);
  return { onSubmit, onDone };
}

function fill(testId: string, value: string) {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
}

describe('signing in', () => {
  it('hands over what was typed and leads on', async () => {
    const { onSubmit, onDone } = show({ outcome: { outcome: 'signed-in', account: alice } });
    fill('login-email-input', ' alice@example.com ');
    fill('login-password-input', 'correct horse');
    fireEvent.submit(screen.getByTestId('login-submit-button').closest('form')!);

    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(onSubmit).toHaveBeenCalledWith({
      mode: 'sign-in',
      name: '',
      email: 'alice@example.com',
      password: 'correct horse',
      adds: 'own',
    });
  });

  it('a refusal is said in words and nothing is lost from the form', async () => {
    const problem = {
      type: 'x',
      title: 'x',
      status: 401,
      code: 'invalid_credentials',
      instance: 'x',
    };
    const { onDone } = show({ outcome: { outcome: 'refused', problem } });
    fill('login-email-input', 'alice@example.com');
    fireEvent.submit(screen.getByTestId('login-submit-button').closest('form')!);

    expect((await screen.findByTestId('login-error')).textContent).toMatch(/do not match/);
    expect(screen.getByTestId<HTMLInputElement>('login-email-input').value).toBe(
      'alice@example.com',
    );
    expect(onDone).not.toHaveBeenCalled();
  });

  it('[R12] guest data is asked about before it joins an account (A10)', () => {
    show({ outcome: { outcome: 'unreachable' }, guestChanges: 3 });
    expect(screen.getByTestId<HTMLInputElement>('login-add-guest-data').checked).toBe(true);
  });

  it('[3.3.8] fields have the names that password managers know', () => {
    show({ outcome: { outcome: 'unreachable' } });
    expect(screen.getByTestId('login-email-input').getAttribute('autocomplete')).toBe('username');
    expect(screen.getByTestId('login-password-input').getAttribute('autocomplete')).toBe(
      'current-password',
    );
    fireEvent.click(screen.getByTestId('login-mode-toggle'));
    expect(screen.getByTestId('login-password-input').getAttribute('autocomplete')).toBe(
      'new-password',
    );
  });

  it('begins with a new account for who comes to make one, and keeps the way to sign in', () => {
    render(
      <LoginPage
        startsWith="sign-up"
        guestChanges={0}
        onSubmit={vi.fn()}
        onDone={() => undefined}
      />,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Create your account');
    fireEvent.click(screen.getByTestId('login-mode-toggle'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Welcome back');
  });
});
