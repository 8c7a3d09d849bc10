import type { LocalDatabase } from '#client/store/local-database.ts';
import type { Outcome } from '#client/sync/sync-transport.ts';
import type { PushAnswer, PushRequest } from '#shared/push-message';
import type { ChaosRecord } from './chaos-record.ts';

/** The store of the tab that leads, with what each page and event came to counted; `onApplied` may look at the disk. */
export function watchStore(
  store: LocalDatabase,
  of: { device: string; record: ChaosRecord; onApplied: () => void },
): LocalDatabase {
  const { record, device, onApplied } = of;
  const { recorder } = record;
  const watch = async <T extends string>(name: string, applying: Promise<T>): Promise<T> => {
    const outcome = await applying;
    recorder.note(`${name}.${outcome}`, device);
    if (outcome === 'applied') onApplied();
    return outcome;
  };
  return {
    ...store,
    applyPage: (page) => watch('page', store.applyPage(page)),
    applyCommit: (event) => watch('event', store.applyCommit(event)),
    startRebuild(reason) {
      recorder.note(`rebuild.${reason}`, device);
      record.op('info', 'rebuild', { device, reason });
      return store.startRebuild(reason);
    },
    fork(to) {
      recorder.note('fork', device);
      record.op('info', 'fork', { device, ...to });
      return store.fork(to);
    },
  };
}

/** A way to push whose answers are kept: what a server has once said must stand in the log at the end (R1, R4). */
export function watchAnswers<
  T extends { push(request: PushRequest): Promise<Outcome<PushAnswer>> },
>(transport: T, record: ChaosRecord): T {
  const push = transport.push.bind(transport);
  transport.push = async (request) => {
    const { deviceId, batches } = request;
    const detail = { deviceId, from: batches[0]?.n, to: batches.at(-1)?.n };
    record.op('invoke', 'push', detail);
    const outcome = await push(request);
    record.recorder.note(`push.${outcome.name}`);
    if (outcome.name === 'answered') {
      record.answered(request, outcome.answer);
      record.op('ok', 'push', { ...detail, head: outcome.answer.head });
    } else {
      const isUnknown = outcome.name === 'unreachable' || outcome.name === 'busy';
      record.op(isUnknown ? 'info' : 'fail', 'push', { ...detail, outcome: outcome.name });
    }
    return outcome;
  };
  return transport;
}
