import { Button } from '@fluentui/react-components';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import { submission } from '#src/strings/submission.ts';
import { useNow } from '#src/ui/hooks.ts';
import { RouterLink } from '#src/ui/links.tsx';
import type { Attempt, Draft } from '#src/wizard/draft/schema.ts';
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
    isAccepted: sent.state === 'accepted',
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
  const renderEnd = () => <RouterLink to="/jobs">{accepted.jobs}</RouterLink>;
  return <SearchPanel {...props} renderEnd={renderEnd} />;
}

/** While the one request has left and no answer is there. When the search ends, the draft can be opened again. */
const OnItsWay = (props: SearchProps) => (
  <LateSearch {...props} state="sending" renderEnd={() => <GiveUp draftId={props.draftId} />} />
);

/** While Azure has accepted a restore and not named its job. */
const WaitsForJob = (props: SearchProps) => <LateSearch {...props} state="accepted" />;

type Waiting = 'sending' | 'accepted';

/**
 * How long after the press a job is looked for although the answer, or the job that Azure makes in a minute or two,
 * may still come; and how often that is checked.
 */
const LATE: Readonly<Record<Waiting, { readonly afterMs: number; readonly everyMs: number }>> = {
  sending: { afterMs: 30_000, everyMs: 1000 },
  accepted: { afterMs: 10 * 60_000, everyMs: 15_000 },
};

/** What a request says that takes long; null: it doesn't yet. */
export function lateText(state: Waiting, ageMs: number, service: string): string | null {
  if (ageMs < LATE[state].afterMs) return null;
  return state === 'sending' ? sending.late : accepted.late(service);
}

interface LateSearchProps extends SearchProps {
  readonly state: Waiting;
  /** What can be done when the search has ended without a find. */
  readonly renderEnd?: SearchPanelProps['renderEnd'];
}

/** A search that starts beside the wait once that has taken long. */
function LateSearch({ state, ...search }: LateSearchProps) {
  const ageMs = useNow(LATE[state].everyMs) - search.attempt.sentAt;
  const late = lateText(state, ageMs, search.service);
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{late}</div>
      {late !== null && <SearchPanel {...search} />}
    </>
  );
}
