import { useMessages } from '#client/i18n/messages.ts';

/** Says that changes of a task have been waiting to be sent for a while. */
export function WaitingMark() {
  const { tasks: words } = useMessages();
  return (
    <span
      title={words.waiting}
      data-testid="task-waiting"
      className="size-1.5 shrink-0 rounded-full border border-muted"
    >
      <span className="sr-only">{words.waiting}</span>
    </span>
  );
}
