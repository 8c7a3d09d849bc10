import { Cluster } from './cluster.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { SimulatedDevice } from './simulated-device.ts';

/** One build of the product with the shell that the simulator puts around it. */
export interface Build {
  Cluster: typeof Cluster;
  createMemoryStorage: typeof createMemoryStorage;
  SimulatedDevice: typeof SimulatedDevice;
}

/** The build that is checked out. */
export const thisBuild: Build = { Cluster, createMemoryStorage, SimulatedDevice };
