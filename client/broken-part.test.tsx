import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BrokenPart } from './broken-part.tsx';
import { isLoadFailure, reportOf } from './report-of.ts';
import { BrokenContext, Guard } from './ui/guard.tsx';

vi.stubGlobal('__APP_VERSION__', '1.2.3');
afterEach(cleanup);

const exportAll = vi.fn<() => Promise<void>>();

function Breaking({ isBroken }: { isBroken: () => boolean }) {
  if (isBroken()) throw new Error('Pay rent could not be shown');
  return <p>all is well</p>;
}

function guarded(isBroken: () => boolean, onClose?: () => void) {
  return render(
    <BrokenContext value={(broken) => <BrokenPart {...broken} onExport={exportAll} />}>
      <p>beside it</p>
      <Guard place="over" {...(onClose === undefined ? {} : { onClose })}>
        <Breaking isBroken={isBroken} />
      </Guard>
    </BrokenContext>,
  );
}

test('a part that breaks leaves the rest, is reloaded by one press, and can be closed', () => {
  let isBroken = true;
  const close = vi.fn<() => void>();
  guarded(() => isBroken, close);
  expect(screen.getByText('beside it')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('This part stopped working');
  fireEvent.click(screen.getByText('Close'));
  expect(close).toHaveBeenCalledOnce();
  isBroken = false;
  fireEvent.click(screen.getByText('Reload view'));
  expect(screen.getByText('all is well')).toBeTruthy();
});

test('everything can be exported from a broken part, and a failure to is told', async () => {
  guarded(() => true);
  exportAll.mockResolvedValueOnce();
  fireEvent.click(screen.getByText('Export my data'));
  expect(exportAll).toHaveBeenCalledOnce();
  exportAll.mockRejectedValueOnce(new Error('no store'));
  fireEvent.click(screen.getByText('Export my data'));
  expect(await screen.findByText(/The file could not be made/)).toBeTruthy();
});

test('the report says where it broke, and nothing that is written in tasks or in the address', () => {
  history.replaceState(null, '', '/project/018f0000-0000-7000-8000-000000000001?task=1');
  const error = new TypeError('Pay rent is not a function');
  error.stack =
    'TypeError: Pay rent is not a function\nof two lines\n    at Row (/assets/list.js:1:2)';
  const report = reportOf(error);
  expect(report).toContain('TaskFlow 1.2.3\n/project\n');
  expect(report).toContain('TypeError\n    at Row (/assets/list.js:1:2)');
  expect(report).not.toMatch(/Pay rent|two lines|018f|task=/);
});

test.for([
  'Failed to fetch dynamically imported module: http://x/assets/a.js',
  'error loading dynamically imported module: http://x/assets/a.js',
  'Importing a module script failed.',
])('a file that could not be loaded is known by the words of each browser: %s', (message) => {
  expect(isLoadFailure(new TypeError(message))).toBe(true);
  expect(isLoadFailure(new TypeError('x is not a function'))).toBe(false);
});
