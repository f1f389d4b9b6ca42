import type { ReactNode } from 'react';
import { RouterLink } from '#src/ui/RouterLink.tsx';

export interface DraftLinkProps {
  readonly id: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
}

/** The way back to a draft: to Review, which says what is left to do, or what came of it. */
export function DraftLink({ id, children, ...more }: DraftLinkProps) {
  return (
    <RouterLink
      to="/restore/$draftId/$step"
      params={{ draftId: id, step: 'review' }}
      preload={false}
      {...more}
    >
      {children}
    </RouterLink>
  );
}
