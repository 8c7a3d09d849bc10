import { describe, expect, test } from 'vitest';
import { type Applied, applyChange, type ChangeContext } from '#shared/apply-change';
import type { AnyDocument } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import type { Change } from '#shared/push-message';
import { effectiveStamp, readStamp, serverDeviceId } from '#shared/stamp';
import {
  buildChange,
  buildContext,
  buildTask,
  stampAt,
  testDevices,
  testIds,
} from '#shared/testing/build-task';

const { bob, alicePhone } = testDevices;

function apply(document: AnyDocument | undefined, change: Change, context = buildContext()) {
  return applyChange({ document, change, context });
}

function documentAfter(applied: Applied): AnyDocument {
  if (applied.name !== 'changed') throw new Error(`nothing changed: ${applied.name}`);
  return applied.document;
}

function loserOf(applied: Applied) {
  return applied.name === 'dropped' ? undefined : applied.loser;
}

const bobsTitle = () =>
  buildTask({ title: 'Bob’s title', stamps: { '*': stampAt(1_000), title: stampAt(3_000, bob) } });

describe('[R5] who wins', () => {
  test('[R5] a change that saw what is held is accepted, whatever the clocks say', () => {
    const change = buildChange({ base: stampAt(3_000, bob) });
    const applied = apply(bobsTitle(), change, buildContext({ stamp: stampAt(5) }));
    expect(documentAfter(applied)['title']).toBe('Pay the rent');
    expect(loserOf(applied)).toBeUndefined();
  });

  test('[R5] of two that did not see each other the larger stamp wins and the other is kept', () => {
    const late = apply(bobsTitle(), buildChange(), buildContext({ stamp: stampAt(4_000) }));
    expect(documentAfter(late)['title']).toBe('Pay the rent');
    expect(loserOf(late)).toMatchObject({ lost: 'held', value: { title: 'Bob’s title' } });
    const early = apply(bobsTitle(), buildChange(), buildContext({ stamp: stampAt(2_000) }));
    expect(early).toMatchObject({
      name: 'unchanged',
      loser: { lost: 'incoming', reason: 'concurrent', value: { title: 'Pay the rent' } },
    });
  });

  test('[R5] equal values make no loser (B17)', () => {
    const change = buildChange({ value: { title: 'Bob’s title' } });
    expect(apply(bobsTitle(), change)).toEqual({ name: 'unchanged' });
  });

  test.each([
    ['place', { orderKey: 'a5' }, { orderKey: 'b1', projectId: null }],
    ['status', { completedAt: '2026-01-01T00:00:00.000Z' }, { completedAt: null, status: 'todo' }],
  ])(
    '[R5] a difference in quiet fields of %s alone makes no loser (B17, A6)',
    (group, held, value) => {
      const document = buildTask({
        ...held,
        stamps: { '*': stampAt(1), [group]: stampAt(3_000, bob) },
      });
      expect(loserOf(apply(document, buildChange({ group, value })))).toBeUndefined();
    },
  );

  test('[R6] the later batch of one device follows its earlier one, though its clock was set back', () => {
    const held = buildTask({ stamps: { '*': stampAt(1), title: stampAt(9_000) } });
    const applied = apply(
      held,
      buildChange({ base: null }),
      buildContext({ stamp: stampAt(2_000) }),
    );
    expect(documentAfter(applied)['title']).toBe('Pay the rent');
    expect(loserOf(applied)).toBeUndefined();
    expect(effectiveStamp(documentAfter(applied).stamps['title'] ?? '') > stampAt(9_000)).toBe(
      true,
    );
  });

  test('[R3] a copied profile under a new device id loses nothing of the device it was copied from', () => {
    const held = buildTask({
      title: 'The original wrote this',
      stamps: { '*': stampAt(1), title: stampAt(3_000) },
    });
    const copied = buildContext({ stamp: stampAt(4_000), deviceId: alicePhone });
    const applied = apply(held, buildChange({ base: stampAt(1) }), copied);
    expect(loserOf(applied)).toMatchObject({ value: { title: 'The original wrote this' } });
  });
});

