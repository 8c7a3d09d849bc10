/**
 * Every size, count and time that both sides must agree on, with its unit in the name.
 * A limit never becomes tighter for a protocol version that is still accepted (R13).
 */
export const limits = {
  titleMaxLength: 500,
  notesMaxLength: 50_000,
  nameMaxLength: 120,
  labelsPerTaskMax: 100,
  assigneesPerTaskMax: 50,
  remindersPerTaskMax: 20,
  sectionsPerProjectMax: 200,
  subtaskDepthMax: 5,
  estimateMaxMinutes: 60_000,
  orderKeyMaxLength: 64,
  recurrenceRuleMaxLength: 200,
  timeZoneMaxLength: 64,

  batchMaxChanges: 500,
  batchMaxBytes: 256 * 1024,
  pushMaxBatches: 200,
  pushMaxBytes: 900 * 1024,
  entryMaxBytes: 4 * 1024 * 1024,
  socketFrameMaxBytes: 1024 * 1024,
  requestMaxBytes: 1024 * 1024,
  jsonMaxDepth: 32,

  pullMaxDocuments: 2_000,
  pullDefaultDocuments: 1_000,
  pullPageMaxBytes: 2 * 1024 * 1024,
  eventDocumentsMaxBytes: 32 * 1024,
  eventsKeptDuringPull: 256,
  eventAheadWaitMs: 250,
  headIntervalMs: 15_000,
  headPollIntervalMs: 2_000,

  sentKeptMs: 7 * 24 * 60 * 60 * 1000,
  purgeAfterMs: 30 * 24 * 60 * 60 * 1000,
  accessTokenMs: 15 * 60 * 1000,
  refreshTokenMs: 7 * 24 * 60 * 60 * 1000,
  passwordMinLength: 8,
  passwordMaxLength: 128,
  emailMaxLength: 254,
  idempotencyKeyMaxLength: 128,
  listDefaultLimit: 50,
  listMaxLimit: 500,
} as const;
