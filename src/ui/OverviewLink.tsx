import { common } from '#src/strings/common.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

/** The first of a page's breadcrumbs. */
export function OverviewLink() {
  return <RouterLink to="/">{common.overview}</RouterLink>;
}
