import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFiles, unpackFiles } from './file-pack.ts';

const file = fc.record({ path: fc.string(), bytes: fc.uint8Array() });

test('what is packed comes out as it was', () => {
  fc.assert(
    fc.property(fc.array(file), (files) => {
      const out = unpackFiles(packFiles(files));
      expect(out.map(({ path, bytes }) => [path, [...bytes]])).toEqual(
        files.map(({ path, bytes }) => [path, [...bytes]]),
      );
    }),
  );
});

test('a pack that is cut off, or goes on, is none', () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1 }), fc.nat(), (files, cut) => {
      const whole = packFiles(files);
      expect(() => unpackFiles(whole.subarray(0, cut % whole.byteLength))).toThrow();
      expect(() => unpackFiles(new Uint8Array([...whole, 0]))).toThrow();
    }),
  );
});
