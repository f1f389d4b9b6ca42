import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCommonStyles } from '#src/ui/styles.ts';

const useStyles = makeStyles({
  root: {
    color: tokens.colorBrandForegroundLink,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':active': { color: tokens.colorBrandForegroundLinkPressed },
  },
});

interface OutsideLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link out of the product, underlined because it stands in text. */
export function OutsideLink({ href, children }: OutsideLinkProps) {
  const styles = useStyles();
  const { target } = useCommonStyles();
  return (
    <a href={href} rel="noreferrer" className={mergeClasses(target, styles.root)}>
      {children}
    </a>
  );
}
