import { hash, verify } from '@node-rs/argon2';
import { createBoundedGate } from './bounded-gate.ts';

/** What a hash costs; raised over the years, and each stored hash names the cost it was made with. */
export interface HashCost {
  memoryKiB: number;
  passes: number;
}

/** Makes and checks password hashes, two at a time. */
export interface PasswordHashes {
  /** The hash to store. Throws ApiError `busy` when too many are waiting. */
  make(password: string): Promise<string>;
  /** Whether the password fits. Without a stored hash it takes the same time and answers false. */
  fits(password: string, storedHash: string | undefined): Promise<boolean>;
}

/** OWASP's floor is 19 MiB and 2 passes; about 50–110 ms here. */
const usualCost: HashCost = { memoryKiB: 65_536, passes: 2 };

/** Argon2id, which is what the library makes unless told otherwise, over the exact UTF-8 bytes of the password. */
export function createPasswordHashes(cost: HashCost = usualCost): PasswordHashes {
  const gate = createBoundedGate({ parallel: 2, waiting: 32 });
  let dummy: Promise<string> | undefined;

  function make(password: string): Promise<string> {
    return gate.run(() =>
      hash(bytesOf(password), {
        memoryCost: cost.memoryKiB,
        timeCost: cost.passes,
        parallelism: 1,
      }),
    );
  }

  async function fits(password: string, storedHash: string | undefined): Promise<boolean> {
    dummy ??= make('a password that nobody has');
    const compared = storedHash ?? (await dummy);
    const isRight = await gate.run(() => verify(compared, bytesOf(password)));
    return isRight && storedHash !== undefined;
  }

  return { make, fits };
}

function bytesOf(password: string): Buffer {
  return Buffer.from(password, 'utf8');
}
