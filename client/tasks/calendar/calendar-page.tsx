import { CircleCheck, CircleCheckBig, PanelRight } from 'lucide-react';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { parseCivilDate } from '#shared/civil-date';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { IconButton } from '#client/ui/button.tsx';
import { useToday } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import type { Task } from '#shared/task';
import { placeOf } from '../add-place.ts';
import { DragSessionContext } from '../planner/drag-session.ts';
import { OpenTaskPanel } from '../planner/open-task-panel.tsx';
import { toggleDone } from '../planner/toggle-done.ts';
import { useDragSurface } from '../planner/use-drag.ts';
import { useTellAdded } from '../planner/use-tell-added.ts';
import { useSurroundings } from '../planner/use-surroundings.ts';
import { useTaskParams } from '../planner/use-task-params.ts';
import type { TaskView } from '../task-rows.ts';
import { UndoButton } from '../undo-button.tsx';
import { useTaskActions } from '../use-task-actions.ts';
import { CalendarBar } from './calendar-bar.tsx';
import type { CalendarSpan } from './month-grid.ts';
import { MonthView } from './month-view.tsx';
import { PhoneCalendar } from './phone-calendar.tsx';
import { SideTrays } from './side-trays.tsx';
import { useCalendar } from './use-calendar.ts';
import { useCalendarDays } from './use-calendar-days.ts';
import { useCalendarMoves } from './use-calendar-moves.ts';
import { WeekView } from './week-view.tsx';

const DayDialog = lazy(async () => ({ default: (await import('./day-dialog.tsx')).DayDialog }));

/** How the person wants the calendar on this device. */
export interface CalendarPreferences {
  span: CalendarSpan;
  showsDone: boolean;
  /** Whether overdue and unscheduled tasks stand beside the days. */
  showsSide: boolean;
}

/** The tasks of a view on the days they are due: its head, the days, what has none, and the open day and task. */
export function CalendarPage(props: {
  view: TaskView;
  title: string;
  icon?: ReactNode;
  hasSingleKeys: boolean;
  wanted: CalendarPreferences;
  headerActions?: ReactNode;
  /** What is to be said of the view, under its head. */
  note?: ReactNode;
  onWanted: (part: Partial<CalendarPreferences>) => void;
  onUndo: () => void;
  /** What the panel of a task shows besides what is the task's own. */
  renderMore?: ((task: Task) => ReactNode) | undefined;
}) {
  const { view, wanted, hasSingleKeys } = props;
  const { span, showsDone, showsSide } = wanted;
  const store = useStore();
  const today = useToday();
  const actions = useTaskActions();
  const params = useTaskParams();
  const { allProjects, ...surroundings } = useSurroundings();
  const isPhone = useMediaQuery('(max-width: 639px)');
  const hasRoom = useMediaQuery('(min-width: 1024px)');
  const area = useRef<HTMLDivElement>(null);
  const [openDay, setOpenDay] = useState<string>();
  const days = useCalendarDays({ area, span, today, hasSingleKeys, onOpenDay: setOpenDay });
  const { weeks, focused, label } = days;
  const [from = focused, to = focused] = [weeks[0]?.[0], weeks.at(-1)?.[6]];
  const shown = useCalendar({ view, projects: allProjects, today, from, to, showsDone });
  const moves = useCalendarMoves({ today, actions });
  const session = useDragSurface(area, moves);
  const addDay = addDayOf(params.addTo, focused);
  const dialogDay = addDay ?? openDay;
  const closeDay = () => {
    setOpenDay(undefined);
    if (addDay !== undefined) params.setAddTo(undefined);
  };
  const tellAdded = useTellAdded(actions);
  const onToggleDone = (taskId: string) => toggleDone({ store, actions, today, taskId });
  const daysProps = {
    label,
    today,
    focused,
    itemsByDate: shown?.itemsByDate ?? noItems,
    selectedId: params.openId,
    onFocusDay: days.choose,
    onOpenTask: params.setOpen,
    onOpenDay: setOpenDay,
    onAddOn: params.setAddTo,
  };
  const agenda = {
    ...surroundings,
    today,
    hasSingleKeys,
    actions,
    onToggleDone,
    onMoveBy: moves.moveBy,
    onOpenTask: (taskId: string) => {
      setOpenDay(undefined);
      params.setOpen(taskId);
    },
  };
  const bar = (
    <CalendarBar
      span={span}
      onStep={days.step}
      onToday={() => days.choose(today)}
      onSpan={(name) => props.onWanted({ span: name })}
    />
  );
  const isWhole = view.name === 'all' && props.headerActions === undefined;
  return (
    <DragSessionContext value={session}>
      <div className="flex min-h-0 min-w-0 grow">
        <section aria-label={props.title} className="flex min-w-0 grow flex-col">
          <ViewHeader
            isFull
            title={isWhole ? label : props.title}
            icon={props.icon}
            detail={isWhole ? undefined : label}
          >
            {isPhone ? null : bar}
            <UndoButton onUndo={props.onUndo} />
            <CalendarToggles wanted={wanted} hasRoom={hasRoom} onWanted={props.onWanted} />
            {props.headerActions}
          </ViewHeader>
          {props.note}
          {isPhone ? (
            <div className="flex shrink-0 items-center px-2 pb-1">
              {isWhole ? null : (
                <p className="min-w-0 truncate ps-2 text-[0.8125rem] font-semibold">{label}</p>
              )}
              <span className="grow" />
              {bar}
            </div>
          ) : null}
          <div ref={area} className="flex min-h-0 grow border-line sm:border-t">
            <div className="flex min-w-0 grow flex-col">
              <CalendarBody
                isPhone={isPhone}
                span={span}
                weeks={weeks}
                days={daysProps}
                agenda={agenda}
              />
            </div>
            {hasRoom && showsSide && shown !== undefined && params.openId === undefined ? (
              <SideTrays
                tasks={shown.tasks}
                today={today}
                actions={actions}
                onOpenTask={params.setOpen}
              />
            ) : null}
          </div>
        </section>
        <OpenTaskPanel
          params={params}
          {...surroundings}
          today={today}
          actions={actions}
          onToggleDone={onToggleDone}
          renderMore={props.renderMore}
        />
        {dialogDay === undefined ? null : (
          <Suspense>
            <DayDialog
              {...agenda}
              key={dialogDay}
              date={dialogDay}
              items={daysProps.itemsByDate.get(dialogDay) ?? []}
              isAdding={addDay !== undefined}
              onAdding={(isAdding) => {
                setOpenDay(dialogDay);
                params.setAddTo(isAdding ? dialogDay : undefined);
              }}
              place={placeOf(view, { sectionId: null, dueDate: dialogDay })}
              onAdded={tellAdded}
              onClose={closeDay}
            />
          </Suspense>
        )}
      </div>
    </DragSessionContext>
  );
}

