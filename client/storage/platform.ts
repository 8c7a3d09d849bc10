import { webKitDevice } from '#client/ui/web-kit-device.ts';

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
