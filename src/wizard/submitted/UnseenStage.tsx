import { submission } from '#src/strings/submission.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';
import { Stage } from '#src/wizard/submitted/Stage.tsx';

const words = submission.accepted;

/** Azure has accepted the restore and has not said as which job: it is looked for, and never sent again. */
export function UnseenStage(props: Omit<SearchPanelProps, 'renderEnd'>) {
  const renderEnd = () => (
    <>
      <span>{words.notFound}</span>
      <RouterLink to="/jobs">{words.jobs}</RouterLink>
    </>
  );
  return (
    <Stage tone="running" title={words.title} lines={[words.unseen, submission.safeToClose]}>
      <SearchPanel {...props} renderEnd={renderEnd} />
    </Stage>
  );
}
