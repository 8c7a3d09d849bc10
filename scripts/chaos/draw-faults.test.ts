import { expect, test } from 'vitest';
import { drawFaults } from './draw-faults.ts';
import { embeddedRound } from './embedded-faults.ts';

function draw(seed: number, count: number) {
  const faults = drawFaults({ seed, betweenMs: [5, 15], round: embeddedRound });
  return Array.from({ length: count }, () => faults.next().value);
}

test('the same seed gives the same faults in the same order, another one others', () => {
  expect(draw(7, 30)).toEqual(draw(7, 30));
  expect(draw(7, 30)).not.toEqual(draw(8, 30));
});

test('each round brings every kind of fault', () => {
  const kinds = new Set(draw(7, 10).map(({ fault }) => fault.name));
  expect([...kinds].toSorted()).toEqual([
    'disk full',
    'server frozen',
    'server killed',
    'server stopped',
    'torn tail',
  ]);
});
