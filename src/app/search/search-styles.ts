import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media (max-width: 639px)';
const MIDDLE = '@media (max-width: 1023px)';

/** The look of the search in the top bar: a field with a list below, all over a narrow screen. */
export const useSearchStyles = makeStyles({
  root: {
    position: 'relative',
    flex: '0 1 480px',
    minWidth: '160px',
    [MIDDLE]: { position: 'static' },
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
  popup: {
    position: 'absolute',
    zIndex: 4,
    insetBlockStart: '100%',
    insetInline: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: 'min(640px, calc(100dvh - 64px))',
    marginBlockStart: tokens.spacingVerticalXS,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    [MIDDLE]: { insetBlockStart: '48px', insetInline: tokens.spacingHorizontalL },
    [NARROW]: {
      position: 'static',
      flex: '1 1 auto',
      minHeight: 0,
      maxHeight: 'none',
      marginBlockStart: 0,
      border: 'none',
      borderRadius: 0,
      boxShadow: 'none',
    },
  },
});