describe('[R6] stamps', () => {
  test('[R6] a stamp from the future is pulled back to commit time and still found by its base (B7a)', () => {
    const sent = stampAt(9_000_000_000);
    const document = documentAfter(
      apply(buildTask(), buildChange(), buildContext({ stamp: sent })),
    );
    const held = document.stamps['title'] ?? '';
    expect(readStamp(held).ms).toBe(1_000_000);
    const next = buildChange({ value: { title: 'Again' }, base: sent });
    const applied = apply(document, next, buildContext({ stamp: stampAt(1_500, bob) }));
    expect(loserOf(applied)).toBeUndefined();
    expect(documentAfter(applied)['title']).toBe('Again');
  });

  test('[R6] a base from the year 2100 lifts no stamp (B7b)', () => {
    const change = buildChange({ base: stampAt(4_102_444_800_000, bob) });
    const document = documentAfter(apply(buildTask(), change));
    expect(document.stamps['title']).toBe(stampAt(2_000));
  });

  test('[R6] two edits in a row on a clock that is an hour ahead make no conflict with oneself (B7a)', () => {
    const [first, second] = [stampAt(4_600_000), stampAt(4_600_001)];
    const one = buildChange({ value: { title: 'A1' } });
    const held = documentAfter(apply(buildTask(), one, buildContext({ stamp: first })));
    const two = buildChange({ value: { title: 'A2' }, base: first });
    const applied = apply(held, two, buildContext({ stamp: second }));
    expect(documentAfter(applied)['title']).toBe('A2');
    expect(loserOf(applied)).toBeUndefined();
  });
});

describe('[R8] creations', () => {
  const create = (id: string = testIds.task, fields = {}) => {
    return { kind: 'task', id, create: { title: 'New', ...fields } };
  };

  test('[R8] a create of an id that exists changes nothing, also in the trash and purged (B9)', () => {
    for (const document of [buildTask(), buildTask({ trashedAt: '2026-11-22T09:00:00.000Z' })]) {
      expect(apply(document, create())).toEqual({ name: 'unchanged' });
    }
    const purged = {
      kind: 'task',
      id: testIds.task,
      workspaceId: 'w',
      seq: 1,
      purged: true,
    } as const;
    expect(applyChange({ document: purged, change: create(), context: buildContext() })).toEqual({
      name: 'unchanged',
    });
  });

  test('a new task has the defaults of its kind, its author and one stamp for all', () => {
    const task = documentAfter(apply(undefined, create()));
    expect(task).toMatchObject({
      title: 'New',
      status: 'todo',
      labels: {},
      createdBy: testIds.alice,
    });
    expect(task.stamps).toEqual({ '*': stampAt(2_000) });
  });

  test('[R8] where its place would break the tree a new task stands at the top, and the place is kept', () => {
    const context = buildContext({ breaksTree: () => true });
    const applied = apply(undefined, create(testIds.task, { parentId: testIds.label }), context);
    expect(documentAfter(applied)['parentId']).toBeNull();
    expect(loserOf(applied)).toMatchObject({ reason: 'place', value: { parentId: testIds.label } });
  });
});

describe('[R7] trash', () => {
  const trashed = (deviceId: string) => {
    const stamps = { '*': stampAt(1_000), trash: stampAt(3_000, deviceId) };
    return buildTask({ trashedAt: '2026-11-22T09:30:00.000Z', stamps });
  };

  test('[R7] an edit merges under the trash and its author is told (A4)', () => {
    const applied = apply(trashed(bob), buildChange());
    expect(documentAfter(applied)).toMatchObject({
      title: 'Pay the rent',
      trashedAt: '2026-11-22T09:30:00.000Z',
    });
    expect(loserOf(applied)).toMatchObject({ reason: 'trashed', lost: 'incoming' });
  });

  test('[R7] who put it in the trash is not told by it', () => {
    expect(loserOf(apply(trashed(testDevices.alice), buildChange()))).toBeUndefined();
  });

  test('[R7] two that trash the same task agree', () => {
    const value = { trashedAt: '2026-11-22T09:40:00.000Z', movedTo: null };
    expect(loserOf(apply(trashed(bob), buildChange({ group: 'trash', value })))).toBeUndefined();
  });

  test('[R8] a change to an unknown or purged document is kept as a loser', () => {
    const purged = {
      kind: 'task',
      id: testIds.task,
      workspaceId: 'w',
      seq: 1,
      purged: true,
    } as const;
    const context = buildContext();
    const change = buildChange();
    expect(apply(undefined, change)).toMatchObject({ loser: { reason: 'missing' } });
    expect(applyChange({ document: purged, change, context })).toMatchObject({
      loser: { reason: 'purged' },
    });
  });
});

describe('[R5] undo (ifBase)', () => {
  test('[R5] an undo on the value it undoes is applied', () => {
    const change = buildChange({ ifBase: true });
    expect(documentAfter(apply(buildTask(), change))['title']).toBe('Pay the rent');
  });

  test('[R5] an undo of what somebody changed since is dropped without a loser (A3)', () => {
    expect(apply(bobsTitle(), buildChange({ ifBase: true }))).toEqual({ name: 'dropped' });
    const newer = buildContext({ stamp: stampAt(4_000) });
    expect(apply(bobsTitle(), buildChange({ ifBase: true }), newer)).toEqual({ name: 'dropped' });
    expect(apply(undefined, buildChange({ ifBase: true }))).toEqual({ name: 'dropped' });
  });
});

