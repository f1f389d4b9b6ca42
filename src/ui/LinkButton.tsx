import { Link, type LinkProps, makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  // In a narrow line it is still tall enough to be hit.
  root: {
    display: 'inline-block',
    minHeight: '24px',
    minWidth: '24px',
    // Forced colors would take its element for a plain button.
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

export type LinkButtonProps = Omit<Extract<LinkProps, { as: 'button' }>, 'as' | 'inline' | 'type'>;

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
