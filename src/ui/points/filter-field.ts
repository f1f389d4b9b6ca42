import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';

/** How a field among the filters looks. */
export const useFilterFieldStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  input: { width: '148px' },
});

/** In a form Enter would submit it, and filters are no part of what is submitted. True where it was Enter. */
export function keepEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter') return false;
  event.preventDefault();
  return true;
}
