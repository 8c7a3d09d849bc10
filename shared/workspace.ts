import * as z from 'zod/mini';
import { boundedText, instant, uuid } from './fields.ts';
import { fieldGroup, type KindDefinition } from './kind-definition.ts';
import { limits } from './limits.ts';
import { roleSchema } from './permissions.ts';

const name = { name: boundedText({ min: 1, max: limits.nameMaxLength }) };
const role = { role: z.nullable(roleSchema) };
const profile = { userId: uuid, name: boundedText({ min: 0, max: limits.nameMaxLength }) };

const workspaceCreation = z.strictObject({ ...name, createdAt: z.optional(instant) });
const memberCreation = z.strictObject({ ...profile, ...role, createdAt: z.optional(instant) });

/** The kind `workspace`: the unit of sharing, ordering and sync. The server makes it; who may manage it names it. */
export const workspaceKind: KindDefinition = {
  kind: 'workspace',
  writer: 'server',
  create: workspaceCreation,
  defaults: {},
  groups: { name: fieldGroup(name) },
  sets: {},
};

/** The kind `member`: rights live in the log, so the fence that proves the cache proves the rights. */
export const memberKind: KindDefinition = {
  kind: 'member',
  writer: 'server',
  create: memberCreation,
  defaults: {},
  groups: {
    role: fieldGroup(role, { writer: 'server' }),
    profile: fieldGroup({ name: profile.name }, { writer: 'server' }),
  },
  sets: {},
};
