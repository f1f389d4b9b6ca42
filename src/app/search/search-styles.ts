import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media (max-width: 639px)';
const MIDDLE = '@media (max-width: 1023px)';

/** The look of the search in the top bar: a field with a list below, all over a narrow screen. */
export const useSearchStyles = makeStyles({
  root: {
    position: 'relative',
    flex: '0 1 480px',
    minWidth: '160px',
    // The bar has the time zone, too.
    [MIDDLE]: { position: 'static', minWidth: '96px' },
    [NARROW]: { flex: '0 0 auto', minWidth: 0 },
  },
  rootOpen: {
    [NARROW]: {
      position: 'fixed',
      inset: 0,
      zIndex: 4,
      display: 'flex',
      flexDirection: 'column',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  opener: { display: 'none', [NARROW]: { display: 'inline-flex' } },
  hidden: { [NARROW]: { display: 'none' } },
});
