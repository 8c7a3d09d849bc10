import { useEffect } from 'react';
import { Redirect } from 'wouter';
import type { Preferences } from '#client/settings/preferences.ts';
import { lastBoardOf, layoutOf, withLayout } from '#client/view-looks.ts';

/** Leads to the view that was last a board, and makes it one again; without one, to all tasks. */
export function LastBoard({
  preferences: { looks },
  onPreferences,
}: {
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
}) {
  const path = lastBoardOf(looks);
  const isBoard = layoutOf(looks, path) === 'board';
  useEffect(() => {
    if (!isBoard) onPreferences({ looks: withLayout(looks, path, 'board') });
  }, [isBoard, looks, path, onPreferences]);
  return isBoard ? <Redirect to={path} replace /> : null;
}
