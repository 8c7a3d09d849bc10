import type { Creation } from '#shared/push-message';

/** Creations of `count` tasks of 400 to 600 bytes with ids of their own. */
export function benchCreations(count: number): Creation[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: 'task',
    id: crypto.randomUUID(),
    create: {
      title: `Task number ${i} of the bench`,
      notes: 'lorem ipsum dolor sit '.repeat(17),
      priority: 'high',
      dueDate: '2026-12-01',
      orderKey: 'a0',
    },
  }));
}
