import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { useNoticesWords } from '#client/i18n/compiled/use-notices-words.ts';
import { useFormats, useLanguage } from '#client/i18n/language.ts';
import { noticeSwitchOf } from '#client/notice-ports.ts';
import { AskCard } from '#client/notices/ask-card.tsx';
import type { NoticeSwitch } from '#client/notices/notice-switch.ts';
import { takeAnswers } from '#client/notices/take-answers.ts';
import { shownWords } from '#client/notices/shown-words.ts';
import { createReminderCommands } from '#client/reminders/reminder-commands.ts';
import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { createTaskCommands } from '#client/tasks/task-commands.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import { localDate } from '#client/ui/timing.ts';
import { useToasts } from '#client/ui/toast.tsx';
import { parse } from '#shared/parse';
import { type HeldAnswer, workerMessageSchema } from '#shared/push-notice';
import { readStamp } from '#shared/stamp';
import type { Task } from '#shared/task';

/**
 * What is told while the app is closed, as far as the page has to do with it: asks at the first reminder, keeps the
 * subscription up to date, carries out what was pressed on notices, and opens their tasks.
 */
export function NoticesView(props: AppProps) {
  const { workspace } = props;
  const words = useNoticesWords();
  const { code: lang } = useLanguage();
  const { direction: dir } = useFormats();
  const shown = useMemo(() => shownWords(words, { lang, dir }), [words, lang, dir]);
  const notices = noticeSwitchOf(props, shown);
  useEffect(() => {
    // In the words of now.
    void notices?.refresh(shown);
  }, [notices, shown]);
  useWorkerMessages(props);
  useUnsentReport(workspace, notices);
  return notices === undefined ? null : <Ask notices={notices} />;
}

/** Asks once, when the first reminder is set here: never at a start, and not who has answered the browser already. */
function Ask({ notices }: { notices: NoticeSwitch }) {
  const words = useNoticesWords();
  const toasts = useToasts();
  const state = useLive(notices.state$, 'off');
  const isSet = useReminderSet();
  const [isAnswered, setIsAnswered] = useState(false);
  if (state !== 'off' || !isSet || isAnswered || notices.memory().isAsked) return null;
  const answer = () => {
    notices.noteAsked();
    setIsAnswered(true);
  };
  const allow = async () => {
    setIsAnswered(true);
    const after = await notices.turnOn();
    const failed = after === 'unreachable' ? words.failed : words.blocked;
    const said = after === 'on' ? words.turnedOn : failed;
    toasts.show({ id: 'notices', text: said });
  };
  return <AskCard onAllow={() => void allow()} onClose={answer} />;
}

const openTasks = { trashedAt: null, status: { $in: ['todo', 'in_progress'] } };

/** Whether a reminder was set on this device since the page began to look: those that arrive from others ask nobody. */
function useReminderSet(): boolean {
  const store = useStore();
  const tasks = useLive<readonly Task[] | undefined>(
    useMemo(() => store.live<Task>({ kind: 'task', selector: openTasks }), [store]),
    undefined,
  );
  const [sinceMs] = useState(() => Date.parse(store.now()));
  const [isSet, setIsSet] = useState(false);
  useEffect(() => {
    if (tasks === undefined || isSet) return undefined;
    let isCurrent = true;
    const look = async () => {
      for (const { id, reminders } of tasks) {
        if (reminders.length === 0 || !isSince(store.baseOf(id, 'reminders'), sinceMs)) continue;
        if ((await store.ownBatches(id)).length > 0 && isCurrent) setIsSet(true);
      }
    };
    look().catch(reportError);
    return () => {
      isCurrent = false;
    };
  }, [store, tasks, isSet, sinceMs]);
  return isSet;
}

function isSince(stamp: string | null, sinceMs: number): boolean {
  return stamp !== null && readStamp(stamp).ms >= sinceMs;
}

function useWorkerMessages({ workspace }: AppProps): void {
  const store = useStore();
  const words = useNoticesWords();
  const actions = useTaskActions();
  const [, navigate] = useLocation();
  const latest = useRef({ words, actions, navigate });
  useEffect(() => {
    latest.current = { words, actions, navigate };
  });
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !('caches' in window)) return undefined;
    const carryOut = async (answer: HeldAnswer) => {
      const done = await carryOutHere(store, answer);
      if (done === undefined) return false;
      const { words: said, actions } = latest.current;
      const text = (answer.action === 'done' ? said.didDone : said.didSnooze)({
        title: done.title,
      });
      // Done already, here or elsewhere, there is nothing to say and to undo.
      if (done.batch !== undefined) actions.notify(text);
      return true;
    };
    const take = async () => {
      await workspace.ready;
      const { locks } = navigator;
      await takeAnswers({ caches, locks, userId: store.userId, carryOut });
    };
    const hear = ({ data }: MessageEvent<unknown>) => {
      const message = parse(workerMessageSchema, data);
      if (!message.ok) return;
      if (message.value.type === 'taskflow-open') latest.current.navigate(message.value.path);
      else take().catch(reportError);
    };
    navigator.serviceWorker.addEventListener('message', hear);
    // What was pressed while no page was there.
    take().catch(reportError);
    return () => navigator.serviceWorker.removeEventListener('message', hear);
  }, [store, workspace]);
}

/** The title of the task and what was changed, if anything; undefined where it is not here, or may not be changed: the server is asked then. */
async function carryOutHere(
  store: AppStore,
  answer: HeldAnswer,
): Promise<{ title: string; batch: StoredBatch | undefined } | undefined> {
  const task = store.current(answer.taskId);
  const title = task?.['title'];
  if (task === undefined || typeof title !== 'string') return undefined;
  if (!store.may(task.workspaceId, 'edit')) return undefined;
  if (answer.action === 'snooze') {
    const untilMs = Date.parse(answer.until ?? answer.at);
    return { title, batch: await createReminderCommands(store).snooze(task.id, untilMs) };
  }
  const isOpen = task['status'] === 'todo' || task['status'] === 'in_progress';
  const day = localDate(Date.parse(answer.at));
  return {
    title,
    batch: isOpen ? await createTaskCommands(store).complete(task.id, day) : undefined,
  };
}

/**
 * A page that is put away says how much it has not sent: if it is not opened again, the person's other devices are told. Once
 * that is sent after all, be it out of sight, it is taken back.
 */
function useUnsentReport(
  workspace: AppProps['workspace'],
  notices: NoticeSwitch | undefined,
): void {
  useEffect(() => {
    if (notices === undefined) return undefined;
    const now: { endpoint: string | undefined; waiting: number; said: number } = {
      endpoint: undefined,
      waiting: 0,
      said: 0,
    };
    const say = () => {
      const { endpoint, waiting: unsent } = now;
      if (endpoint === undefined || (unsent === 0 && now.said === 0)) return;
      const body = JSON.stringify({ endpoint, unsent });
      const isTaken = navigator.sendBeacon(
        '/api/push/unsent',
        new Blob([body], { type: 'application/json' }),
      );
      if (isTaken) now.said = unsent;
    };
    const find = () => void notices.endpoint().then((found) => (now.endpoint = found), reportError);
    const states = notices.state$.subscribe(find);
    const counts = workspace.status$.subscribe(({ waiting }) => {
      now.waiting = waiting;
      if (waiting === 0) say();
    });
    const report = () => {
      if (document.visibilityState !== 'visible') say();
    };
    document.addEventListener('visibilitychange', report);
    return () => {
      states.unsubscribe();
      counts.unsubscribe();
      document.removeEventListener('visibilitychange', report);
    };
  }, [workspace, notices]);
}
