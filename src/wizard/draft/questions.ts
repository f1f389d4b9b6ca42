import type { PlatformFacts, VmFacts } from '#src/rules/facts.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import { type DraftChoices, type Question, QUESTIONS } from '#src/wizard/draft/schema.ts';
import { vmFacts } from '#src/wizard/draft/vm-facts.ts';

/** What Azure tells of the machine that makes a question needless or senseless. */
type Told = Pick<Partial<VmFacts>, 'osType' | 'isSql'>;

type Answers = Pick<DraftChoices, Question | 'option'>;

/** What was answered, beside what Azure tells. */
interface Answered {
  readonly shown: Answers & Pick<DraftChoices, 'point'>;
  readonly reads: Reads;
}

/** When each question matters. Where nobody knows the system it may be either. */
const ASKED: Readonly<Record<Question, (given: Answers, told: Told) => boolean>> = {
  dc: (_, { osType }) => osType !== 'Linux',
  otherDcReachable: hasSiblings,
  isolatedNetwork: hasSiblings,
  // A domain controller is in its domain.
  domainJoined: ({ dc }, { osType }) => osType !== 'Linux' && (dc === null || dc === 'none'),
  domainTrouble: (given, told) => ASKED.domainJoined(given, told) && given.domainJoined === 'yes',
  isSql: ({ option }, { isSql }) => isSql === undefined && option !== 'replaceDisks',
  cloudInit: (_, { osType }) => osType !== 'Windows',
  outage: () => true,
};

/** Only for one controller of several do the others matter (document 000, Restore domain controller VMs). */
function hasSiblings({ dc }: Answers, { osType }: Told): boolean {
  return osType !== 'Linux' && dc === 'multiple-dc-single-domain';
}

/** The questions that matter for the machine of a draft after what was answered so far, in their order. */
export function questionsOf({ shown, reads }: Answered): Question[] {
  const point = known(reads.points)?.find(({ name }) => name === shown.point);
  return askedQuestions(shown, vmFacts(reads, point));
}

function askedQuestions(given: Answers, told: Told): Question[] {
  return QUESTIONS.filter((question) => ASKED[question](given, told));
}

/** What the answers say, as facts. One that is no longer asked counts as not given. */
export function answerFacts(given: Answers, told: Told): Partial<VmFacts> {
  const asked = new Set(askedQuestions(given, told));
  const isYes = (question: Exclude<Question, 'dc' | 'outage'>): boolean | undefined => {
    const answer = asked.has(question) ? given[question] : null;
    return answer === null ? undefined : answer === 'yes';
  };
  return {
    // Only Windows is ever one, so there the question is not asked.
    dc: asked.has('dc') ? (given.dc ?? undefined) : 'none',
    otherDcReachable: isYes('otherDcReachable'),
    isolatedNetwork: isYes('isolatedNetwork'),
    domainJoined: isYes('domainJoined'),
    // What is in no domain has lost none.
    domainTrouble: isYes('domainJoined') === false ? false : isYes('domainTrouble'),
    isSql: told.isSql ?? isYes('isSql'),
    cloudInit: isYes('cloudInit'),
  };
}

/**
 * What is down, as the operator says: Azure's own lists of incidents lag behind and name no machine.
 * Where nobody has said so all is taken to be up.
 */
export function outageFacts({
  outage,
}: Pick<DraftChoices, 'outage'>): Pick<PlatformFacts, 'primaryDown' | 'pinnedZoneDown'> {
  return { primaryDown: outage === 'region', pinnedZoneDown: outage === 'zone' };
}
