import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemCatalog, problemSchema } from '#shared/api-error';
import { documentKinds } from '#shared/document-kinds';
import { documentSchema } from '#shared/document-message';
import type { KindDefinition } from '#shared/kind-definition';
import * as live from '#shared/live-message';
import { oldestProtocolVersion, protocolHistory, protocolVersion } from '#shared/protocol-version';
import { pullAnswerSchema } from '#shared/pull-message';
import {
  batchSchema,
  creationSchema,
  pushAnswerSchema,
  pushRequestSchema,
} from '#shared/push-message';

/** Everything that can stand in a message, as JSON Schema; checks by function show as their base type. */
function wireSchemas(): unknown {
  const messages = {
    push: [pushRequestSchema, batchSchema, pushAnswerSchema],
    pull: [pullAnswerSchema],
    join: [live.joinRequestSchema, live.joinAnswerSchema, live.leaveRequestSchema],
    live: [live.renewRequestSchema, live.commitEventSchema, live.headEventSchema],
    told: [live.revokedEventSchema, live.workspacesEventSchema, live.presenceEventSchema],
    document: [documentSchema],
    problem: [problemSchema],
  };
  return {
    messages: Object.entries(messages).map(([name, list]) => [name, list.map(jsonSchema)]),
    events: live.liveEvents,
    problems: Object.entries(problemCatalog).map(([code, { status }]) => [code, status]),
    kinds: documentKinds.map(kindSchemas),
  };
}

function kindSchemas(kind: KindDefinition): unknown {
  return {
    kind: kind.kind,
    create: jsonSchema(kind.create),
    defaults: kind.defaults,
    groups: Object.entries(kind.groups).map(([name, { value }]) => [name, jsonSchema(value)]),
    sets: Object.entries(kind.sets).map(([name, { map, value }]) => [name, map, jsonSchema(value)]),
  };
}

function jsonSchema(schema: z.core.$ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
}

async function schemaHash(): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(wireSchemas()));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('the kinds', () => {
  test('a change of each of them can travel', () => {
    const change = { id: '11111111-1111-4111-8111-111111111111', create: {} };
    const unfit = documentKinds.filter(
      ({ kind }) => !z.safeParse(creationSchema, { kind, ...change }).success,
    );
    expect(unfit).toEqual([]);
  });
});

describe('protocol version', () => {
  test('[R13] a wire message cannot change unnoticed: it needs a line in protocol-version.ts', async () => {
    // Another hash here: add a line there, and a test with a client of the line before.
    expect(protocolHistory.at(-1)?.schemaHash).toBe(await schemaHash());
  });

  test('[R13] the history counts up to the version this build speaks', () => {
    const versions = protocolHistory.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions.at(-1)).toBe(protocolVersion);
    expect(protocolVersion - oldestProtocolVersion).toBeLessThanOrEqual(2);
  });

  test('what the hash is made of tells one schema from another', () => {
    expect(jsonSchema(pushRequestSchema)).not.toEqual(jsonSchema(batchSchema));
  });
});
