import { mkdir } from 'node:fs/promises';
import {
  type FaultProxy,
  type FaultProxyOptions,
  startFaultProxy,
} from '#scripts/chaos/fault-proxy';
import { startKeeper } from '#scripts/chaos/keeper';
import { canHaveOwnHosts } from '#scripts/chaos/own-hosts';
import {
  createRestartableProcess,
  type ProcessPlan,
  type RestartableProcess,
} from '#scripts/chaos/restartable-process';

/** Where processes and links of one run are put up, and the one place that takes all of them down again. */
export interface Ground {
  /** For logs and data. */
  readonly folder: string;
  /** Whether processes can have their own `/etc/hosts`, which partitions are made of. */
  readonly canPartition: boolean;
  addProcess(plan: Omit<ProcessPlan, 'logPath'>): RestartableProcess;
  addLink(options: Omit<FaultProxyOptions, 'random'>): Promise<FaultProxy>;
  /** Kills all processes and closes all links, whatever state they are in; this process being gone does the same. */
  clear(): Promise<void>;
}

/** Prepares an empty ground; makes the folder if it is not there. */
export async function prepareGround(of: { folder: string; random: () => number }): Promise<Ground> {
  const { folder, random } = of;
  await mkdir(folder, { recursive: true });
  const canPartition = await canHaveOwnHosts();
  const keeper = startKeeper();
  const processes: RestartableProcess[] = [];
  const links: FaultProxy[] = [];
  return {
    folder,
    canPartition,
    addProcess: (plan) => {
      const logPath = `${folder}/${plan.name}.log`;
      const added = createRestartableProcess({ ...plan, logPath }, keeper);
      processes.push(added);
      return added;
    },
    addLink: async (options) => {
      const link = await startFaultProxy({ ...options, random });
      links.push(link);
      return link;
    },
    clear: async () => {
      const parts = [...processes.map((one) => one.kill()), ...links.map((link) => link.close())];
      const outcomes = await Promise.allSettled(parts);
      // Last, so that it ends what could not be ended here.
      await keeper.stop();
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}
