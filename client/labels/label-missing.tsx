import { useLocation } from 'wouter';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

/** What stands at the address of a label that is not there. */
export function LabelMissing() {
  const words = useLabelsWords();
  const [, navigate] = useLocation();
  return (
    <div className="grow">
      <EmptyState
        drawing={<TrayDrawing />}
        title={words.missing}
        titleTag="h1"
        text={words.missingText}
        action={<Button onClick={() => navigate('/labels')}>{words.manage}</Button>}
      />
    </div>
  );
}
