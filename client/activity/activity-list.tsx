import { CircleDashed, GitMerge } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useActivityWords } from '#client/i18n/compiled/use-activity-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { TimeAgo } from '#client/ui/time-ago.tsx';
import type { Task } from '#shared/task';
import type { ActivityStep } from './activity-step.ts';
import { describeStep } from './describe-step.ts';
import type { HistoryState } from './history-feed.ts';
import { type ActivitySource, useActivity } from './use-activity.ts';
import { useSpeaking } from './use-speaking.ts';

/** Who changed what of a task when, a sentence each, the newest first. */
export function ActivityList({ task, ...source }: { task: Task } & ActivitySource) {
  const { isGuest } = useStore();
  const words = useActivityWords();
  const announce = useAnnounce();
  const speaking = useSpeaking();
  const { steps, history, feed } = useActivity(task, source);
  const list = useRef<HTMLUListElement>(null);
  const isAsked = !isGuest && history.status === 'loading';
  const showEarlier = async () => {
    const count = await feed.readEarlier();
    const { next, status } = feed.state();
    if (status !== 'shown') return;
    announce(count > 0 ? words.loaded({ count }) : words.end);
    // The button is gone with the last page: who came by keys goes on at the list.
    if (next === null) list.current?.focus();
  };
  return (
    <div className="flex flex-col items-start gap-1">
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words.list}
        aria-busy={isAsked}
        className="flex w-full flex-col rounded-control"
      >
        {steps.map((step) => (
          <StepLines key={step.key} step={step} sentences={describeStep(step, speaking)} />
        ))}
      </ul>
      {isAsked ? <Note>{words.loading}</Note> : null}
      {steps.length === 0 && history.status === 'shown' && history.next === null ? (
        <Note>{words.none}</Note>
      ) : null}
      {isGuest ? <Note>{words.guest}</Note> : <Rest status={history.status} onRetry={retry} />}
      {typeof history.next === 'number' && history.status === 'shown' ? (
        <Button
          look="quiet"
          size="small"
          data-testid="activity-earlier"
          onClick={() => void showEarlier()}
        >
          {words.earlier}
        </Button>
      ) : null}
    </div>
  );

  function retry() {
    void feed.refresh();
  }
}

function StepLines({ step, sentences }: { step: ActivityStep; sentences: readonly string[] }) {
  const words = useActivityWords();
  const formats = useFormats();
  return sentences.map((sentence) => (
    <li
      key={sentence}
      data-testid="activity-line"
      data-state={step.state}
      className="flex min-h-8 items-baseline gap-2 rounded-control px-2 py-1 text-[0.8125rem] leading-5 hover:bg-raised/60"
    >
      <span className="min-w-0 grow [overflow-wrap:anywhere]">
        {sentence}
        {step.state === 'lost' ? (
          <span className="ms-2 inline-flex items-center gap-1 text-xs text-conflict">
            <GitMerge className="size-3.5" aria-hidden="true" />
            {words.lost}
          </span>
        ) : null}
      </span>
      {step.state === 'waiting' ? (
        <span title={words.waiting} className="mt-0.5 inline-flex self-start text-muted">
          <CircleDashed className="size-3.5" aria-hidden="true" />
          <span className="sr-only">{words.waiting}</span>
        </span>
      ) : null}
      <span className="text-xs text-muted">
        <TimeAgo at={step.at} formats={formats} />
      </span>
    </li>
  ));
}

/** Why the history does not go on, and what to do about it. */
function Rest({ status, onRetry }: { status: HistoryState['status']; onRetry: () => void }) {
  const words = useActivityWords();
  const { errors } = useMessages();
  switch (status) {
    case 'loading':
    case 'shown':
      return null;
    case 'away':
      return <Note>{words.away}</Note>;
    case 'needs-sign-in':
      return <Note>{words.signIn}</Note>;
    case 'failed':
      return (
        <div className="flex items-center gap-2">
          <Note>{words.failed}</Note>
          <Button size="small" onClick={onRetry}>
            {errors.tryAgain}
          </Button>
        </div>
      );
  }
  return null;
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p role="status" data-testid="activity-note" className="px-2 py-1 text-[0.8125rem] text-muted">
      {children}
    </p>
  );
}