/** What of the calendar is shown. */
function CalendarToggles({
  wanted: { showsDone, showsSide },
  hasRoom,
  onWanted,
}: {
  wanted: CalendarPreferences;
  hasRoom: boolean;
  onWanted: (part: Partial<CalendarPreferences>) => void;
}) {
  const words = useCalendarWords();
  const { tasks } = useMessages();
  return (
    <>
      <IconButton
        label={showsDone ? tasks.hideDone : tasks.showDone}
        aria-pressed={showsDone}
        data-testid="show-done-toggle"
        onClick={() => onWanted({ showsDone: !showsDone })}
      >
        {showsDone ? <CircleCheckBig className="text-accent" /> : <CircleCheck />}
      </IconButton>
      {hasRoom ? (
        <IconButton
          label={showsSide ? words.hideSide : words.showSide}
          aria-pressed={showsSide}
          data-testid="calendar-side-toggle"
          onClick={() => onWanted({ showsSide: !showsSide })}
        >
          <PanelRight />
        </IconButton>
      ) : null}
    </>
  );
}

function CalendarBody({
  isPhone,
  span,
  weeks,
  days,
  agenda,
}: {
  isPhone: boolean;
  span: CalendarSpan;
  weeks: readonly (readonly string[])[];
  days: Parameters<typeof PhoneCalendar>[0]['days'];
  agenda: Parameters<typeof PhoneCalendar>[0]['agenda'];
}) {
  if (isPhone) {
    return <PhoneCalendar weeks={weeks} isWeek={span === 'week'} days={days} agenda={agenda} />;
  }
  if (span === 'month') return <MonthView {...days} weeks={weeks} />;
  return <WeekView {...days} week={weeks[0] ?? []} />;
}

const noItems: ReadonlyMap<string, never[]> = new Map();

/** The day that the address asks to add to; anything but a day is the chosen one. */
function addDayOf(addTo: string | undefined, focused: string): string | undefined {
  if (addTo === undefined) return undefined;
  return parseCivilDate(addTo) === undefined ? focused : addTo;
}
