import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { createInstallOffer } from './install-offer.ts';

function prompt(outcome: 'accepted' | 'dismissed') {
  const event = new Event('beforeinstallprompt', { cancelable: true });
  return Object.assign(event, { prompt: async () => ({ outcome }) });
}

test('the offer of the browser is kept, shown by nobody, and asked once', async () => {
  const page = new EventTarget();
  const offer = createInstallOffer(page);
  expect(await firstValueFrom(offer.isOffered$)).toBe(false);
  expect(await offer.ask()).toBe(false);

  const event = prompt('accepted');
  page.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(await firstValueFrom(offer.isOffered$)).toBe(true);
  expect(await offer.ask()).toBe(true);
  expect(await firstValueFrom(offer.isOffered$)).toBe(false);
  expect(await offer.ask()).toBe(false);
});

test('who says no is offered it again when the browser offers again; installed otherwise, the offer ends', async () => {
  const page = new EventTarget();
  const offer = createInstallOffer(page);
  page.dispatchEvent(prompt('dismissed'));
  expect(await offer.ask()).toBe(false);
  page.dispatchEvent(prompt('accepted'));
  expect(await firstValueFrom(offer.isOffered$)).toBe(true);
  page.dispatchEvent(new Event('appinstalled'));
  expect(await firstValueFrom(offer.isOffered$)).toBe(false);
});
