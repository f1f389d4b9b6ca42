import type { ListPlace } from '#src/pages/list/place.ts';
import { NameLink } from '#src/ui/links.tsx';

/** How rows are opened: by their names as links, and by Enter. */
export const opening = (target: ListPlace['target']): Pick<ListPlace, 'target' | 'linkTo'> => ({
  target,
  linkTo: (id, text) => (
    // Enter on the row opens it: the link is for the mouse, and for those who read by links.
    <NameLink {...target(id)} tabIndex={-1}>
      {text}
    </NameLink>
  ),
});
