import * as z from 'zod/mini';
import type { StoredForm } from './kind-definition.ts';

const common = { kind: z.string(), id: z.string(), workspaceId: z.string(), seq: z.int() };

/**
 * A document as it travels. Only the common part is checked: fields and kinds this build does not know
 * are kept as they came, so that an older device hands them on unharmed (R13).
 */
export const documentSchema = z.union([
  z.object({ ...common, purged: z.literal(true) }),
  z.looseObject({ ...common, stamps: z.record(z.string(), z.string()) }),
]) satisfies z.ZodMiniType<StoredForm>;
