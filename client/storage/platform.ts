/** What differs between browsers in keeping data. */
export interface Platform {
  /** `persist()` asks the person (Firefox); the others decide by themselves. */
  asksPerson: boolean;
  /** Where WebKit clears a page that was not opened for seven days of use; never what is installed. */
  clearsAfterWeek: 'iphone' | 'ipad' | 'mac' | undefined;
}

/** By what the browser calls itself; an iPad calls itself a Mac, which has no touch screen. */
export function platformOf(of: {
  userAgent: string;
  maxTouchPoints: number;
  isInstalled: boolean;
}): Platform {
  return {
    asksPerson: /\bFirefox\//.test(of.userAgent),
    clearsAfterWeek: of.isInstalled ? undefined : webKitDevice(of),
  };
}

/** All browsers of an iPhone or iPad are WebKit; on a Mac it is Safari, and those that are not say so. */
function webKitDevice({
  userAgent,
  maxTouchPoints,
}: {
  userAgent: string;
  maxTouchPoints: number;
}) {
  if (/\b(iPhone|iPod)\b/.test(userAgent)) return 'iphone';
  if (/\biPad\b/.test(userAgent)) return 'ipad';
  if (!/\bMacintosh\b/.test(userAgent)) return undefined;
  const isSafari = /\bVersion\/[\d.]+ .*Safari\//.test(userAgent);
  if (!isSafari) return undefined;
  return maxTouchPoints > 1 ? 'ipad' : 'mac';
}
