import { ApiError } from '#shared/api-error';
import type { Accounts } from './session/accounts.ts';

/** The account that everybody knows: made only where DEMO=1 asks for it, and once. */
export async function addDemoAccount(accounts: Pick<Accounts, 'register'>): Promise<void> {
  try {
    await accounts.register({ email: 'test@example.com', password: 'password', name: 'Demo' });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'email_taken') throw error;
  }
}
