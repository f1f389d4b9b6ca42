import type { OpenReason, Refuser, StepStateWord } from '#src/model/action.ts';
import type { WayOn } from '#src/model/problem.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for an action that is planned, confirmed by a name, and read back. */
export const actions = sentences({
  created: 'Will be created',
  changed: 'Will be changed',
  untouched: 'Won’t be touched',
  lost: 'Will be lost',
  nothing: 'Nothing',
  confirmName: (name: string) => `Type ${name} to confirm`,
  wrongName: (name: string) => `Type the name exactly: ${name}`,
  progress: 'Progress',
  state: {
    waiting: 'Not started',
    sent: 'In progress',
    done: 'Done',
    wasSo: 'Was so before',
    elsewhere: 'Done by another tab of this browser',
    found: 'Done, although an answer refused it',
    refused: 'Refused',
    notSent: 'Not sent',
    unknown: 'Outcome unknown',
    unread: 'Couldn’t be read',
  } satisfies Record<StepStateWord, string>,
  stateOf: (step: string, state: string) => `${step}: ${state}`,
  ended: 'Completed. Each result was read from Azure.',
  /** By who refused the request. */
  refused: {
    page: 'Restore Center didn’t send a request, for the reason below. What is done stays.',
    signIn: 'A request wasn’t sent, because it needs a new sign-in. What is done stays.',
    offline: 'The browser has no connection, so a request wasn’t sent. What is done stays.',
    policy: 'The browser blocked a request by the policy of this site. What is done stays.',
    service: 'Azure rejected a request. What is done stays.',
    unknown: 'A request was refused. What is done stays.',
  } satisfies Record<Refuser | 'unknown', string>,
  /** Once a request was refused: what is looked at, and when. */
  looking:
    'Azure rejected the request. Checking whether it was carried out anyway: the answer might be to a second copy.',
  lookedAt: (time: string) => `Its result wasn’t there at ${time}.`,
  unread: 'Azure’s state couldn’t be read, so this request wasn’t sent. What is done stays.',
  /** By what a read found, and what an answer reports. */
  open: {
    noAnswer:
      'No answer says whether Azure did this, and its result isn’t there. It may still come. Read again before you send the request again.',
    notThere:
      'Azure reports that this has ended, but its result isn’t there. Read again before you send the request again.',
    unread:
      'The result couldn’t be read, so it’s unknown whether Azure did this. Read again before you send the request again.',
    unknown: 'It’s unknown whether Azure did this. Read again before you send the request again.',
  } satisfies Record<OpenReason | 'unknown', string>,
  interrupted: 'The page was closed in the middle. Requests that Azure accepted continue.',
  elsewhere: 'Another tab carries this out.',
  waits:
    'This tab, or another tab of this browser, is still changing one of these resources. What is planned here waits, then reads them again.',
  noLocks:
    'This browser can’t hold its tabs apart at this address, as without HTTPS. Confirm a plan in one tab only.',
  tryAgain: 'Try again',
  readAgain: 'Read again',
  sendOnce: 'Send again',
  /** What to do before the next press, or instead of it. */
  way: {
    after: 'Change what Azure’s message names, or ask an owner to. Then send it again.',
    signIn: 'Sign in again, then send it again.',
    token: 'Enter a valid token in Settings, then send it again.',
    setUp: 'Ask whoever set up Restore Center to allow the address, then start over.',
    reload: 'Reload the page, then start over.',
    gone: 'Something that it needs isn’t there. Start over with other values.',
    change: 'The same request gets the same answer. Start over with other values.',
  } satisfies Record<Exclude<WayOn, 'again'>, string>,
  sendAgain: (step: string) => `Send again: ${step}`,
  goOn: 'Continue',
  startOver: 'Start over',
  stopFollowing: 'Stop following',
  code: 'Error code',
  requestId: 'Request ID',
} as const);
