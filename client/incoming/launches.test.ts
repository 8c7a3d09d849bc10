import { expect, test, vi } from 'vitest';
import { onLaunches } from './launches.ts';

const file = { name: 'a.csv', getFile: async () => new File(['x'], 'a.csv') };

/** A window of the installed app that is at `/dashboard`. */
function openWindow({
  isReload = false,
  url = 'https://app.example/dashboard',
  storage = memory(),
} = {}) {
  const handlers = { onAddress: vi.fn(), onFiles: vi.fn(), onUnread: vi.fn() };
  let launch: (of: object) => void = () => undefined;
  const launchQueue = {
    setConsumer: (consumer: (of: object) => void) => {
      launch = consumer;
    },
  };
  const location = new URL('https://app.example/dashboard') as unknown as Location;
  onLaunches({ page: { launchQueue, location }, storage, loaded: { url, isReload } }, handlers);
  return { ...handlers, storage, launch: (of: object) => launch(of) };
}

function memory(): Storage {
  const kept = new Map<string, string>();
  const storage: Partial<Storage> = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
  return storage as Storage;
}

test('a link or shortcut goes to its page in the window that is open', () => {
  const page = openWindow();
  page.launch({ targetURL: 'https://app.example/dashboard?add=1' });
  expect(page.onAddress).toHaveBeenCalledWith('/dashboard?add=1');
  page.launch({ targetURL: 'https://app.example/today' });
  expect(page.onAddress).toHaveBeenLastCalledWith('/today');
});

test('a start at the page that is shown, or at an address of somebody else, leads nowhere', () => {
  const page = openWindow();
  page.launch({ targetURL: 'https://app.example/dashboard' });
  page.launch({ targetURL: 'https://evil.example/today' });
  page.launch({ targetURL: 'no address' });
  expect(page.onAddress).not.toHaveBeenCalled();
});

test('the start that loaded the page is not followed twice, and a share is left to the page it loads', () => {
  const link = 'https://app.example/open?link=web%2Btaskflow%3Aadd';
  // By now the page has read the link and gone on.
  const page = openWindow({ url: link });
  page.launch({ targetURL: link });
  page.launch({ targetURL: 'https://app.example/share' });
  expect(page.onAddress).not.toHaveBeenCalled();
  page.launch({ targetURL: link });
  expect(page.onAddress).toHaveBeenCalledOnce();
});

test('files are read, and one that went away is named', async () => {
  const page = openWindow();
  const gone = { name: 'gone.csv', getFile: async () => Promise.reject(new Error('gone')) };
  page.launch({ files: [gone, file] });
  await vi.waitFor(() => expect(page.onFiles).toHaveBeenCalledOnce());
  expect(page.onUnread).toHaveBeenCalledWith('gone.csv');
});

test('after a reload the browser tells of the last start again, which is answered once', async () => {
  const { launch, storage } = openWindow();
  launch({ targetURL: 'https://app.example/dashboard', files: [file] });
  const again = openWindow({ isReload: true, storage });
  again.launch({ targetURL: 'https://app.example/dashboard', files: [file] });
  await Promise.resolve();
  expect(again.onFiles).not.toHaveBeenCalled();
  // Opened once more by the person.
  again.launch({ targetURL: 'https://app.example/dashboard', files: [file] });
  await vi.waitFor(() => expect(again.onFiles).toHaveBeenCalledOnce());
});
