import { QueryClient } from '@tanstack/react-query';
import { pauseAfterLook } from '#src/api/arm/outcome.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import type { WriteWorld } from '#src/api/queries/testing-write.ts';
import { files } from '#src/api/queries/testing-writes.ts';
import { acceptedDiskQuery, lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import { beginDisk, pressDisk } from '#src/datasources/azure-disk/testing-request.ts';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { scriptLook } from '#src/datasources/azure-vm/files/LostScript.tsx';
import { sendForScript } from '#src/datasources/azure-vm/files/request.ts';
import { lostText, scriptStageOf } from '#src/datasources/azure-vm/files/SessionClock.tsx';
import { acceptedQuery, lostSearch } from '#src/datasources/azure-vm/jobs.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { beginInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing.ts';
import { AS_NEW_VM, createDraft, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { acceptedCommvaultQuery, lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import { begin, press as pressCommvault } from '#src/datasources/commvault-vm/testing-request.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import type { Pass, Press, Pressing, Shown } from '#src/wizard/submit/testing-outcomes.ts';
import { now } from '#src/lib/clock.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { certainJob } from '#src/model/lost-restore.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { adoptedText } from '#src/wizard/draft/AdoptedNote.tsx';
import { type Attempt, attemptOf, type Draft, isRefusedAnswer } from '#src/wizard/draft/schema.ts';
import { createDraft as createAnyDraft } from '#src/wizard/draft/store.ts';
import { refusalWords } from '#src/wizard/review/ReviewNotes.tsx';
import { adoptCertain } from '#src/wizard/submit/Candidates.tsx';
import { comparedQuery } from '#src/wizard/submit/followed.ts';
import { operationEnded, pressOf, recordRefusal } from '#src/wizard/submit/follow.ts';
import { stageOf } from '#src/wizard/submit/Stage.tsx';
import { findBy, lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** Presses of Restore and of Get the script, as their pages make them, for tests of what is shown of them. */

/** A draft that is pressed as often as a test likes. */
interface Begun {
  readonly id: string;
  readonly press: () => Promise<void>;
}

interface RestoreSearch {
  readonly service: string;
  readonly search: (draft: Draft, attempt: Attempt) => LostSearchQuery;
  readonly acceptedQuery: AcceptedQueryOf;
}

const isStillSo = () => Promise.resolve(true);
const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** Simulated seconds between two looks, and after how many looks a page gives up. */
const EVERY_S = 30;
const LOOKS = 20;

/** A restore of any service: its page follows what was accepted, and looks for what no answer names. */
function ofRestore(
  { id, press }: Begun,
  { service, search, acceptedQuery: queryOf }: RestoreSearch,
  pass: Pass,
): Press {
  const follow = async (): Promise<void> => {
    const { submission, choices } = storedDraft(id);
    if (submission.state !== 'accepted' || submission.operation === null) return;
    const { operation, secondaryRegion } = submission;
    const query = queryOf({ instance: choices.instance ?? '', operation, secondaryRegion });
    const client = newClient();
    const state = await client.query({ ...query, staleTime: 0 });
    const jobId = state.status === 'started' ? state.jobId : null;
    const way = { acceptedQuery: queryOf, searchFor: search };
    const compared = comparedQuery({ accepted: submission, choices, way }, jobId ?? '');
    operationEnded(id, state, null, jobId === null ? null : await client.query(compared));
  };
  const searchOnce = async (): Promise<void> => {
    const draft = storedDraft(id);
    const attempt = attemptOf(draft.submission);
    if (attempt === null) return;
    const { jobs } = await newClient().query(search(draft, attempt));
    adoptCertain(id, certainJob(pressOf(attempt), jobs));
  };
  const looksOn = async (): Promise<void> => {
    for (let look = 0; look < LOOKS; look += 1) {
      const { submission } = storedDraft(id);
      if (submission.state === 'accepted' && submission.operation !== null) await follow();
      else if (submission.state === 'accepted' || submission.state === 'lost') await searchOnce();
      else return;
      pass(EVERY_S);
    }
  };
  return {
    press: async () => {
      await press();
      await lookedAfterRefusal(id, findBy(search), pass);
      await looksOn();
    },
    shown: () => shownOf(storedDraft(id), service),
    wayOn: async () => {
      const { state } = storedDraft(id).submission;
      if (state === 'refused') await press();
      else await looksOn();
    },
  };
}

/** What the page of a draft says of its press. */
function shownOf(draft: Draft, service: string): Shown {
  const { submission: sent } = draft;
  if (sent.state === 'refused' || sent.state === 'notSent') {
    const { title, lines } = refusalWords(sent, draft, false);
    return { outcome: 'refused', text: [title, ...lines].join(' '), way: 'Restore' };
  }
  const stage = stageOf(sent, false, service);
  const words = stage === null ? '' : [stage.title, ...stage.lines].join(' ');
  return sent.state === 'job'
    ? {
        outcome: 'done',
        text: adoptedText(sent, service, false) ?? words,
        way: null,
        job: sent.jobId,
      }
    : { outcome: 'open', text: words, way: 'look again' };
}

const vm: RestoreSearch = { service: 'Azure', search: lostSearch, acceptedQuery };

const ofExample =
  (choices: Partial<typeof AS_NEW_VM>) =>
  async ({ arm }: WriteWorld, pass: Pass): Promise<Press> => {
    const id = createDraft({ ...EXAMPLE_CHOICES, ...choices });
    const press = () => sendRestore(arm, id, confirmedExample(choices), { isStillSo });
    return ofRestore({ id, press }, vm, pass);
  };

/** A request for a script: its page reads whether the point is mounted, and never says by whom. */
function ofScript({ arm }: WriteWorld, pass: Pass): Press {
  const { pointId } = files;
  const id = createAnyDraft((draftId, at) => ({
    ...fileFields.newDraft(draftId, at, { instance: exampleItem, point: nameOf(pointId) }),
    task: 'recoverFiles',
  }));
  let read: { readonly isMounted: boolean | null; readonly readAt: number } | null = null;
  const look = async (): Promise<boolean | null> => {
    const { isMounted } = await getRecoveryPoint(arm, pointId);
    read = { isMounted, readAt: now() };
    return isMounted;
  };
  const afterRefusal = async (isConflict: boolean): Promise<void> => {
    for (let looks = 1; ; looks += 1) {
      const isMounted = await look();
      const data = { isMounted, looks, at: now() };
      const seen = scriptLook({ data, error: null, isFetching: false, failed: 0, isConflict });
      if (seen === 'mounted') return;
      if (seen !== null) return recordRefusal(id, seen === 'unread' ? null : seen);
      pass((pauseAfterLook(isConflict, looks) ?? 0) / 1000);
    }
  };
  return {
    press: async () => {
      await sendForScript(arm, id, { recovery: files, choices: storedDraft(id).choices });
      const { submission: sent } = storedDraft(id);
      pass(1);
      if (sent.state !== 'lost') return;
      if (isRefusedAnswer(sent.answer)) await afterRefusal(sent.answer.kind === 'conflict');
      else await look();
    },
    shown: () => {
      const draft = storedDraft(id);
      const { submission: sent } = draft;
      if (sent.state === 'refused') return shownOf(draft, 'Azure');
      const stage = scriptStageOf(sent, false);
      const words = stage.kind === 'mounted' ? [] : [stage.words.title, ...stage.words.lines];
      const attempt = attemptOf(sent);
      const found = read === null || attempt === null ? '' : lostText(read, pointId, attempt);
      return { outcome: 'open', text: [...words, found].join(' '), way: 'look again' };
    },
    wayOn: look,
  };
}

/** By the function of `src/api` that sends the request. */
export const RESTORES: Readonly<Record<string, Pressing>> = {
  restoreRequest: ofExample({}),
  'restoreRequest of a new VM': ofExample(AS_NEW_VM),
  secondaryRestoreRequest: async ({ arm }, pass) =>
    ofRestore(await beginInSecondary({ arm, sent: [] }), vm, pass),
  startDiskRestore: async ({ arm }, pass) => {
    const id = beginDisk();
    const press = () => pressDisk({ arm, sent: [] }, id);
    const found = { service: 'Azure', search: lostDiskSearch, acceptedQuery: acceptedDiskQuery };
    return ofRestore({ id, press }, found, pass);
  },
  createTask: async (_, pass) => {
    const id = begin();
    const found = {
      service: 'Commvault',
      search: lostCommvaultSearch,
      acceptedQuery: acceptedCommvaultQuery,
    };
    return ofRestore({ id, press: () => pressCommvault(id) }, found, pass);
  },
  startFileRecovery: ofScript,
};
