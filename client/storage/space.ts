/** How much room this origin has, in bytes. */
export interface Space {
  usedBytes: number;
  quotaBytes: number;
  leftBytes: number;
  /** Soon there may be too little for what the person does: 80 % are used, or less than 200 MB are left. */
  isShort: boolean;
}

const shortFrom = 0.8;
const shortBelowBytes = 200_000_000;

/** Judges what the browser estimates; undefined where it does not say. */
export function spaceOf({ usage, quota }: StorageEstimate): Space | undefined {
  if (usage === undefined || quota === undefined || !(quota > 0)) return undefined;
  const leftBytes = Math.max(0, quota - usage);
  const isShort = usage >= quota * shortFrom || leftBytes < shortBelowBytes;
  return { usedBytes: usage, quotaBytes: quota, leftBytes, isShort };
}

/** A size as people read it: three digits at most, in units of a thousand. */
export function sizeOf(bytes: number): { amount: number; unit: 'kb' | 'mb' | 'gb' } {
  if (bytes >= 999_500_000) return { amount: rounded(bytes / 1e9), unit: 'gb' };
  if (bytes >= 999_500) return { amount: rounded(bytes / 1e6), unit: 'mb' };
  return { amount: rounded(bytes / 1e3), unit: 'kb' };
}

/** One digit behind the point below ten. */
function rounded(amount: number): number {
  return amount < 9.95 ? Math.round(amount * 10) / 10 : Math.round(amount);
}
