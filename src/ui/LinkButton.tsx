import { Link, type LinkProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const OWN_COLORS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  // In a narrow line it is still tall and wide enough to be hit.
  root: {
    display: 'inline-block',
    minWidth: '24px',
    // Each side by itself wins over the link's own `padding`, which Griffel ranks like `padding-block`.
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
    lineHeight: tokens.lineHeightBase300,
    // Forced colors would take its element for a plain button.
    [OWN_COLORS]: {
      color: 'LinkText',
      ':hover': { color: 'LinkText' },
      ':active': { color: 'ActiveText' },
    },
  },
});

type LinkButtonProps = Omit<Extract<LinkProps, { as: 'button' }>, 'as' | 'inline' | 'type'>;

/** A button that reads as a link, underlined: it stands beside words, and opens or leads elsewhere. */
export function LinkButton({ className, ...props }: LinkButtonProps) {
  const styles = useStyles();
  return (
    <Link
      as="button"
      type="button"
      inline
      className={mergeClasses(styles.root, className)}
      {...props}
    />
  );
}
