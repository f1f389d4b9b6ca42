import {
  Calendar,
  type CalendarStrings,
  type DateFormatting,
  DayOfWeek,
  type ICalendar,
} from '@fluentui/react-calendar-compat';
import { useCallback, useRef, useState } from 'react';
import { now } from '#src/lib/clock.ts';
import { calendarNames, dayText } from '#src/lib/format.ts';
import { type Day, dayOf, dayOfDate, localDate } from '#src/lib/time.ts';
import { calendar as words } from '#src/strings/filters.ts';

const names = calendarNames();

const STRINGS: CalendarStrings = { ...words, ...names };

const FORMATS: DateFormatting = {
  formatDay: (date) => String(date.getDate()),
  formatMonth: (date) => names.months[date.getMonth()] ?? '',
  formatYear: (date) => String(date.getFullYear()),
  formatMonthDayYear: (date) => dayText(dayOfDate(date)),
  formatMonthYear: (date) => `${names.months[date.getMonth()] ?? ''} ${String(date.getFullYear())}`,
};

interface DayCalendarProps {
  readonly chosen: Day | null;
  readonly onChoose: (day: Day) => void;
  readonly onDismiss: () => void;
}

/** Fluent's calendar with the days as this page names them. It takes the focus when it is drawn. */
export function DayCalendar({ chosen, onChoose, onDismiss }: DayCalendarProps) {
  const calendar = useRef<ICalendar>(null);
  const [today] = useState(() => localDate(dayOf(now())));
  // The calendar is loaded after its popover has taken the focus; its days are there before the place that they stand in.
  const takeFocus = useCallback(() => calendar.current?.focus(), []);
  return (
    <div ref={takeFocus}>
      <Calendar
        componentRef={calendar}
        today={today}
        value={chosen === null ? today : localDate(chosen)}
        firstDayOfWeek={DayOfWeek.Monday}
        strings={STRINGS}
        dateTimeFormatter={FORMATS}
        isMonthPickerVisible={false}
        highlightSelectedMonth
        onSelectDate={(date) => onChoose(dayOfDate(date))}
        onDismiss={onDismiss}
      />
    </div>
  );
}
