import { expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
import { type Draft, type MadeGroup, newDraft } from '#src/wizard/draft/schema.ts';
import { type NothingStarted, refusalWords } from '#src/wizard/review/ReviewNotes.tsx';

/** Which facts the sentences need that say why a press has started nothing, and what is there now. */

const AT = 1_749_000_000_000;
const time = dateTimeText(instant(AT));
const pressed = { clientRequestId: 'c', sentAt: AT };
const draft = newDraft('d', AT, { datasource: 'azure-vm', instance: null, point: null });

interface Refused {
  readonly sent: NothingStarted;
  readonly draft?: Partial<Draft>;
  readonly isSignedIn?: boolean;
}
function refusedSays({ sent, draft: more, isSignedIn = false }: Refused): readonly string[] {
  const { title, lines } = refusalWords(sent, { ...draft, submission: sent, ...more }, isSignedIn);
  return [title, ...lines];
}
const reason = { code: null, message: 'No.', requestId: null };
const byService: NothingStarted = { state: 'refused', ...reason };
const byPage = { state: 'notSent', ...reason, isPrepared: true } satisfies NothingStarted;
const unprepared: NothingStarted = { ...byPage, isPrepared: false };
const signedOut: NothingStarted = { ...byService, isSignedOut: true };
const files = { draft: { task: 'recoverFiles' } } satisfies Partial<Refused>;
const open = { draft: { earlier: pressed } } satisfies Partial<Refused>;
const commvault = { draft: { choices: { ...draft.choices, datasource: 'commvault-vm' } } };

const refused = (
  key: string,
  sentence: string,
  known: Refused,
  without: Readonly<Record<string, Partial<Refused>>>,
) => claim<Refused>({ key, sentence, says: refusedSays, known, without });

const { refusedByAzure, notSent, heldBack, wayOn, groupMade } = submission;
const made: MadeGroup = { subscriptionId: 's', name: 'rg', at: AT, isSure: true };
const withGroup = (group: Partial<MadeGroup>): Refused => ({
  sent: byService,
  draft: { madeGroups: [{ ...made, ...group }] },
});
const noGroup = { draft: { madeGroups: [] } };

const titleRows = [
  refused(
    'refusedByAzure.title',
    refusedByAzure.title('Azure'),
    { sent: byService },
    {
      'an answer that refuses': { sent: byPage },
      'the service that did': commvault,
      'a restore': files,
      'a sign-in': { sent: signedOut },
    },
  ),
  refused(
    'refusedByAzure.body',
    refusedByAzure.body,
    { sent: byService },
    {
      'no earlier request': open,
      'a restore': files,
    },
  ),
  refused(
    'refusedByAzure.kept',
    refusedByAzure.kept,
    { sent: byService, ...open },
    {
      'an earlier request': { draft: {} },
    },
  ),
  refused(
    'notSent.title',
    notSent.title,
    { sent: byPage },
    {
      'a request that never left': { sent: byService },
      'a restore': files,
    },
  ),
  refused('notSent.body', notSent.body, { sent: byPage }, { 'no earlier request': open }),
  refused(
    'notSent.kept',
    notSent.kept,
    { sent: byPage, ...open },
    {
      'an earlier request': { draft: {} },
    },
  ),
  refused(
    'notSent.notPrepared',
    notSent.notPrepared,
    { sent: unprepared },
    {
      'what could not be prepared': { sent: byPage },
      'a request that never left': { sent: byService },
    },
  ),
  refused(
    'signedOut.title',
    submission.signedOut.title,
    { sent: signedOut },
    {
      'a sign-in that is missing': { sent: byService },
      'no sign-in since': { isSignedIn: true },
    },
  ),
  refused(
    'signedOut.body',
    submission.signedOut.body,
    { sent: signedOut, isSignedIn: true },
    {
      'no earlier request': open,
    },
  ),
  refused(
    'signedOut.kept',
    submission.signedOut.kept,
    { sent: signedOut, ...open },
    {
      'an earlier request': { draft: {} },
    },
  ),
  refused(
    'signedInAgain',
    common.signedInAgain,
    { sent: signedOut, isSignedIn: true },
    {
      'a sign-in since': { isSignedIn: false },
    },
  ),
  ...(
    [
      ['refusedByAzure', byService, submission.script.refusedByAzure.title('Azure')],
      ['notSent', byPage, submission.script.notSent.title],
    ] as const
  ).flatMap(([key, sent, title]) => [
    refused(
      `script.${key}.title`,
      title,
      { sent, ...files },
      {
        'a file recovery': { draft: {} },
        'how it ended': { sent: sent === byPage ? byService : byPage },
      },
    ),
    refused(
      `script.${key}.body`,
      submission.script[key].body,
      { sent, ...files },
      {
        'a file recovery': { draft: {} },
        'no earlier request': { draft: { ...files.draft, earlier: pressed } },
      },
    ),
    refused(
      `script.${key}.kept`,
      submission.script[key].kept,
      {
        sent,
        draft: { ...files.draft, earlier: pressed },
      },
      { 'an earlier request': files },
    ),
  ]),
];

const HELD = [
  'jobsUnread',
  'changed',
  'closed',
  'sameTarget',
  'calledOff',
  'begunSince',
] as const satisfies readonly (keyof typeof heldBack)[];
const heldRows = HELD.map((one) =>
  refused(
    `heldBack.${one}`,
    heldBack[one],
    { sent: { ...byPage, heldBack: one } },
    {
      'what held it back': { sent: byPage },
      'another reason': { sent: { ...byPage, heldBack: one === 'closed' ? 'changed' : 'closed' } },
      'a request that never left': { sent: byService },
    },
  ),
);
const heldScript = refused(
  'script.heldBack',
  submission.script.heldBack,
  { sent: { ...byPage, heldBack: 'sameTarget' }, ...files },
  {
    'a file recovery': { draft: {} },
    'another draft': { sent: { ...byPage, heldBack: 'closed' } },
  },
);

const CODES = ['AuthorizationFailed', 'Conflict'] as const;
const wayRows = [
  ...WAY_ON_KINDS.map((way) =>
    refused(
      `wayOn.${way}`,
      wayOn[way],
      { sent: { ...byService, way } },
      {
        'what can be done': { sent: byService },
        'another way': { sent: { ...byService, way: way === 'again' ? 'after' : 'again' } },
        'no code that tells more': { sent: { ...byService, way, code: 'Conflict' } },
      },
    ),
  ),
  ...CODES.map((code) =>
    refused(
      `refusedByAzure.advice.${code}`,
      refusedByAzure.advice[code],
      { sent: { ...byService, code } },
      { 'its code': { sent: byService }, 'this code': { sent: { ...byService, code: 'Other' } } },
    ),
  ),
];

const groupRows = [
  refused('groupMade.stays', groupMade.stays('rg', time), withGroup({}), {
    'a group that was requested': noGroup,
    'an answer that it is created': withGroup({ isSure: false }),
    'its time': withGroup({ at: null }),
  }),
  refused('groupMade.stays.noTime', groupMade.stays('rg', null), withGroup({ at: null }), {
    'a group that was requested': noGroup,
    'no time': withGroup({}),
  }),
  refused('groupMade.mayStay', groupMade.mayStay('rg', time), withGroup({ isSure: false }), {
    'a group that was requested': noGroup,
    'no answer': withGroup({}),
  }),
];

const rows = [...titleRows, ...heldRows, heldScript, ...wayRows, ...groupRows];

/** What Review says of the group: the datasource that offers new ones has a table of it. */
const OWN_GROUP = 'groupMade.line groupMade.exists';

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about refusals are in the table`, () => {
  expect(rows).toHaveLength(37);
  const { signedOut: out, script } = submission;
  const listed = rows.map(({ key }) => ({ key: key.replace(/\.noTime$/, '') }));
  expect(
    unlisted(
      { refusedByAzure, notSent, heldBack, wayOn, groupMade, signedOut: out },
      listed,
      OWN_GROUP,
    ),
  ).toEqual([]);
  const { earlier: _, sameTarget: __, ...ofScript } = script;
  expect(unlisted({ script: ofScript }, listed, '')).toEqual([]);
});

test('the code of a rejected restore, or of what is prepared for it, stands beside the service’s text', () => {
  const coded = { code: 'UserErrorVMConflict', message: 'Busy.' };
  for (const sent of [byService, unprepared])
    expect(refusedSays({ sent: { ...sent, ...coded } })).toContain('Busy. (UserErrorVMConflict)');
  expect(refusedSays({ sent: byService })).toContain('No.');
});
