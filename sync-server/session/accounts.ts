import { v4 } from 'uuid';
import { ApiError } from '#shared/api-error';
import type { RandomBytes } from '#shared/ids';
import type { Clock } from '../clock.ts';
import type { Directory, User } from '../storage/port.ts';
import type { PasswordHashes } from './password-hash.ts';

/** What others may know of an account. */
export type Profile = Pick<User, 'id' | 'email' | 'name'>;

/** Makes the workspace that a new person has from the first second; resolves to its id. */
export type MakePersonalWorkspace = (of: { userId: string; name: string }) => Promise<string>;

/** Accounts by e-mail address and password. Addresses come in canonical form. */
export interface Accounts {
  /** Throws ApiError `email_taken`, also when two ask at once. */
  register(of: { email: string; password: string; name: string }): Promise<Profile>;
  /** Throws ApiError `invalid_credentials`, after the same time whether the address or the password was wrong. */
  login(of: { email: string; password: string }): Promise<Profile>;
  /** Throws ApiError `token_invalid` if the account is gone. */
  profile(userId: string): Promise<Profile>;
}

/** The workspace is made before the account: an account without one can then never be seen, whatever fails between. */
export function createAccounts(of: {
  directory: Directory;
  passwords: PasswordHashes;
  makePersonalWorkspace: MakePersonalWorkspace;
  clock: Clock;
  random: RandomBytes;
}): Accounts {
  const { directory } = of;

  async function register({ email, password, name }: Parameters<Accounts['register']>[0]) {
    if ((await directory.userByEmail(email)) !== undefined) throw new ApiError('email_taken');
    const passwordHash = await of.passwords.make(password);
    const id = v4({ random: of.random(16) });
    const personalWorkspaceId = await of.makePersonalWorkspace({ userId: id, name });
    const outcome = await directory.createUser({
      id,
      email,
      name,
      passwordHash,
      createdAtMs: of.clock(),
      personalWorkspaceId,
    });
    if (outcome === 'taken') throw new ApiError('email_taken');
    return { id, email, name };
  }

  async function login({ email, password }: Parameters<Accounts['login']>[0]) {
    const user = await directory.userByEmail(email);
    const isRight = await of.passwords.fits(password, user?.passwordHash);
    if (user === undefined || !isRight) throw new ApiError('invalid_credentials');
    return profileOf(user);
  }

  async function profile(userId: string) {
    const user = await directory.userById(userId);
    if (user === undefined) throw new ApiError('token_invalid');
    return profileOf(user);
  }

  return { register, login, profile };
}

function profileOf({ id, email, name }: User): Profile {
  return { id, email, name };
}
