import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Applied, applyChange, type Loser } from '#shared/apply-change';
import { heldValue, namedGroup } from '#shared/group-value';
import type { AnyDocument } from '#shared/kind-definition';
import type { FieldChange } from '#shared/push-message';
import { baseMatches, effectiveStamp, formatStamp, readStamp } from '#shared/stamp';
import { buildContext, buildTask, stampAt, testDevices, testIds } from '#shared/testing/build-task';

const devices: string[] = Object.values(testDevices);
const words = fc.constantFrom('milk', 'rent', 'call', 'Bob', 'later', '👩‍👩‍👧');
const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const edits: fc.Arbitrary<Pick<FieldChange, 'group' | 'value' | 'before'>> = fc.oneof(
  text.map((title) => ({ group: 'title', value: { title } })),
  fc.constantFrom('low', 'high').map((priority) => ({ group: 'priority', value: { priority } })),
  fc.boolean().map((present) => ({ group: `label/${testIds.label}`, value: { present } })),
  fc
    .record({
      dueDate: fc.constantFrom(null, '2026-12-01'),
      startDate: fc.constantFrom(null, '2026-11-30'),
    })
    .map((value) => ({ group: 'schedule', value })),
  fc.tuple(text, text).map(([notes, before]) => ({ group: 'notes', value: { notes }, before })),
);

/** One change by somebody: its stamp, and whether its author saw what is held. */
const arrivals = fc.record({
  edit: edits,
  ms: fc.integer({ min: 1_001, max: 9_000 }),
  device: fc.constantFrom(...devices),
  saw: fc.constantFrom('held', 'creation', 'nothing'),
});

type Arrival = typeof arrivals extends fc.Arbitrary<infer A> ? A : never;

function arrive(document: AnyDocument, arrival: Arrival, ceilingMs?: number): Applied {
  const { edit, ms, device, saw } = arrival;
  const held = document.stamps[edit.group] ?? document.stamps['*'] ?? null;
  const base = { held, creation: stampAt(1_000), nothing: null }[saw];
  return applyChange({
    document,
    change: { kind: 'task', id: testIds.task, base, ...edit },
    context: {
      ...buildContext({ stamp: formatStamp({ ms, counter: 0, deviceId: device }) }),
      ...(ceilingMs === undefined ? {} : { ceilingMs }),
    },
  });
}

const documentAfter = (applied: Applied, before: AnyDocument) =>
  applied.name === 'changed' ? applied.document : before;

describe('laws of applyChange', () => {
  test('[R5] server and device decide the same while no stamp is above commit time', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { maxLength: 8 }), (list) => {
        let [server, device] = [buildTask(), buildTask()];
        for (const arrival of list) {
          const { ceilingMs: _, ...onDevice } = buildContext();
          const decided = arrive(server, arrival, 10_000);
          const shown = applyChange({
            document: device,
            change: changeOf(device, arrival),
            context: { ...onDevice, stamp: stampAt(arrival.ms, arrival.device) },
          });
          expect(shown).toEqual(decided);
          server = documentAfter(decided, server);
          device = documentAfter(shown, device);
        }
      }),
    );
  });

  test('[R5] of stale edits of one title the largest stamp wins, whatever the order of arrival', () => {
    const rivals = fc
      .uniqueArray(fc.record({ title: text, ms: fc.integer({ min: 1_001, max: 9_000 }) }), {
        minLength: 2,
        maxLength: 5,
        selector: ({ ms }) => ms,
      })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    fc.assert(
      fc.property(rivals, ([list, shuffled]) => {
        const final = (order: typeof list) => {
          let document = buildTask();
          for (const [at, { title, ms }] of order.entries()) {
            const edit = { group: 'title', value: { title } };
            // Each its own device: nobody saw what another wrote.
            const device = `device000${list.findIndex((one) => one.ms === ms)}`;
            const saw = at === 0 ? 'creation' : 'nothing';
            document = documentAfter(arrive(document, { edit, ms, device, saw }), document);
          }
          return document['title'];
        };
        const largest = list.toSorted((a, b) => b.ms - a.ms)[0];
        // The first one saw what was held and is no rival of anybody before it; from then on stamps decide.
        expect(final(shuffled)).toBe(largest?.title);
      }),
    );
  });

  test('[R5] no value is lost without a loser, an equal, an own or a seen one', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { maxLength: 10 }), (list) => {
        let document = buildTask();
        for (const arrival of list) {
          const applied = arrive(document, arrival);
          checkNothingLost(document, arrival, applied);
          document = documentAfter(applied, document);
        }
      }),
    );
  });

  test('[R6] stored stamps of a group only rise and never pass commit time by more than a counter', () => {
    const wild = fc.array(
      fc.record({
        edit: edits,
        ms: fc.integer({ min: 0, max: 5_000_000_000_000 }),
        device: fc.constantFrom(...devices),
        saw: fc.constantFrom('held', 'creation', 'nothing'),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(wild, (list) => {
        let document = buildTask();
        for (const arrival of list) {
          const before = effectiveStamp(document.stamps[arrival.edit.group] ?? stampAt(1_000));
          const applied = arrive(document, arrival, 1_000_000);
          document = documentAfter(applied, document);
          const after = effectiveStamp(document.stamps[arrival.edit.group] ?? stampAt(1_000));
          expect(after >= before).toBe(true);
          expect(readStamp(after).ms).toBeLessThanOrEqual(1_000_000);
        }
      }),
    );
  });

  test('a document handed in is never altered', () => {
    fc.assert(
      fc.property(arrivals, (arrival) => {
        const document = buildTask({ labels: { [testIds.label]: true } });
        const copy = structuredClone(document);
        arrive(document, arrival);
        expect(document).toEqual(copy);
      }),
    );
  });
});

function changeOf(document: AnyDocument, { edit, saw }: Arrival): FieldChange {
  const held = document.stamps[edit.group] ?? document.stamps['*'] ?? null;
  const base = { held, creation: stampAt(1_000), nothing: null }[saw];
  return { kind: 'task', id: testIds.task, base, ...edit };
}

function checkNothingLost(before: AnyDocument, arrival: Arrival, applied: Applied): void {
  const { group, value } = arrival.edit;
  const named = namedGroup('task', group);
  if (named === undefined || applied.name === 'dropped') throw new Error('impossible here');
  const was = heldValue(before, named);
  const now = heldValue(documentAfter(applied, before), named);
  const loser: Loser | undefined = applied.loser;
  const incomingStands = Object.entries(value).every(([field, one]) => now[field] === one);
  const change = changeOf(before, arrival);
  const held = before.stamps[group] ?? before.stamps['*'] ?? '';
  const isSeen = change.base !== null && baseMatches(held, change.base);
  const isOwn = readStamp(held).deviceId === arrival.device;
  if (!incomingStands && group !== 'notes') expect(loser).toMatchObject({ value });
  const heldStands = Object.keys(value).every((field) => now[field] === was[field]);
  if (!heldStands && !isSeen && !isOwn && group !== 'notes') {
    expect(loser).toMatchObject({ lost: 'held', value: was });
  }
  if (group === 'notes' && loser === undefined && !isSeen && !isOwn) {
    // Merged: every word of the text that arrived is in the result or was in what its edit began from.
    const known = `${String(now['notes'])} ${String(change.before)}`;
    for (const word of String(value['notes']).split(' ')) expect(known).toContain(word);
  }
}
