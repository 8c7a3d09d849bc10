import { storageContract } from '#server/storage/contract';
import { createMemoryStorage } from './memory-storage.ts';

storageContract('memory storage of the simulator', async () => createMemoryStorage());
