import { expect, test } from 'vitest';
import { platformOf } from './platform.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const userAgents = {
  safariOnIphone: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webKit} Version/18.1 Mobile/15E148 Safari/604.1`,
  chromeOnIphone: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webKit} CriOS/131.0 Mobile/15E148 Safari/604.1`,
  firefoxOnIphone: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webKit} FxiOS/132.0 Mobile/15E148 Safari/605.1.15`,
  safariOnMac: `${mac} ${webKit} Version/18.1 Safari/605.1.15`,
  chromeOnMac: `${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`,
  firefoxOnMac:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0',
  firefoxOnAndroid: 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0',
  chromeOnAndroid:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
};

test.for([
  ['safariOnIphone', 5, 'iphone', false],
  ['chromeOnIphone', 5, 'iphone', false],
  ['firefoxOnIphone', 5, 'iphone', false],
  ['safariOnMac', 0, 'mac', false],
  ['safariOnMac', 5, 'ipad', false],
  ['chromeOnMac', 0, undefined, false],
  ['firefoxOnMac', 0, undefined, true],
  ['firefoxOnAndroid', 5, undefined, true],
  ['chromeOnAndroid', 5, undefined, false],
] as const)(
  '%s with %i fingers: cleared after a week of use (%s), asks the person (%s)',
  ([name, maxTouchPoints, clearsAfterWeek, asksPerson]) => {
    const of = { userAgent: userAgents[name], maxTouchPoints };
    expect(platformOf({ ...of, isInstalled: false })).toEqual({ asksPerson, clearsAfterWeek });
    expect(platformOf({ ...of, isInstalled: true }).clearsAfterWeek).toBeUndefined();
  },
);
