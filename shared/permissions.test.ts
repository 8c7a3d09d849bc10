import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionFor, may, roleSchema, type WorkspaceAction } from './permissions.ts';

/** From the greatest to the smallest, as the schema lists them. */
const roles = roleSchema.options;
const actions: readonly WorkspaceAction[] = ['read', 'comment', 'edit', 'manage'];

describe('permissions', () => {
  test('[R9] a role may do everything that the roles below it may', () => {
    const role = fc.nat({ max: roles.length - 1 });
    fc.assert(
      fc.property(role, role, fc.constantFrom(...actions), (a, b, action) => {
        const [greater, smaller] = [roles[Math.min(a, b)], roles[Math.max(a, b)]];
        if (greater === undefined || smaller === undefined) throw new Error('no such role');
        if (may(smaller, action)) expect(may(greater, action)).toBe(true);
      }),
    );
  });

  test('[R9] every role may read, and only admins may manage', () => {
    expect(roles.filter((role) => may(role, 'read'))).toEqual(roles);
    expect(roles.filter((role) => may(role, 'manage'))).toEqual(['admin']);
  });

  test('[R9] whatever the kind, writing it needs more than reading', () => {
    fc.assert(
      fc.property(fc.string(), (kind) => {
        expect(may('viewer', actionFor(kind))).toBe(false);
        expect(may('admin', actionFor(kind))).toBe(true);
      }),
    );
    expect(may('member', actionFor('task'))).toBe(true);
    expect(may('member', actionFor('workspace'))).toBe(false);
    expect(may('commenter', actionFor('comment'))).toBe(true);
    expect(may('commenter', actionFor('task'))).toBe(false);
  });
});
