import type { ComponentProps, ReactNode } from 'react';
import { RouterLink } from '#src/ui/links.tsx';

interface DraftLinkProps extends Pick<ComponentProps<typeof RouterLink>, 'aria-label'> {
  readonly id: string;
  /** Left out: Review. */
  readonly step?: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
}

/** A link to a draft: to Review, which shows what is left to do, or the outcome. */
export function DraftLink({ id, step = 'review', children, ...more }: DraftLinkProps) {
  return (
    <RouterLink
      to="/restore/$draftId/$step"
      params={{ draftId: id, step }}
      preload={false}
      {...more}
    >
      {children}
    </RouterLink>
  );
}
