import { Button } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';

const words = submission.noAnswer;

/** Nobody knows what came of the request: its job is looked for, and only then the person may go on. */
export function LostSearch(props: Omit<SearchPanelProps, 'renderEnd'>) {
  const renderEnd = () => (
    <>
      <Button onClick={() => openAgain(props.draftId)}>{words.giveUp}</Button>
      <span>{words.giveUpNote}</span>
    </>
  );
  return <SearchPanel {...props} renderEnd={renderEnd} />;
}
