import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Label } from '#shared/label';
import { usePanelWords } from '#client/i18n/compiled/use-panel-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Badge, ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { PanelField } from './panel-field.tsx';

/** Chips are small and grey in a row; as the value of a field they are as large and dark as the others. */
const readLikeFields =
  '[&>.tabular]:max-w-full! [&>.tabular]:gap-2! [&>.tabular]:text-[0.8125rem]! [&>.tabular.text-muted]:text-text!';

/** The value of a field as the button that changes it. */
export function FieldButton({
  label,
  testId,
  children,
  ...rest
}: {
  label: string;
  testId: string;
  children: ReactNode;
}) {
  return (
    <Button
      look="quiet"
      size="small"
      title={label}
      data-testid={testId}
      className={classNames(
        'w-full justify-start! px-2! font-normal! text-text! [&>.tabular+.tabular]:ms-2 [&>.tabular>svg]:size-4! [&>.tabular>svg]:text-muted',
        readLikeFields,
      )}
      {...rest}
    >
      {children}
    </Button>
  );
}

/** The labels of a task; `onPick` opens the choice of them, without it there is nothing to press. */
export function LabelsField({
  labels,
  onPick,
}: {
  labels: readonly Label[];
  onPick: (() => void) | undefined;
}) {
  const { tasks } = useMessages();
  const words = usePanelWords();
  if (labels.length === 0 && onPick === undefined) return null;
  return (
    <PanelField label={tasks.labels}>
      <button
        type="button"
        data-testid="task-labels-button"
        disabled={onPick === undefined}
        onClick={onPick}
        className={classNames(
          'press flex min-h-8 w-full flex-wrap items-center gap-x-3 rounded-control px-2 text-start enabled:hover:bg-raised pointer-coarse:min-h-11 [&>.tabular>svg]:mx-1',
          readLikeFields,
        )}
      >
        {labels.length === 0 ? (
          <span className="flex items-center gap-2 text-[0.8125rem] text-muted">
            <Tag className="size-4" aria-hidden="true" />
            {words.addLabels}
          </span>
        ) : null}
        {labels.map((label) => (
          <Badge key={label.id} icon={<ColorDot color={label.color} />}>
            {label.name}
          </Badge>
        ))}
      </button>
    </PanelField>
  );
}
