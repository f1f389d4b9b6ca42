import { common } from '#src/strings/common.ts';
import { NameLink } from '#src/ui/RouterLink.tsx';

/** The first of a page's breadcrumbs. */
export function OverviewLink() {
  return <NameLink to="/">{common.overview}</NameLink>;
}