describe('[R8] place', () => {
  test('[R8] a place that would break the tree loses, and the rest of the document stays', () => {
    const context: ChangeContext = buildContext({ breaksTree: () => true });
    const change = buildChange({ group: 'place', value: { parentId: testIds.label } });
    expect(apply(buildTask(), change, context)).toMatchObject({
      name: 'unchanged',
      loser: { reason: 'place', value: { parentId: testIds.label } },
    });
  });
});

describe('[R5] sets', () => {
  const label = (present: boolean, more = {}) =>
    buildChange({ group: `label/${testIds.label}`, value: { present }, ...more });

  test('[R5] labels given by two people at once are both there', () => {
    const other = `label/${testIds.bob}`;
    const one = documentAfter(apply(buildTask(), label(true)));
    const both = apply(one, buildChange({ group: other, value: { present: true } }));
    expect(documentAfter(both)['labels']).toEqual({ [testIds.label]: true, [testIds.bob]: true });
    expect(loserOf(both)).toBeUndefined();
  });

  test('[R5] an element that was taken away is absent and leaves its stamp', () => {
    const given = documentAfter(apply(buildTask(), label(true)));
    const gone = documentAfter(apply(given, label(false, { base: stampAt(2_000) })));
    expect(gone['labels']).toEqual({});
    expect(gone.stamps).toHaveProperty(`label/${testIds.label}`);
  });

  test('a section is none before all its fields are known', () => {
    const project = buildTask({ kind: 'project', sections: {}, sectionsGone: {} });
    const group = `section/${testIds.label}`;
    const half = { ...buildChange({ group, value: { orderKey: 'a1' } }), kind: 'project' };
    expect(apply(project, half)).toMatchObject({ name: 'unchanged', loser: { reason: 'place' } });
    const whole = { ...half, value: { name: 'Later', orderKey: 'a1' } };
    expect(documentAfter(apply(project, whole))['sections']).toEqual({
      [testIds.label]: { name: 'Later', orderKey: 'a1' },
    });
  });
});

describe('[R13] fields of a newer version', () => {
  test('[R13] an edit by a client that does not know a field of the group leaves that field as it is (B19a)', () => {
    const stamps = { '*': stampAt(1_000), schedule: stampAt(1_500, bob) };
    const held = buildTask({ dueDate: '2026-12-01', reminderOffset: 30, stamps });
    const whole = { startDate: null, dueDate: '2026-12-05', dueTime: null, timeZone: null };
    const value = { ...whole, recurrence: null };
    for (const base of [stamps.schedule, null]) {
      const applied = apply(held, buildChange({ group: 'schedule', value, base }));
      expect(documentAfter(applied)).toMatchObject({ dueDate: '2026-12-05', reminderOffset: 30 });
    }
  });
});

describe('[R5] notes', () => {
  const s0 = stampAt(1_000);
  const notes = (text: string, before: string, base = s0) =>
    buildChange({ group: 'notes', value: { notes: text }, before, base });

  test('[R5] a paragraph committed between two offline edits of another survives both (B8)', () => {
    const bens = documentAfter(
      apply(
        buildTask({ notes: 'one\n' }),
        notes('one\nBen\n', 'one\n'),
        buildContext({ stamp: stampAt(1_500, bob) }),
      ),
    );
    const first = apply(
      bens,
      notes('Ana 1\none\n', 'one\n'),
      buildContext({ stamp: stampAt(2_000) }),
    );
    const merged = documentAfter(first);
    expect(readStamp(merged.stamps['notes'] ?? '').deviceId).toBe(serverDeviceId);
    const second = apply(
      merged,
      notes('Ana 1\nAna 2\none\n', 'Ana 1\none\n', stampAt(2_000)),
      buildContext({ stamp: stampAt(2_001) }),
    );
    expect(documentAfter(second)['notes']).toBe('Ana 1\nAna 2\none\nBen\n');
  });

  test('[R5] where the same words differ the larger stamp’s stand and the whole other text is kept', () => {
    const held = buildTask({
      notes: 'call Bob\n',
      stamps: { '*': s0, notes: stampAt(1_500, bob) },
    });
    const applied = apply(held, notes('call Eve\n', 'call Ann\n'));
    expect(documentAfter(applied)['notes']).toBe('call Eve\n');
    expect(loserOf(applied)).toMatchObject({ reason: 'text', value: { notes: 'call Bob\n' } });
  });

  test('[R5] a merge that would be longer than notes may be is an ordinary conflict', () => {
    const most = limits.notesMaxLength - 10;
    const theirs = `${'a'.repeat(most)}\nend\n`;
    const mine = `end\n${'b'.repeat(most)}\n`;
    const held = buildTask({ notes: theirs, stamps: { '*': s0, notes: stampAt(1_500, bob) } });
    const applied = apply(held, notes(mine, 'end\n'));
    expect(documentAfter(applied)['notes']).toBe(mine);
    expect(loserOf(applied)).toMatchObject({ reason: 'concurrent', value: { notes: theirs } });
  });
});
