import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { storageContract } from '../contract.ts';
import { openMongoStorage } from './open-mongo-storage.ts';

storageContract('MongoDB storage', () =>
  openMongoStorage({ url: inject('mongoUrl'), databaseName: `test-${randomUUID()}` }),
);
