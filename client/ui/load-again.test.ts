import { expect, test, vi } from 'vitest';
import { loadAgain } from './load-again.ts';

test('code that did not come is asked for twice more, and what fails three times fails', async () => {
  const gone = new Error('Failed to fetch dynamically imported module');
  const late = vi.fn<() => Promise<string>>().mockRejectedValueOnce(gone).mockResolvedValue('code');
  expect(await loadAgain(late)).toBe('code');
  expect(late).toHaveBeenCalledTimes(2);
  const missing = vi.fn<() => Promise<string>>().mockRejectedValue(gone);
  await expect(loadAgain(missing)).rejects.toBe(gone);
  expect(missing).toHaveBeenCalledTimes(3);
});
