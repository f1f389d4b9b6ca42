import type { RecoveryPoint } from '#src/model/points.ts';
import type { FullFacts } from '#src/rules/facts.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { type Question, QUESTIONS } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

/** What Azure reports about the VM that answers a question or rules it out. */
type Reported = Partial<Pick<FullFacts['vm'], 'osType' | 'isSql'>>;

type Answers = Pick<VmChoices, Question | 'option'>;

/** The answers, with what Azure reports. */
interface AnsweredView {
  readonly shown: Answers & Pick<VmChoices, 'point'>;
  readonly reads: Reads;
}

/** When each question applies. An unknown operating system counts as both. */
const APPLIES: Readonly<Record<Question, (given: Answers, reported: Reported) => boolean>> = {
  dc: (_, { osType }) => osType !== 'Linux',
  otherDcReachable: hasSiblings,
  isolatedNetwork: hasSiblings,
  // A domain controller is in its domain.
  domainJoined: ({ dc }, { osType }) => osType !== 'Linux' && (dc === null || dc === 'none'),
  domainTrouble: (given, reported) =>
    APPLIES.domainJoined(given, reported) && given.domainJoined === 'yes',
  isSql: ({ option }, { isSql }) => isSql === undefined && option !== 'replaceDisks',
  cloudInit: (_, { osType }) => osType !== 'Windows',
  outage: () => true,
};

/** Only for one controller of several do the others matter (document 000, Restore domain controller VMs). */
function hasSiblings({ dc }: Answers, { osType }: Reported): boolean {
  return osType !== 'Linux' && dc === 'multiple-dc-single-domain';
}

/** The questions that matter for the machine of a draft after what was answered so far, in their order. */
export function questionsOf({ shown, reads }: AnsweredView): Question[] {
  const point = known(reads.points)?.find(({ name }) => name === shown.point);
  return applicableQuestions(shown, reportedOf(reads, point));
}

/** What Azure puts into a machine that it knows to run SQL Server; a machine without it may run it too. */
const SQL_EXTENSION = 'SqlIaasExtension';

/** What Azure reports of the VM, from the restore point as it was then and from the VM as it is now. */
export function reportedOf(reads: Reads, point: RecoveryPoint | undefined): Reported {
  const machine = known(reads.machine);
  return {
    osType: point?.osType ?? machine?.osType ?? undefined,
    isSql: machine?.extensions?.includes(SQL_EXTENSION) === true ? true : undefined,
  };
}

function applicableQuestions(given: Answers, reported: Reported): Question[] {
  return QUESTIONS.filter((question) => APPLIES[question](given, reported));
}

/** The facts that answers give. */
export type AnswerFacts = Partial<Pick<FullFacts['vm'], Exclude<Question, 'outage'>>>;

/** What the answers say, as facts. One that is no longer asked counts as not given. */
export function answerFacts(given: Answers, reported: Reported): AnswerFacts {
  const applicable = new Set(applicableQuestions(given, reported));
  const isYes = (question: Exclude<Question, 'dc' | 'outage'>): boolean | undefined => {
    const answer = applicable.has(question) ? given[question] : null;
    return answer === null ? undefined : answer === 'yes';
  };
  return {
    // Only Windows can be a domain controller, so the question applies only there.
    dc: applicable.has('dc') ? (given.dc ?? undefined) : 'none',
    otherDcReachable: isYes('otherDcReachable'),
    isolatedNetwork: isYes('isolatedNetwork'),
    domainJoined: isYes('domainJoined'),
    // What is in no domain has lost none.
    domainTrouble: isYes('domainJoined') === false ? false : isYes('domainTrouble'),
    isSql: reported.isSql ?? isYes('isSql'),
    cloudInit: isYes('cloudInit'),
  };
}
