/** The device of Apple that this browser runs on, if it is WebKit: all of an iPhone or iPad are, and Safari on a Mac. */
export function webKitDevice({
  userAgent,
  maxTouchPoints,
}: {
  userAgent: string;
  /** An iPad calls itself a Mac, which has no touch screen. */
  maxTouchPoints: number;
}): 'iphone' | 'ipad' | 'mac' | undefined {
  if (/\b(iPhone|iPod)\b/.test(userAgent)) return 'iphone';
  if (/\biPad\b/.test(userAgent)) return 'ipad';
  if (!/\bMacintosh\b/.test(userAgent)) return undefined;
  const isSafari = /\bVersion\/[\d.]+ .*Safari\//.test(userAgent);
  if (!isSafari) return undefined;
  return maxTouchPoints > 1 ? 'ipad' : 'mac';
}
