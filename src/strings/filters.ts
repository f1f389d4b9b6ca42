import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the filters of lists. */
export const filters = sentences({
  label: 'Filters',
  pill: (name: string, summary: string) => `${name}: ${summary}`,
  /** Ends with a non-breaking space. */
  before: (name: string) => `${name}:\u00A0`,
  summary: (chosen: readonly string[], nothing = 'all') =>
    chosen.length === 0
      ? nothing
      : chosen.length === 1
        ? (chosen[0] ?? '')
        : `${String(chosen.length)} selected`,
  searchIn: (name: string) => `Search in ${name}`,
  reading: (name: string) => `Reading the options of ${name}`,
  unread: (name: string) => `Couldn’t load the options of ${name}.`,
  more: (count: number) => `${String(count)} more. Type to narrow the search.`,
  /** A time that is typed. */
  time: {
    unreadable: (text: string) =>
      `“${text}” isn’t a time. Use the form 22:00, 4 Jun 22:00 or 2025-06-04 22:00.`,
    future: 'This time is in the future. Enter one in the past.',
    leftOut: 'Clocks went forward that night and never showed this time. Enter another.',
    twice: 'Clocks showed this time twice that night. Select one.',
    stillUsed: (error: string, time: string) => `${error} Still used: ${time}.`,
  },
  /** A day that is typed or chosen. */
  day: {
    example: '3 Jun 2025',
    open: (field: string) => `Calendar for ${field}`,
    what: 'the calendar',
    unreadable: (text: string) => `“${text}” isn’t a date. Use the form 3 Jun 2025 or 2025-06-03.`,
  },
  none: 'No matches',
  blocked: (text: string, why: string) => `${text}: ${why}`,
  all: 'Show all',
  add: 'Add filter',
  remove: (name: string) => `Remove filter ${name}`,
  clear: 'Clear all filters',
  ignored: (parts: readonly string[]) =>
    `The address has unknown filters: ${listText(parts)}. They’re ignored. The other filters apply.`,
} as const);

/** Texts of Fluent’s calendar; {0} is what it names. */
export const calendar = sentences({
  goToToday: 'Go to today',
  prevMonthAriaLabel: 'Previous month',
  nextMonthAriaLabel: 'Next month',
  prevYearAriaLabel: 'Previous year',
  nextYearAriaLabel: 'Next year',
  prevYearRangeAriaLabel: 'Previous years',
  nextYearRangeAriaLabel: 'Next years',
  monthPickerHeaderAriaLabel: '{0}, select a year',
  yearPickerHeaderAriaLabel: '{0}, select a month',
  closeButtonAriaLabel: 'Close',
  selectedDateFormatString: 'Selected: {0}',
  todayDateFormatString: 'Today: {0}',
} as const);
