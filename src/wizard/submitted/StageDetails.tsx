import { Button } from '@fluentui/react-components';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import { submission } from '#src/strings/submission.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { AcceptedTrouble } from '#src/wizard/submitted/AcceptedTrouble.tsx';
import { CallOff } from '#src/wizard/submitted/CallOff.tsx';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';

const { accepted, noAnswer, sending } = submission;

export interface SubmissionProps {
  readonly draft: Draft;
  readonly onJob: (jobId: string) => void;
  /** The look for the job of a press. */
  readonly searchFor: (attempt: Attempt) => LostSearchQuery;
  readonly acceptedQuery: AcceptedQueryOf;
  /** The service that restores, by its name. */
  readonly service: string;
}

export interface StageDetailsProps extends SubmissionProps {
  /** No tab sends the draft any more. */
  readonly isSenderGone: boolean;
}

/** What goes on with the clock at a stage, what is looked for, and what can be done. */
export function StageDetails(props: StageDetailsProps) {
  const { draft, searchFor, acceptedQuery, onJob, isSenderGone, service } = props;
  const { id, submission: sent } = draft;
  const searchOf = (attempt: Attempt): SearchProps => ({
    service,
    draftId: id,
    attempt,
    search: searchFor(attempt),
  });
  switch (sent.state) {
    case 'sending':
      return isSenderGone ? <LostSearch {...searchOf(sent)} /> : <OnItsWay {...searchOf(sent)} />;
    case 'accepted':
      return sent.operation === null ? (
        <UnseenSearch {...searchOf(sent)} />
      ) : (
        <>
          <AcceptedTrouble
            what={accepted.what}
            query={acceptedQuery({
              instance: draft.choices.instance ?? '',
              operation: sent.operation,
              secondaryRegion: sent.secondaryRegion,
            })}
          />
          <WaitsForJob {...searchOf(sent)} />
        </>
      );
    case 'lost':
      return <LostSearch {...searchOf(sent)} />;
    case 'job':
      return (
        <Button appearance="primary" onClick={() => onJob(sent.jobId)}>
          {submission.done.open}
        </Button>
      );
    case 'preparing':
      return <CallOff draftId={id} />;
    case 'mounted':
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}

type SearchProps = Omit<SearchPanelProps, 'renderEnd'>;

/** The outcome of the request is unknown: the person can continue only after a search for its job. */
const LostSearch = (props: SearchProps) => (
  <SearchPanel {...props} renderEnd={() => <GiveUp draftId={props.draftId} />} />
);

/** Opens the draft again without knowing what became of its request. */
const GiveUp = ({ draftId }: { readonly draftId: string }) => (
  <>
    <Button onClick={() => openAgain(draftId)}>{noAnswer.giveUp}</Button>
    <span>{noAnswer.giveUpNote}</span>
  </>
);

/** Azure has accepted the restore and has not said as which job: it is looked for, and never sent again. */
function UnseenSearch(props: SearchProps) {
  const renderEnd = () => (
    <>
      <span>{accepted.notFound(props.service)}</span>
      <RouterLink to="/jobs">{accepted.jobs}</RouterLink>
    </>
  );
  return <SearchPanel {...props} renderEnd={renderEnd} />;
}

/** From then on the job is looked for although the answer may still come. */
const ANSWER_LATE_MS = 30_000;

/** While the one request has left and no answer is there. When the search ends, the draft can be opened again. */
const OnItsWay = (props: SearchProps) => (
  <LateSearch
    {...props}
    afterMs={ANSWER_LATE_MS}
    everyMs={1000}
    note={sending.late}
    renderEnd={() => <GiveUp draftId={props.draftId} />}
  />
);

/** Azure makes a job in a minute or two; from then on it is looked for in the vault, too. */
const JOB_LATE_MS = 10 * 60_000;

/** While Azure has accepted a restore and not named its job. */
const WaitsForJob = (props: SearchProps) => (
  <LateSearch
    {...props}
    afterMs={JOB_LATE_MS}
    everyMs={15_000}
    note={accepted.late(props.service)}
  />
);

interface LateSearchProps extends SearchProps {
  /** How long after the press its job is looked for. */
  readonly afterMs: number;
  /** How often that is checked. */
  readonly everyMs: number;
  readonly note: string;
  /** What can be done when the search has ended without a find. */
  readonly renderEnd?: SearchPanelProps['renderEnd'];
}

/** A search that starts beside the wait once that has taken long. */
function LateSearch({ afterMs, everyMs, note, ...search }: LateSearchProps) {
  const isLate = useNow(everyMs) - search.attempt.sentAt >= afterMs;
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{isLate && note}</div>
      {isLate && <SearchPanel {...search} />}
    </>
  );
}
