import { createContext, use } from 'react';

/** Whether the row is the one that Tab leads to; the grid provides it for each row. */
export const CurrentRowContext = createContext(false);

/** The `tabIndex` of a control in a row: only those of the current row are the next stops of Tab. */
export function useRowTabIndex(): 0 | -1 {
  return use(CurrentRowContext) ? 0 : -1;
}
