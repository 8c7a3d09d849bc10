import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { StoreContext } from '#client/store/store-context.ts';
import { createTaskCommands } from '#client/tasks/task-commands.ts';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { memberId } from '#shared/ids';
import { StatisticsPage } from './statistics-page.tsx';

const ben = '0be00000-0000-4000-8000-000000000000';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says that what others completed counts too, where there are others', async () => {
  const narrow = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('matchMedia', () => narrow);
  const store = createMemoryStore();
  const { workspaceId, userId } = store;
  const commands = createTaskCommands(store);
  const place = { projectId: null, parentId: null };
  const [id = ''] = await commands.add({ titles: ['Pay rent'], place, fields: {} });
  await commands.complete(id, '2026-11-22');
  const join = (memberOf: string, role: string | null) =>
    store.put({
      kind: 'member',
      id: memberId({ workspaceId, userId: memberOf }),
      workspaceId,
      seq: 1,
      stamps: {},
      userId: memberOf,
      role,
    });
  join(userId, 'admin');
  join(ben, null);
  const show = () =>
    render(
      <StoreContext value={store}>
        <StatisticsPage
          wanted={{ period: 'days30', goal: undefined, isTable: false }}
          onWanted={() => undefined}
          pathOfTask={() => '/'}
        />
      </StoreContext>,
    );
  show();
  expect(await screen.findByTestId('total')).toBeDefined();
  const note = /what the others completed is counted too/;
  expect(screen.queryByText(note)).toBeNull();
  cleanup();
  join(ben, 'member');
  show();
  expect(await screen.findByText(note)).toBeDefined();
});
