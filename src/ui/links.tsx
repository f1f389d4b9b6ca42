import {
  Button,
  type ButtonProps,
  Link,
  type LinkProps,
  mergeClasses,
} from '@fluentui/react-components';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

type AnchorLinkProps = Extract<LinkProps, { as?: 'a' }>;
type AnchorButtonProps = Extract<ButtonProps, { as: 'a' }>;

/** Fluent's link as a typed link of the router; underlined, because it stands beside other words. */
export const RouterLink = createLink((props: AnchorLinkProps) => <TargetLink inline {...props} />);

/** A link whose place says that it is one: the name in a table, a breadcrumb, a line of a menu. */
export const NameLink = createLink((props: AnchorLinkProps) => <TargetLink {...props} />);

function TargetLink({ className, children, ...props }: AnchorLinkProps) {
  const { target } = useCommonStyles();
  return (
    <Link className={mergeClasses(target, className)} {...props}>
      <Name>{children}</Name>
    </Link>
  );
}

/** Fluent's button as a typed link of the router: it goes somewhere, so it is an anchor. */
export const RouterButton = createLink((props: Omit<AnchorButtonProps, 'as'>) => (
  <Button as="a" {...props} />
));

/** A plain anchor as a typed link of the router, for places with a look of their own. */
export const RouterAnchor = createLink(({ children, ...props }: ComponentProps<'a'>) => (
  <a {...props}>{children}</a>
));
