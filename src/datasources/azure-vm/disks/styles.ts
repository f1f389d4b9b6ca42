import { makeStyles, tokens } from '@fluentui/react-components';

/** The look of the page of restored disks. */
export const useDiskStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
    // A plan is as wide as the page, whatever its commands are.
    '& section, & section > form': { width: '100%' },
  },
  /** Fields have the width of their rows. */
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  submit: { alignSelf: 'flex-start' },
});
