import { expect, test } from 'vitest';
import { installWayOf } from './install-way.ts';

const agents = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
  macChrome:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  androidFirefox: 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
  linuxChrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

function wayOf(userAgent: string, signs: Partial<Parameters<typeof installWayOf>[0]> = {}) {
  return installWayOf({
    isInstalled: false,
    isOffered: false,
    maxTouchPoints: 0,
    userAgent,
    ...signs,
  });
}

test('what is installed needs no way, and a browser that offers to ask is asked', () => {
  expect(wayOf(agents.iphone, { isInstalled: true, isOffered: true })).toBe('installed');
  expect(wayOf(agents.linuxChrome, { isOffered: true })).toBe('asked');
});

test('other browsers have steps of their own, and an iPad that calls itself a Mac those of iOS', () => {
  expect(wayOf(agents.iphone, { maxTouchPoints: 5 })).toBe('ios');
  expect(wayOf(agents.mac, { maxTouchPoints: 5 })).toBe('ios');
  expect(wayOf(agents.mac)).toBe('mac');
  expect(wayOf(agents.macChrome)).toBe('menu');
  expect(wayOf(agents.androidFirefox, { maxTouchPoints: 5 })).toBe('android');
  expect(wayOf(agents.linuxChrome)).toBe('menu');
});
