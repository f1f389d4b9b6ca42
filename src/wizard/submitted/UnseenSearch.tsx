import { submission } from '#src/strings/submission.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';

const words = submission.accepted;

/** Azure has accepted the restore and has not said as which job: it is looked for, and never sent again. */
export function UnseenSearch(props: Omit<SearchPanelProps, 'renderEnd'>) {
  const renderEnd = () => (
    <>
      <span>{words.notFound}</span>
      <RouterLink to="/jobs">{words.jobs}</RouterLink>
    </>
  );
  return <SearchPanel {...props} renderEnd={renderEnd} />;
}
